/**
 * Thrown by a resource that cannot answer before something outside did: what the call (or its batch) changed is taken back, `work` is awaited, and the
 * call is made again. `work` leaves its result where the second call finds it: in the session's `waited`.
 */
export class MustWait extends Error {
  readonly work: () => Promise<void>;

  constructor(work: () => Promise<void>) {
    super('This call waits for something outside.');
    this.work = work;
  }
}

/** Makes a call, and makes it again after what it waits for. */
export async function settled<Result>(call: () => Result): Promise<Result> {
  for (;;) {
    try {
      return call();
    } catch (failure) {
      if (!(failure instanceof MustWait)) throw failure;
      await failure.work();
    }
  }
}
