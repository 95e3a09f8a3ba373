/** One request inside a `$batch`. */
export interface BatchPart {
  readonly method: string;
  /** Absolute, or relative to the host or to the batch; `$1/…` begins at what an earlier part of the same change set made. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Which change set it stands in, counted from 1; undefined outside. */
  readonly changeSet?: number;
  readonly contentId?: string;
}

export interface BatchPartAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
