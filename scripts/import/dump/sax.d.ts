/** The part of `sax` that is used here; the package has no types of its own. */
declare module 'sax' {
  export interface Parser {
    onopentag: (tag: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }) => void;
    onerror: (error: Error) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: boolean, options?: { readonly strictEntities?: boolean }): Parser };
  export default sax;
}
