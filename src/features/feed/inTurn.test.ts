import { InTurn } from './inTurn';

/** Work that ends when it is told to; `log` says what began and ended. */
function held(log: string[], name: string): { work(isLatest: () => boolean): Promise<string>; end(error?: Error): void } {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => { end = (error) => error ? reject(error) : resolve(); });
  return {
    end,
    work: async (isLatest) => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends${isLatest() ? ' as the latest' : ''}`);
      return name;
    },
  };
}
const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

describe('work on the same thing', () => {
  it('is done one after another, in the order in which it was asked for', async () => {
    const log: string[] = [];
    const turn = new InTurn();
    const [first, second] = [held(log, 'first'), held(log, 'second')];
    const both = Promise.all([turn.run('a', first.work), turn.run('a', second.work)]);
    second.end();
    await settled();
    expect(log).toEqual(['first begins']);
    first.end();
    expect(await both).toEqual(['first', 'second']);
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends as the latest']);
  });

  it('goes on when what came before failed, and the failure reaches who asked', async () => {
    const log: string[] = [];
    const turn = new InTurn();
    const [first, second] = [held(log, 'first'), held(log, 'second')];
    const failed = turn.run('a', first.work);
    const done = turn.run('a', second.work);
    first.end(new Error('Refused'));
    second.end();
    await expect(failed).rejects.toThrow('Refused');
    expect(await done).toBe('second');
  });
});

describe('work on other things', () => {
  it('does not wait', async () => {
    const log: string[] = [];
    const turn = new InTurn();
    const [first, second] = [held(log, 'first'), held(log, 'second')];
    const waiting = turn.run('a', first.work);
    second.end();
    expect(await turn.run('b', second.work)).toBe('second');
    first.end();
    await waiting;
  });
});
