import * as React from 'react';
import { RefusedError } from '../domain/refusedError';
import { ErrorMessage } from '../ui/message/Message';
import { TryAgain } from '../ui/message/TryAgain';

/** A component whose code comes when it is first shown; `prefetch` when that is likely soon. */
export interface LoadedWhenUsed<Props> { (props: Props): React.ReactElement; prefetch(): void }

/**
 * Loads a component's code when it is first shown, with `waiting` in its place until it is there. When it does not come (no connection, a new
 * version was deployed), a message with a way on stands there instead; React's own `lazy` would keep the failure for ever.
 */
export function loadedWhenUsed<Props extends object>(load: () => Promise<{ default: React.ComponentType<Props> }>, Waiting: React.ComponentType): LoadedWhenUsed<Props> {
  let found: React.ComponentType<Props> | undefined;
  const fetch = async (): Promise<void> => { found = (await load()).default; };

  function Loaded(props: Props): React.ReactElement {
    const [error, setError] = React.useState<unknown>();
    const [, setTried] = React.useState(0);
    const alive = React.useRef(true);
    // Remembered from the first drawing: a prefetch may end between it and the effect below, and then nothing else would draw the component.
    const waited = React.useRef(found === undefined);
    const tryIt = React.useCallback(() => {
      setError(undefined);
      fetch().then(() => { if (alive.current) setTried((tried) => tried + 1); }, (failure: unknown) => { if (alive.current) setError(failure); });
    }, []);
    React.useEffect(() => {
      alive.current = true;
      if (waited.current) tryIt();
      return () => { alive.current = false; };
    }, [tryIt]);
    const Found = found;
    if (Found) return <Found {...props} />;
    return error === undefined ? <Waiting /> : <ErrorMessage error={new RefusedError('offline', String(error))} actions={<TryAgain onTry={tryIt} />} />;
  }
  Loaded.prefetch = (): void => { if (!found) fetch().catch(() => undefined); };
  return Loaded;
}
