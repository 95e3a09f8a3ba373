import * as React from 'react';
import { reactionKinds, type Reaction, type ReactionKind } from '../../domain/feed/post';
import buttons from '../Buttons.module.scss';
import { Face } from '../face/Face';
import { Icon } from '../icons/Icon';
import { ReactionIcon } from '../icons/ReactionIcon';
import { useDismiss } from '../menu/useDismiss';
import { fill, useWords } from '../words/words';
import styles from './ReactionBar.module.scss';

interface Props { readonly reactions: readonly Reaction[]; readonly myId: number; readonly mayReact: boolean;
  /** There are more than these. */
  readonly more?: boolean;
  onChange(kind: ReactionKind, on: boolean): void }

/** How many reacted and how, who they are, and one's own: every kind is a button that is on or off. */
export function ReactionBar({ reactions, myId, mayReact, more = false, onChange }: Props): React.ReactElement {
  const [open, setOpen] = React.useState<'picker' | 'people' | undefined>();
  const opener = React.useRef<Element | null>(null);
  const close = React.useCallback((giveFocusBack: boolean): void => {
    setOpen(undefined);
    if (giveFocusBack && opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
  const toggle = (what: 'picker' | 'people') => ({ currentTarget }: React.MouseEvent): void => {
    opener.current = currentTarget;
    setOpen(open === what ? undefined : what);
  };
  const bar = React.useRef<HTMLDivElement>(null);
  useDismiss(open !== undefined, bar, close);
  const { strings, plural } = useWords();
  const kinds = reactionKinds.filter((kind) => reactions.some((reaction) => reaction.kind === kind));
  const isMine = (kind: ReactionKind): boolean => reactions.some((reaction) => reaction.kind === kind && reaction.person.id === myId);
  /** What I feel most recently stands on the button itself. */
  const mine = reactions.filter((reaction) => reaction.person.id === myId).map(({ kind }) => kind).pop();
  const choose = (kind: ReactionKind): void => {
    close(true);
    onChange(kind, !isMine(kind));
  };
  return (
    <div ref={bar} className={styles.bar}>
      {mayReact && (
        <button type="button" className={`${buttons.quiet} ${mine ? styles.mine : ''}`} aria-expanded={open === 'picker'}
          aria-label={mine ? `${strings.reactions.add}: ${strings.reactions.kinds[mine]}` : undefined} onClick={toggle('picker')}>
          {mine ? <ReactionIcon kind={mine} size={18} /> : <Icon name="react" />}{mine ? strings.reactions.kinds[mine] : strings.reactions.add}
        </button>
      )}
      {reactions.length > 0 && (
        <button type="button" className={styles.summary} aria-expanded={open === 'people'} aria-label={`${plural(more ? strings.reactions.summaryMore : strings.reactions.summary, reactions.length)}. ${strings.reactions.who}`} onClick={toggle('people')}>
          <span className={styles.icons}>{kinds.map((kind) => <ReactionIcon key={kind} kind={kind} size={18} />)}</span>
          <span>{reactions.length}{more && '+'}</span>
        </button>
      )}
      {open === 'picker' && <Picker isMine={isMine} onChosen={choose} />}
      {open === 'people' && <People reactions={reactions} myId={myId} onClose={() => close(true)} />}
    </div>
  );
}

function Picker({ isMine, onChosen }: { isMine(kind: ReactionKind): boolean; onChosen(kind: ReactionKind): void }): React.ReactElement {
  const { strings } = useWords();
  const first = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => first.current?.focus(), []);
  return (
    <div className={styles.picker} role="group" aria-label={strings.reactions.add}>
      {reactionKinds.map((kind, at) => (
        <button key={kind} ref={at === 0 ? first : undefined} type="button" className={styles.choice} aria-pressed={isMine(kind)} title={strings.reactions.kinds[kind]}
          aria-label={isMine(kind) ? fill(strings.reactions.mine, { kind: strings.reactions.kinds[kind] }) : strings.reactions.kinds[kind]} onClick={() => onChosen(kind)}>
          <ReactionIcon kind={kind} size={28} />
        </button>
      ))}
    </div>
  );
}

const shown = 50;

function People({ reactions, myId, onClose }: { readonly reactions: readonly Reaction[]; readonly myId: number; onClose(): void }): React.ReactElement {
  const { strings, plural } = useWords();
  const close = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => close.current?.focus(), []);
  return (
    <div className={styles.people} role="dialog" aria-label={strings.reactions.who}>
      <button ref={close} type="button" className={buttons.link} onClick={onClose}>{strings.reactions.close}</button>
      <ul>
        {reactions.slice(0, shown).map((reaction) => (
          <li key={reaction.id}>
            <Face name={reaction.person.name} photoUrl={reaction.person.photoUrl} size="small" />
            <span className={styles.name}>{reaction.person.id === myId ? strings.reactions.you : reaction.person.name || strings.post.somebody}</span>
            <ReactionIcon kind={reaction.kind} size={18} /><span className={styles.kind}>{strings.reactions.kinds[reaction.kind]}</span>
          </li>
        ))}
      </ul>
      {reactions.length > shown && <p>{plural(strings.reactions.andOthers, reactions.length - shown)}</p>}
    </div>
  );
}
