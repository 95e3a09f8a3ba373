import * as React from 'react';
import type { SetupProgress, SetupRepository, SetupState } from '../../domain/setup/setupRepository';
import { useServices } from '../services';
import { useSetUpRuns } from './setUpRuns';

/** Set-up as the page shows it. */
export interface Setup {
  /** What the site has; undefined while it is being read. */
  readonly state: SetupState | undefined;
  readonly progress: SetupProgress | undefined;
  readonly running: boolean;
  readonly stopped: boolean;
  readonly error: unknown;
  check(): void;
  run(): void;
  stop(): void;
}

/** Reads what the site has at once; runs and stops set-up on request. `onReady` is called when a run ends with nothing wrong. */
export function useSetup(onReady: () => void): Setup {
  const { loadSetup } = useServices();
  const { runs, tell } = useSetUpRuns();
  const [shown, setShown] = React.useState<Pick<Setup, 'state' | 'progress' | 'running' | 'stopped' | 'error'>>({ state: undefined, progress: undefined, running: false, stopped: false, error: undefined });
  const stopping = React.useRef<AbortController>();
  const alive = React.useRef(true);
  const own = React.useRef(runs);
  const told = React.useRef(tell);
  told.current = tell;
  React.useEffect(() => () => {
    alive.current = false;
    stopping.current?.abort();
  }, []);
  const work = React.useCallback((task: (setup: SetupRepository) => Promise<SetupState>, running: boolean): void => {
    const show = (change: Partial<typeof shown>): void => { if (alive.current) setShown((before) => ({ ...before, ...change })); };
    show({ running, error: undefined, stopped: false, progress: undefined });
    loadSetup().then(task).then((state) => {
      const stopped = running && stopping.current?.signal.aborted === true && state.status !== 'ready';
      show({ state, running: false, stopped });
      if (!running || state.status !== 'ready' || !alive.current) return;
      own.current += 1;
      told.current();
      onReady();
    }, (error: unknown) => show({ error, running: false }));
  }, [loadSetup, onReady]);
  const check = React.useCallback(() => work((setup) => setup.check(), false), [work]);
  const first = React.useRef(check);
  React.useEffect(() => first.current(), []);
  // Another web part of the page set up or mended: what stands here is old.
  const isRunning = shown.running;
  React.useEffect(() => {
    if (runs === own.current || isRunning) return;
    own.current = runs;
    first.current();
  }, [runs, isRunning]);
  return {
    ...shown, check,
    run: () => {
      const stop = new AbortController();
      stopping.current = stop;
      work((setup) => setup.run((progress) => { if (alive.current) setShown((before) => ({ ...before, progress })); }, stop.signal), true);
    },
    stop: () => stopping.current?.abort(),
  };
}
