/** A place in a text that moves on as patterns are taken. */
export interface TextReader {
  /** Where the next pattern is looked for. */
  at: number;
  /** What a sticky pattern finds at this place, which then lies behind it; null when it finds nothing. */
  take(pattern: RegExp): RegExpExecArray | null;
}

export function textReader(text: string): TextReader {
  return {
    at: 0,
    take(pattern) {
      pattern.lastIndex = this.at;
      const match = pattern.exec(text);
      if (match) this.at = pattern.lastIndex;
      return match;
    },
  };
}
