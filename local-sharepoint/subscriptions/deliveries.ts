import type { DatabaseSync } from 'node:sqlite';
import { clockOf, type Clock } from '../model/clock.ts';
import { delivered, dueNotifications, failed, hasSubscriptions, nextDue, noteChanges, payload, type Notification } from './notifications.ts';
import { postTo } from './receiver.ts';

/** Milliseconds in which changes are gathered into one notification. */
const gathering = 250;
/** Longest wait of a timer here: a clock that stands still is looked at again. */
const longestWait = 60_000;

/** Sends notifications of web hooks, beside the requests that cause them: none of these waits for a receiver. */
export class Deliveries {
  readonly #database: DatabaseSync;
  readonly #clock: Clock;
  /** On their way: their rows stay until there is an answer. */
  readonly #sent = new Set<number>();
  #timer: NodeJS.Timeout | undefined;
  #timerAt = Infinity;
  #ended = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#clock = clockOf(database);
    this.#clock.onSet(() => { this.wake(); });
    // What was not delivered before the last stop.
    this.wake();
  }

  /** To be called after anything may have changed. */
  wake(): void {
    if (!this.#ended && hasSubscriptions(this.#database)) this.#wait(gathering);
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  #wait(milliseconds: number): void {
    const at = performance.now() + milliseconds;
    if (at >= this.#timerAt) return;
    clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(() => { this.#run(); }, milliseconds).unref();
  }

  #run(): void {
    this.#timerAt = Infinity;
    if (this.#ended) return;
    try {
      noteChanges(this.#database, this.#clock.now().getTime());
      const due = dueNotifications(this.#database, this.#clock.now().getTime()).filter(({ notification }) => !this.#sent.has(notification));
      for (const together of byReceiver(due)) void this.#send(together);
    } catch (failure) {
      // A disk that is full now may have room later.
      console.error(failure);
    }
    this.#waitForNext();
  }

  #waitForNext(): void {
    const due = nextDue(this.#database);
    if (due !== undefined) this.#wait(Math.max(gathering, Math.min(longestWait, due - this.#clock.now().getTime())));
  }

  async #send(notifications: readonly Notification[]): Promise<void> {
    const at = this.#clock.now().getTime();
    for (const { notification } of notifications) this.#sent.add(notification);
    const arrived = await postTo(notifications[0]?.notification_url ?? '', payload(notifications), { 'Content-Type': 'application/json; charset=utf-8' })
      .then(({ status }) => status >= 200 && status < 300, () => false);
    for (const { notification } of notifications) this.#sent.delete(notification);
    if (this.#ended) return;
    try {
      if (arrived) delivered(this.#database, notifications);
      else failed(this.#database, notifications, at);
    } catch (failure) {
      console.error(failure);
    }
    this.#waitForNext();
  }
}

/** Notifications for the same address go in one request. */
function byReceiver(notifications: readonly Notification[]): Iterable<readonly Notification[]> {
  const found = new Map<string, Notification[]>();
  for (const notification of notifications) found.set(notification.notification_url, [...found.get(notification.notification_url) ?? [], notification]);
  return found.values();
}
