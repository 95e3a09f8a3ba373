/**
 * A dump does not say who voted. Each up-vote is given to another person, chosen from the ids of the post and of the people alone, so that
 * a repeated import chooses the same. Keeps a number a post, however many votes there are.
 */
export class Voters {
  readonly #people: readonly number[];
  readonly #nextPlace = new Map<number, number>();

  constructor(people: readonly number[]) {
    this.#people = people;
  }

  /** The next person for a post, never one of `not`; undefined when everybody has voted. */
  next(postId: number, not: readonly unknown[]): number | undefined {
    const count = this.#people.length;
    const { start, step } = walk(postId, count);
    for (let place = this.#nextPlace.get(postId) ?? 0; place < count; place += 1) {
      const person = this.#people[(start + place * step) % count];
      if (person === undefined || not.includes(person)) continue;
      this.#nextPlace.set(postId, place + 1);
      return person;
    }
    this.#nextPlace.set(postId, count);
    return undefined;
  }
}

/** A way through all the people, another one for each post: the step shares no divisor with their number, so it meets everybody once. */
function walk(postId: number, count: number): { start: number; step: number } {
  if (count < 2) return { start: 0, step: 1 };
  const scattered = Math.imul(postId ^ (postId >>> 15), 0x2c1b3c6d) >>> 0;
  let step = 1 + (scattered >>> 8) % (count - 1);
  while (greatestDivisor(step, count) > 1) step = step % (count - 1) + 1;
  return { start: scattered % count, step };
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
