/** A text without its percent escapes; undefined when one of them cannot be read. */
export function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
