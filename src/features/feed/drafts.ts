/** What somebody is writing, as it survives a reload. */
export interface Draft {
  readonly text: string;
  /** People who were picked with @: how they stand in the text, and who they are. */
  readonly mentions: readonly Mention[];
  readonly themeId?: number;
  /** The key under which it will be sent, from the first attempt on: sending again never doubles it. */
  readonly key: string;
  readonly extras?: Extras;
}
/** What was added to the text, as JSON, each under a name of its own: `pictures`, `poll`. */
export type Extras = Readonly<Record<string, unknown>>;
export interface Mention { readonly name: string; readonly email: string }

/** Where a draft belongs: the site and the person, then what it answers, e.g. `post` or `reply-12`. */
export interface DraftPlace { readonly siteKey: string; readonly personId: number; readonly target: string }

export function emptyDraft(themeId?: number): Draft {
  return { text: '', mentions: [], key: newKey(), ...(themeId === undefined ? {} : { themeId }) };
}

export function readDraft(place: DraftPlace): Draft | undefined {
  try {
    return draftIn(localStorage.getItem(nameOf(place)));
  } catch {
    return undefined;
  }
}

function draftIn(stored: string | null): Draft | undefined {
  try {
    const value: unknown = JSON.parse(stored ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft; an empty one is forgotten. A browser that keeps nothing is no reason to stop. */
export function writeDraft(place: DraftPlace, draft: Draft | undefined): void {
  try {
    if (draft && !isEmpty(draft)) localStorage.setItem(nameOf(place), JSON.stringify(draft));
    else localStorage.removeItem(nameOf(place));
  } catch {
    // Private windows and full storages refuse: the text still stands in the page.
  }
}

/** Who listens in this window, where the browser tells nothing: two web parts of a page may show the same draft. */
const here = new Set<(name: string, ended: Draft) => void>();

/** A draft was sent or discarded. What another window or web part wrote in its place since stays, under a key of its own. */
export function endDraft(place: DraftPlace, ended: Draft): void {
  const kept = readDraft(place);
  writeDraft(place, kept && !sayTheSame(kept, ended) ? { ...kept, key: newKey() } : undefined);
  here.forEach((listener) => listener(nameOf(place), ended));
}

/** Calls back with the draft when another window or web part ended it. Answers how to stop listening. */
export function onDraftEnded(place: DraftPlace, onEnded: (ended: Draft | undefined) => void): () => void {
  const fromHere = (name: string, ended: Draft): void => { if (name === nameOf(place)) onEnded(ended); };
  const fromElsewhere = ({ key, newValue, oldValue }: StorageEvent): void => {
    if (key !== nameOf(place)) return;
    const [before, after] = [draftIn(oldValue), draftIn(newValue)];
    if (newValue === null) onEnded(before);
    else if (before && after && before.key !== after.key) onEnded({ ...before, text: '' });
  };
  here.add(fromHere);
  window.addEventListener('storage', fromElsewhere);
  return () => {
    here.delete(fromHere);
    window.removeEventListener('storage', fromElsewhere);
  };
}

/** Whether nothing was written or added. */
function isEmpty({ text, extras }: Draft): boolean {
  return text.trim() === '' && Object.keys(extras ?? {}).length === 0;
}

/** Whether sending one of them is as good as sending the other. */
export function sayTheSame(left: Draft, right: Draft): boolean {
  return left.text === right.text && JSON.stringify(left.extras ?? {}) === JSON.stringify(right.extras ?? {});
}

/** All that this person is writing on this site. */
export function allDrafts({ siteKey, personId }: Omit<DraftPlace, 'target'>): { readonly target: string; readonly draft: Draft }[] {
  const start = nameOf({ siteKey, personId, target: '' });
  try {
    return Object.keys(localStorage).filter((name) => name.indexOf(start) === 0).sort()
      .reduce<{ target: string; draft: Draft }[]>((all, name) => {
        const draft = draftIn(localStorage.getItem(name));
        return draft ? [...all, { target: name.slice(start.length), draft }] : all;
      }, []);
  } catch {
    return [];
  }
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
    && 'mentions' in value && Array.isArray(value.mentions) && value.mentions.every(isMention)
    && (!('extras' in value) || (typeof value.extras === 'object' && value.extras !== null && !Array.isArray(value.extras)));
}

function isMention(value: unknown): value is Mention {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'email' in value && typeof value.email === 'string';
}
