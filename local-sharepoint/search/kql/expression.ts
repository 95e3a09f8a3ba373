/** A query in Keyword Query Language, read. */
export type KqlExpression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly KqlExpression[] }
  | { readonly kind: 'not'; readonly of: KqlExpression }
  /** Words to be found anywhere; no words stand for everything (`*`). */
  | { readonly kind: 'words'; readonly words: KqlWords }
  | { readonly kind: 'property'; readonly name: string; readonly operator: KqlOperator; readonly value: KqlWords }
  | { readonly kind: 'range'; readonly name: string; readonly from: string; readonly to: string }
  /** Words or phrases of which at most `distance` others stand between; `ordered`: the first one first. */
  | { readonly kind: 'near'; readonly of: readonly KqlWords[]; readonly distance: number; readonly ordered: boolean }
  /** What matches the first; of it, what matches the second comes before. */
  | { readonly kind: 'boosted'; readonly of: KqlExpression; readonly by: KqlExpression; readonly boost: number };

export type KqlOperator = ':' | '=' | '<>' | '<' | '>' | '<=' | '>=';

export interface KqlWords {
  /** Without quotes and without the `*`. */
  readonly text: string;
  /** Ended with `*`: the last word is the beginning of one. */
  readonly prefix: boolean;
}

/** Everything: no text, or only `*`. */
export const everything: KqlExpression = { kind: 'words', words: { text: '', prefix: true } };
