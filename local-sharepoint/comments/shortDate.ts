/** A date with as many decimals as it needs, as recorded: `2024-08-16T09:45:27.83Z`. */
export function shortDate(date: string): string {
  return date.replace(/\.?0*Z$/, 'Z');
}
