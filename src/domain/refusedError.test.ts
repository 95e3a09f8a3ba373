import { RefusedError } from './refusedError';

describe('RefusedError', () => {
  it('is known as itself after it was thrown, also as an Error', () => {
    const thrown = (): void => { throw new RefusedError('missing', 'Item does not exist.'); };
    expect(thrown).toThrow(RefusedError);
    expect(thrown).toThrow(Error);
    expect(thrown).toThrow('missing: Item does not exist.');
  });

  it('keeps the reason and the words of the server apart', () => {
    const { reason, detail } = new RefusedError('invalid', 'The property does not exist.');
    expect([reason, detail]).toEqual(['invalid', 'The property does not exist.']);
  });
});
