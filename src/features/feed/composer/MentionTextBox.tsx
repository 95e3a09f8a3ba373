import * as React from 'react';
import type { PersonSuggestion } from '../../../domain/people/person';
import { Face } from '../../../ui/face/Face';
import { useWords } from '../../../ui/words/words';
import { useAnnounce } from '../../announcer';
import { useServices } from '../../services';
import type { Mention } from '../drafts';
import styles from './Composer.module.scss';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly focus: boolean;
  readonly invalid: boolean;
  /** While it is being sent: what is typed then would not go with it. */
  readonly locked: boolean;
  onChange(text: string): void;
  /** Somebody was picked: the text with their name, and where in it. */
  onMention(text: string, mention: Mention, at: number): void;
  onSubmit(): void;
}

const suggested = 6;
const typingPause = 250;

/** What is being typed after an `@`: at most three words, from the sign to the caret. */
export function mentionAt(text: string, caret: number): { readonly start: number; readonly typed: string } | undefined {
  const found = /(^|\s)@([^\s@]+(?: [^\s@]+){0,2})$/.exec(text.slice(0, caret));
  return found ? { start: caret - found[2].length - 1, typed: found[2] } : undefined;
}

/** A text box in which `@` finds colleagues (a list under a text box, which says which option is active): arrows choose, Enter or Tab takes, Escape closes. */
export function MentionTextBox({ label, placeholder, text, focus, invalid, locked, onChange, onMention, onSubmit }: Props): React.ReactElement {
  const { strings } = useWords();
  const box = React.useRef<HTMLTextAreaElement>(null);
  const [id] = React.useState(() => `schil-people-${Math.random().toString(36).slice(2)}`);
  const [caret, setCaret] = React.useState(text.length);
  const [closed, setClosed] = React.useState<number | undefined>();
  const [active, setActive] = React.useState(0);
  const typing = mentionAt(text, caret);
  const people = useSuggestions(typing && typing.start !== closed ? typing.typed : undefined);
  const open = people !== undefined && people.length > 0;
  React.useEffect(() => setActive(0), [people]);
  const isTyping = typing !== undefined;
  React.useEffect(() => { if (!isTyping) setClosed(undefined); }, [isTyping]);
  React.useEffect(() => { if (focus) box.current?.focus(); }, [focus]);

  // As soon as the name stands in the box, so that who types on types behind it.
  const caretAfter = React.useRef<number>();
  React.useLayoutEffect(() => {
    if (caretAfter.current === undefined) return;
    box.current?.focus();
    box.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    setCaret(caretAfter.current);
    caretAfter.current = undefined;
  }, [text]);

  const take = (person: PersonSuggestion): void => {
    if (!typing) return;
    const before = `${text.slice(0, typing.start)}@${person.name} `;
    setClosed(typing.start);
    caretAfter.current = before.length;
    onMention(before + text.slice(caret), { name: person.name, email: person.email }, typing.start);
  };
  const onKey = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
      return;
    }
    // Enter takes a word of an input method (Japanese, Chinese) first.
    if (!open || !people || event.nativeEvent.isComposing) return;
    const next = { ArrowDown: (active + 1) % people.length, ArrowUp: (active + people.length - 1) % people.length }[event.key];
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter' || event.key === 'Tab') take(people[active]);
    else if (event.key === 'Escape') setClosed(typing?.start);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.field}>
      <textarea ref={box} className={styles.box} rows={3} dir="auto" value={text} placeholder={placeholder} aria-label={label} aria-invalid={invalid} readOnly={locked} aria-autocomplete="list" aria-haspopup="listbox"
        aria-controls={`${id}-list`} aria-activedescendant={open ? `${id}-${active}` : undefined} onKeyDown={onKey}
        onChange={({ target }) => { setCaret(target.selectionStart); onChange(target.value); }} onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)} />
      <ul id={`${id}-list`} role="listbox" aria-label={strings.composer.people} className={styles.people} hidden={!open}>
        {(people ?? []).map((person, at) => (
          // The keyboard works on the text box, which owns the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li key={person.loginName} id={`${id}-${at}`} role="option" aria-selected={at === active} className={styles.person} onMouseDown={(event) => event.preventDefault()} onClick={() => take(person)}>
            <Face name={person.name} photoUrl={person.photoUrl} size="small" />
            <span>{person.name}{person.jobTitle && <span className={styles.job}>{person.jobTitle}</span>}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Colleagues whose name begins with what is typed, after a pause in typing. Undefined when nothing is looked for. */
function useSuggestions(typed: string | undefined): readonly PersonSuggestion[] | undefined {
  const { people } = useServices();
  const { strings, plural } = useWords();
  const announce = useAnnounce();
  const [found, setFound] = React.useState<readonly PersonSuggestion[] | undefined>();
  const words = React.useRef({ announce, plural, strings });
  words.current = { announce, plural, strings };
  React.useEffect(() => {
    if (typed === undefined) {
      setFound(undefined);
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(() => {
      // Mentioning is a help: when nobody can be looked up, the text can still be written.
      people.search(typed, suggested).catch(() => []).then((result) => {
        if (!wanted) return;
        setFound(result);
        const { announce: say, plural: count, strings: texts } = words.current;
        say(result.length === 0 ? texts.composer.noPeople : count(texts.composer.peopleFound, result.length));
      }, () => undefined);
    }, typingPause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed, people]);
  return typed === undefined ? undefined : found;
}
