import * as React from 'react';
import { Message } from '../../ui/message/Message';
import { useWords } from '../../ui/words/words';
import { useServices } from '../services';

/** Says that the browser is offline, or that SharePoint asks to wait. */
export function ConnectionNotice(): React.ReactElement | null {
  const { strings, plural } = useWords();
  const { onWaiting } = useServices();
  const [online, setOnline] = React.useState(() => navigator.onLine);
  const [seconds, setSeconds] = React.useState(0);
  React.useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  React.useEffect(() => onWaiting(setSeconds), [onWaiting]);
  if (!online) return <Message kind="warning">{strings.offline}</Message>;
  return seconds > 0 ? <Message kind="warning">{plural(strings.waiting, Math.ceil(seconds))}</Message> : null;
}
