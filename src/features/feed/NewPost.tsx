import * as React from 'react';
import type { Theme } from '../../domain/feed/post';
import type { Person } from '../../domain/people/person';
import { Face } from '../../ui/face/Face';
import { focusWhenLost } from '../../ui/focus/focusWhenLost';
import { useWords } from '../../ui/words/words';
import { useServices } from '../services';
import { LazyComposer } from './composer/LazyComposer';
import { readDraft } from './drafts';
import styles from './NewPost.module.scss';

interface Props {
  readonly me: Person;
  readonly themes: readonly Theme[];
  /** What a new post's theme is to begin with. */
  readonly themeId: number | undefined;
  /** The web part shows one theme: there is nothing to choose. */
  readonly fixedTheme: boolean;
  onPost(post: { key: string; bodyHtml: string; themeId?: number }): Promise<void>;
}

/** The invitation to write. It opens by itself when there is a draft. */
export function NewPost({ me, themes, themeId, fixedTheme, onPost }: Props): React.ReactElement {
  const { strings } = useWords();
  const { siteKey } = useServices();
  // A web part of one theme has a draft of its own: it stands beside others on a page.
  const target = fixedTheme ? `post-${themeId ?? 0}` : 'post';
  const place = React.useMemo(() => ({ siteKey, personId: me.id, target }), [siteKey, me.id, target]);
  const [open, setOpen] = React.useState(() => readDraft(place) !== undefined);
  const [asked, setAsked] = React.useState(false);
  const invitation = React.useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    focusWhenLost(() => invitation.current);
  };
  return (
    <div className={styles.card}>
      <Face name={me.name} photoUrl={me.photoUrl} />
      <div className={styles.content}>
        {open
          ? <LazyComposer place={place} label={strings.composer.postLabel} placeholder={strings.composer.postPlaceholder} submit={strings.composer.post} focus={asked}
            themes={fixedTheme ? [] : themes} themeId={themeId} onCancel={close} onSubmit={async ({ key, bodyHtml, themeId: chosen }) => { await onPost({ key, bodyHtml, ...(chosen ? { themeId: chosen } : {}) }); close(); }} />
          : <button ref={invitation} type="button" className={styles.invitation} onPointerEnter={LazyComposer.prefetch} onFocus={LazyComposer.prefetch} onClick={() => { setAsked(true); setOpen(true); }}>{strings.feed.startHere}</button>}
      </div>
    </div>
  );
}
