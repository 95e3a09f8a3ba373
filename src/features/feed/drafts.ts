/** What somebody is writing, as it survives a reload. */
export interface Draft {
  readonly text: string;
  /** People who were picked with @: how they stand in the text, and who they are. */
  readonly mentions: readonly Mention[];
  readonly themeId?: number;
  /** The key under which it will be sent, from the first attempt on: sending again never doubles it. */
  readonly key: string;
}
export interface Mention { readonly name: string; readonly email: string }

/** Where a draft belongs: the site and the person, then what it answers, e.g. `post` or `reply-12`. */
export interface DraftPlace { readonly siteKey: string; readonly personId: number; readonly target: string }

export function emptyDraft(themeId?: number): Draft {
  return { text: '', mentions: [], key: newKey(), ...(themeId === undefined ? {} : { themeId }) };
}

export function readDraft(place: DraftPlace): Draft | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft; an empty one is forgotten. A browser that keeps nothing is no reason to stop. */
export function writeDraft(place: DraftPlace, draft: Draft | undefined): void {
  try {
    if (draft && draft.text.trim() !== '') localStorage.setItem(nameOf(place), JSON.stringify(draft));
    else localStorage.removeItem(nameOf(place));
  } catch {
    // Private windows and full storages refuse: the text still stands in the page.
  }
}

/** Calls back when another window sent or discarded this draft. Answers how to stop listening. */
export function onDraftGone(place: DraftPlace, gone: () => void): () => void {
  const listener = ({ key, newValue }: StorageEvent): void => { if (key === nameOf(place) && newValue === null) gone(); };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

export function newKey(): string {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  return Array.from(bytes).map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function nameOf({ siteKey, personId, target }: DraftPlace): string {
  return `schil-draft:${siteKey}:${personId}:${target}`;
}

function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'key' in value && typeof value.key === 'string'
    && 'mentions' in value && Array.isArray(value.mentions) && value.mentions.every(isMention);
}

function isMention(value: unknown): value is Mention {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'email' in value && typeof value.email === 'string';
}
