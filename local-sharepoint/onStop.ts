/** Milliseconds between two looks at whether npm is still there. */
const look = 300;

/**
 * Calls `stop` once, when the program is asked to end: Ctrl-C, SIGTERM, or when npm, which started it, was ended. npm passes a signal on to a
 * shell, and the shell ends without passing it on; a program that stayed would hold its port.
 */
export function onStop(stop: () => void): void {
  let asked = false;
  const once = (): void => {
    if (asked) return;
    asked = true;
    stop();
  };
  process.on('SIGINT', once);
  process.on('SIGTERM', once);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) once(); }, look).unref();
}
