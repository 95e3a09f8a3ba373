/** One request as `GET /_local/requests` tells it; tests count these. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Of the body that was sent, before compression. */
  readonly bytes: number;
  readonly milliseconds: number;
  readonly user: string;
  /** The requests inside a `$batch`: `GET https://…`. */
  readonly parts?: readonly string[];
}

const kept = 2000;

/** The latest requests, oldest first. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > kept) this.#requests = this.#requests.slice(-kept / 2);
  }

  all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  clear(): void {
    this.#requests = [];
  }
}
