import type { DatabaseSync } from 'node:sqlite';

/** How a clock is set: it stands at a moment, or runs so many milliseconds before (less than 0) or after this machine's. */
export type ClockSetting = { readonly fixed: number } | { readonly offset: number };

/** The time that a local SharePoint goes by: this machine's, unless it is set otherwise (`/_local/clock`). */
export class Clock {
  readonly #machine: () => number;
  readonly #told = new Set<() => void>();
  #setting: ClockSetting = { offset: 0 };

  constructor(machine: () => number = Date.now) {
    this.#machine = machine;
  }

  now(): Date {
    return new Date('fixed' in this.#setting ? this.#setting.fixed : this.#machine() + this.#setting.offset);
  }

  /** This machine's time, whatever the clock is set to. */
  machineTime(): number {
    return this.#machine();
  }

  get setting(): ClockSetting {
    return this.#setting;
  }

  set(setting: ClockSetting): void {
    this.#setting = setting;
    for (const tell of this.#told) tell();
  }

  /** Calls this whenever the clock was set: what waits for a time may have reached it. */
  onSet(tell: () => void): void {
    this.#told.add(tell);
  }
}

const clocks = new WeakMap<DatabaseSync, Clock>();

/** The clock of a database: the one that its sessions' `now()` reads, for what is given no session. */
export function clockOf(database: DatabaseSync): Clock {
  let clock = clocks.get(database);
  if (!clock) clocks.set(database, (clock = new Clock()));
  return clock;
}

/** Gives a database a clock that goes by another machine's time: tests do. */
export function setClock(database: DatabaseSync, clock: Clock): void {
  clocks.set(database, clock);
}
