import sax from 'sax';

/** The attributes of one `<row …/>`, or what is wrong with it. */
export function parseRow(text: string): Readonly<Record<string, string>> | string {
  const parser = sax.parser(true, { strictEntities: true });
  let attributes: Readonly<Record<string, string>> | undefined;
  let problem: string | undefined;
  parser.onopentag = (tag) => { attributes ??= tag.attributes; };
  parser.onerror = (error) => { problem ??= error.message; };
  try {
    parser.write(text.trim()).close();
  } catch (error) {
    // The parser throws the error it has told, when it is to go on.
    problem ??= error instanceof Error ? error.message : String(error);
  }
  return problem === undefined && attributes !== undefined ? attributes : `it is not well-formed XML: ${(problem ?? 'no row').split('\n')[0] ?? ''}`;
}
