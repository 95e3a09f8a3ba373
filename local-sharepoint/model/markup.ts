/** Text between the tags of XML or HTML. */
export function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text in an attribute in double quotes; it may stand between tags, too. */
export function escapedAttribute(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;');
}
