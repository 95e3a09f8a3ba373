import { readFileSync } from 'node:fs';

/** Milliseconds between two looks at whether npm is still there. */
const look = 300;
const shells: ReadonlySet<string> = new Set(['sh', 'dash', 'bash', 'ash', 'busybox', 'ksh', 'zsh']);

/**
 * Calls `stop` once, when the program is asked to end: Ctrl-C, SIGTERM, or when npm, which started it, was ended. npm passes a signal on to a
 * shell, and the shell ends without passing it on; of npm's own death by `kill -9` the shell is not told at all. A program that stayed would hold
 * its port.
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
  const npm = npmBehind(parent);
  setInterval(() => { if (process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm)) once(); }, look).unref();
}

/** npm, when there is a shell between it and this program. Known on Linux alone. */
function npmBehind(parent: number): number | undefined {
  try {
    return shells.has(readFileSync(`/proc/${parent}/comm`, 'utf8').trim()) ? parentOf(parent) : undefined;
  } catch {
    return undefined;
  }
}

/** The process that started this one, as Linux tells it: the fourth word of its `stat`, the second being a name in brackets. */
function parentOf(process: number): number | undefined {
  try {
    return Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${process}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}
