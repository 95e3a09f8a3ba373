/** Two signs with which tokens of texts begin; clients without Unicode send them as question marks. Recorded: pnp/pnpcore, SearchRefinerTest. */
const begins = '\u01c2\u01c2';

/** A value as a refinement token: `"ǂǂ68746d6c"`, its UTF-8 in hexadecimal. */
export function refinementToken(text: string): string {
  return `"${begins}${Buffer.from(text, 'utf8').toString('hex')}"`;
}

/** The text that a token (without its quotes) stands for; undefined for other texts. */
export function refinementText(token: string): string | undefined {
  const hex = /^(?:\u01c2\u01c2|\?\?\?\?|\?\?|\u00c7\u201a\u00c7\u201a)((?:[0-9a-f]{2})+)$/i.exec(token)?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').toString('utf8');
}
