/** The value below which this part (0 to 1) of the values lies. Throws when there are none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  if (found === undefined) throw new Error('There is nothing to take the median of.');
  return found;
}

/** The middle value; of an even number of them the higher of the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
