/** A tag that fewer questions have finds too little to be preferred. */
export const enoughQuestions = 3;

/** More themes would be a filter in which nobody finds anything. */
export const mostThemes = 30;

/**
 * Chooses one of its tags as the theme of each question. Most communities have a tag that almost every question has, often as its first, and
 * a filter by that one finds everything; so it is the least used tag of those that at least three questions have, otherwise the most used
 * one; of equals the first. When these are more than 30, the 30 that most questions get remain, and the other questions choose among them.
 *
 * `tagsOf`: the tags of the questions by their ids. Answers the chosen tags by the same ids, without questions that get none; the same for the same dump.
 */
export function chooseThemes(tagsOf: ReadonlyMap<number, readonly string[]>): ReadonlyMap<number, string> {
  const uses = countEach([...tagsOf.values()].flatMap((tags) => [...new Set(tags)]));
  const chosenFrom = (isTheme: (tag: string) => boolean): Map<number, string> => new Map([...tagsOf].flatMap(([id, tags]) => {
    const tag = bestOf(tags.filter(isTheme), uses);
    return tag === undefined ? [] : [[id, tag] as const];
  }));
  const chosen = chosenFrom(() => true);
  const questionsWith = countEach(chosen.values());
  if (questionsWith.size <= mostThemes) return chosen;
  // The sort keeps the order of equals: that of the questions in the dump.
  const kept = new Set([...questionsWith].sort(([, left], [, right]) => right - left).slice(0, mostThemes).map(([tag]) => tag));
  return chosenFrom((tag) => kept.has(tag));
}

function bestOf(tags: readonly string[], uses: ReadonlyMap<string, number>): string | undefined {
  const byUse = [...tags].sort((left, right) => (uses.get(left) ?? 0) - (uses.get(right) ?? 0));
  const most = uses.get(byUse.at(-1) ?? '');
  return byUse.find((tag) => (uses.get(tag) ?? 0) >= enoughQuestions) ?? byUse.find((tag) => uses.get(tag) === most);
}

/** How often each of them is there. */
export function countEach(names: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
