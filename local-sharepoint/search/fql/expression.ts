/** A filter in FAST Query Language, read: a call such as `range(1, max, from="GT")`, or a value; each perhaps about a property (`Author:…`). */
export type FqlExpression =
  | { readonly kind: 'call'; readonly property: string | undefined; readonly name: string; readonly of: readonly FqlExpression[]; /** `from="GT"`; in lower case. */ readonly options: ReadonlyMap<string, string> }
  | { readonly kind: 'value'; readonly property: string | undefined; readonly text: string; readonly quoted: boolean };
