import * as React from 'react';
import type { Theme } from '../../../domain/feed/post';
import { RefusedError } from '../../../domain/refusedError';
import buttons from '../../../ui/Buttons.module.scss';
import { ErrorMessage } from '../../../ui/message/Message';
import { useWords } from '../../../ui/words/words';
import { useAnnounce } from '../../announcer';
import { emptyDraft, endDraft, newKey, onDraftEnded, readDraft, sayTheSame, writeDraft, type Draft, type DraftPlace, type Extras } from '../drafts';
import { toBodyHtml, toText, withMention } from './bodyHtml';
import type { ComposerAdditions, ComposerSlot } from './composerSlots';
import { Conflict } from './Conflict';
import { MentionTextBox } from './MentionTextBox';
import styles from './Composer.module.scss';

/** Characters; the HTML of it stays well below what a Note column holds (63,999). */
const longest = 10000;

export interface ComposerProps extends ComposerAdditions {
  readonly place: DraftPlace;
  readonly label: string;
  readonly placeholder: string;
  readonly submit: string;
  /** What is there already, when it is changed rather than written. */
  readonly initialHtml?: string;
  /** Words to quote: they are put in front of the caret when they come, and again when others come. */
  readonly quotation?: { readonly html: string };
  readonly themes?: readonly Theme[];
  readonly themeId?: number;
  readonly focus?: boolean;
  onSubmit(words: { key: string; bodyHtml: string; themeId: number | undefined; extras: Extras }): Promise<void>;
  onCancel(): void;
  /** What the words are by now, when they were changed in the meantime; the next attempt goes on from there. */
  loadCurrent?(): Promise<string>;
}

/** Where somebody writes. The text is kept from the first letter until it is sent or discarded. */
export default function Composer(props: ComposerProps): React.ReactElement {
  const { place, label, placeholder, submit, themes = [], themeId, focus = true, onSubmit, onCancel, loadCurrent, initialHtml, initialExtras, renderUnder, renderButtons, stateOf } = props;
  const { strings, plural } = useWords();
  const announce = useAnnounce();
  const [draft, setDraft] = React.useState<Draft>(() => readDraft(place) ?? { ...emptyDraft(themeId), ...(initialHtml ? toText(initialHtml) : {}), ...(initialExtras ? { extras: initialExtras } : {}) });
  const [state, setState] = React.useState<{ sending: boolean; error?: unknown; current?: string }>({ sending: false });
  const alive = React.useRef(true);
  React.useEffect(() => () => { alive.current = false; }, []);

  // What another window or web part sent may have this key: the same text here is done with, and what is written on is something else.
  const now = React.useRef({ draft, sending: state.sending, onCancel });
  now.current = { draft, sending: state.sending, onCancel };
  React.useEffect(() => onDraftEnded(place, (ended) => {
    if (!alive.current || now.current.sending) return;
    if (ended && sayTheSame(ended, now.current.draft)) now.current.onCancel();
    else setDraft((before) => ({ ...before, key: newKey() }));
  }), [place]);

  // What was added comes when it is ready, between two drawings, too.
  const change = React.useCallback((changed: Partial<Draft>): void => {
    const next = { ...now.current.draft, ...changed };
    now.current = { ...now.current, draft: next };
    setDraft(next);
    writeDraft(place, next);
  }, [place]);
  const form = React.useRef<HTMLFormElement>(null);
  const slot: ComposerSlot = {
    extras: draft.extras ?? {}, locked: state.sending, links: [], focusText: () => form.current?.querySelector<HTMLElement>('[role="textbox"], textarea')?.focus(),
    setExtra: (name, value) => change({ extras: withExtra(now.current.draft.extras ?? {}, name, value) }),
  };
  // A theme may have been deleted since the draft was begun.
  const chosenTheme = themes.some(({ id }) => id === draft.themeId) ? draft.themeId : undefined;
  const send = async (): Promise<void> => {
    setState({ sending: true });
    try {
      await onSubmit({ key: draft.key, bodyHtml: toBodyHtml(draft.text, draft.mentions), themeId: themes.length === 0 ? themeId : chosenTheme, extras: draft.extras ?? {} });
      endDraft(place, draft);
      announce(strings.composer.sent);
      if (alive.current) setState({ sending: false });
    } catch (error) {
      const conflict = error instanceof RefusedError && error.reason === 'conflict';
      const current = conflict && loadCurrent ? await loadCurrent().catch(() => undefined) : undefined;
      if (alive.current) setState({ sending: false, error, current });
    }
  };
  const tooMany = draft.text.length - longest;
  const added = stateOf?.(slot.extras) ?? 'nothing';
  const ready = (hasWords(draft.text) || added === 'enough') && added !== 'unfinished' && tooMany <= 0 && !state.sending;
  const discard = (): void => {
    alive.current = false;
    endDraft(place, draft);
    onCancel();
  };
  return (
    <form ref={form} className={styles.composer} onSubmit={(event) => { event.preventDefault(); if (ready) send().catch(() => undefined); }}>
      {state.current !== undefined
        ? <Conflict current={state.current} onKeepMine={() => { send().catch(() => undefined); }} onTakeTheirs={discard} />
        : state.error !== undefined && <ErrorMessage error={state.error} title={strings.composer.notSent} />}
      <MentionTextBox label={label} placeholder={placeholder} text={draft.text} focus={focus} invalid={tooMany > 0} locked={state.sending} onSubmit={() => { if (ready) send().catch(() => undefined); }}
        onChange={(text) => change({ text })} onMention={(text, mention, at) => change({ text, mentions: withMention(draft.mentions, mention, text, at) })} />
      {tooMany > 0 && <p className={styles.tooLong} role="alert">{plural(strings.composer.tooLong, tooMany)}</p>}
      {renderUnder?.(slot)}
      <div className={styles.actions}>
        {renderButtons?.(slot)}
        {themes.length > 0 && (
          <label className={styles.theme}>
            <span>{strings.feed.theme}</span>
            <select value={chosenTheme ?? 0} onChange={({ target }) => change({ themeId: Number(target.value) || undefined })}>
              <option value={0}>{strings.feed.noTheme}</option>
              {themes.map((theme) => <option key={theme.id} value={theme.id}>{theme.title}</option>)}
            </select>
          </label>
        )}
        <span className={styles.hint}>{strings.composer.hint}</span>
        <button type="button" className={buttons.button} disabled={state.sending} onClick={discard}>{draft.text.trim() === '' || initialHtml ? strings.composer.cancel : strings.composer.discard}</button>
        <button type="submit" className={`${buttons.button} ${buttons.primary}`} disabled={!ready && !state.sending} aria-disabled={!ready}>{state.sending ? strings.composer.sending : submit}</button>
      </div>
    </form>
  );
}

function withExtra(extras: Extras, name: string, value: unknown): Extras {
  const changed = { ...extras, [name]: value };
  if (value === undefined) delete changed[name];
  return changed;
}

/** Whether there is something to read: not only spaces and signs that nobody sees. */
function hasWords(text: string): boolean {
  return text.replace(/[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '') !== '';
}
