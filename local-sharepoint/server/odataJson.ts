import { SharePointError } from '../model/sharePointError.ts';

/** How deep values may lie in one another; SharePoint's own bodies need less than ten. */
export const deepestJson = 100;

/**
 * JSON as Microsoft's OData library reads it: also with single quotes and with bare names, as Microsoft's own examples have it. Texts of its refusals are
 * the library's (two of them quoted for SharePoint: SharePoint/sp-dev-docs#599 and by several users).
 */
export function odataJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return new LooseReader(text).whole();
  }
}

class LooseReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) throw bad('More than one value was found at the root of the JSON content. JSON content can only have one value at the root level, which is an array, an object or a primitive value.');
    return value;
  }

  #value(depth: number): unknown {
    if (depth > deepestJson) throw bad(`The values of the request lie in one another more than ${deepestJson} deep.`);
    this.#space();
    const character = this.#text[this.#at];
    switch (character) {
      case undefined: throw bad('Unexpected end of input was found in JSON content. Not all object and array scopes were closed.');
      case '{': return this.#object(depth);
      case '[': return this.#array(depth);
      case '"': case "'": return this.#string(character);
      default: return this.#primitive();
    }
  }

  #object(depth: number): Record<string, unknown> {
    const found: [string, unknown][] = [];
    this.#elements('Object', '}', () => {
      const name = this.#name();
      this.#space();
      if (this.#text[this.#at] !== ':') throw bad(`A colon character ':' is expected after the property name '${name}', but none was found.`);
      this.#at += 1;
      found.push([name, this.#value(depth + 1)]);
    });
    return Object.fromEntries(found);
  }

  #array(depth: number): unknown[] {
    const found: unknown[] = [];
    this.#elements('Array', ']', () => { found.push(this.#value(depth + 1)); });
    return found;
  }

  #elements(scope: 'Object' | 'Array', close: string, read: () => void): void {
    this.#at += 1;
    for (let count = 0; ; count += 1) {
      this.#space();
      const character = this.#text[this.#at];
      if (character === undefined) throw bad('Unexpected end of input was found in JSON content. Not all object and array scopes were closed.');
      if (character === close) break;
      if (count > 0) {
        if (character !== ',') throw bad(`A comma character ',' was expected in scope '${scope}'. Every two elements in an array and properties of an object must be separated by commas.`);
        this.#at += 1;
        this.#space();
      }
      if (this.#text[this.#at] === ',' || (count > 0 && this.#text[this.#at] === close)) throw bad(`An unexpected comma was found in scope '${scope}'. A comma is only valid between properties of an object or between elements of an array.`);
      read();
    }
    this.#at += 1;
  }

  #name(): string {
    const character = this.#text[this.#at];
    const name = character === '"' || character === "'" ? this.#string(character) : this.#word(/[\p{L}\p{N}_$.@-]*/uy);
    if (name === '') throw bad(`The property name '${name}' is not valid. The name of a property cannot be empty.`);
    return name;
  }

  #primitive(): unknown {
    const word = this.#word(/[\p{L}\p{N}_+.-]*/uy);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (/^[-\d]/.test(word)) {
      if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(word)) throw bad(`The value '${word}' is not a valid number.`);
      return Number(word);
    }
    throw /^[tfn]/.test(word) ? bad(`Unexpected token '${word}'.`) : bad('A token was not recognized in the JSON content.');
  }

  #string(quote: string): string {
    let from = this.#at += 1;
    let found = '';
    for (;;) {
      const character = this.#text[this.#at];
      if (character === undefined) throw bad('Unexpected end of input reached while processing a JSON string value.');
      if (character === quote || character === '\\') found += this.#text.slice(from, this.#at);
      this.#at += 1;
      if (character === quote) return found;
      if (character !== '\\') continue;
      found += this.#escape();
      from = this.#at;
    }
  }

  #escape(): string {
    const character = this.#text[this.#at] ?? '';
    this.#at += 1;
    const known = escapes.get(character);
    if (known !== undefined) return known;
    const code = /^[0-9a-f]{4}$/i.exec(this.#text.slice(this.#at, this.#at + 4))?.[0];
    if (character !== 'u' || code === undefined) throw bad(`An unrecognized escape sequence '\\${character}' was found in a JSON string value.`);
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #word(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? 'x')) this.#at += 1;
  }
}

const escapes: ReadonlyMap<string, string> = new Map([['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'], ['\\', '\\'], ['/', '/'], ['"', '"'], ["'", "'"]]);

function bad(message: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', message.startsWith('The values') ? message : `Invalid JSON. ${message}`);
}
