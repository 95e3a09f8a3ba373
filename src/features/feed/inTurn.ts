/**
 * Runs what belongs to the same thing one after another, whatever becomes of those before: somebody who likes and takes it back at once has
 * both arrive in that order. `isLatest` tells whether nothing was asked for the same thing since.
 */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  public async run<Value>(key: string, work: (isLatest: () => boolean) => Promise<Value>): Promise<Value> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine: Promise<Value> = before.then(() => undefined, () => undefined).then(() => work(() => this.last.get(key) === mine));
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}
