import { parseArgs } from 'node:util';
import { CannotImport } from '../site/cannotImport.ts';

const usage = `Use: npm run import -- stack-exchange DIR [--site URL]
  DIR         a folder with Posts.xml, Users.xml, Comments.xml, Votes.xml and Tags.xml of a Stack Exchange data dump
  --site URL  the site to import to; http://127.0.0.1:4321/sites/intranet unless given
For a site that asks who you are, put an access token in the environment variable SHAREPOINT_TOKEN.`;

export interface Options {
  /** The folder of the dump. */
  readonly folder: string;
  /** The site's address, without a slash at its end. */
  readonly site: string;
}

/** Reads the command line; throws `CannotImport` with how to use it. */
export function readOptions(args: readonly string[]): Options {
  const { positionals, values } = parsed(args);
  const [what, folder, ...more] = positionals;
  if (what !== 'stack-exchange') throw wrong(what === undefined ? 'Say what to import.' : `"${what}" cannot be imported; "stack-exchange" can.`);
  if (folder === undefined) throw wrong('Say in which folder the data dump is.');
  if (more.length > 0) throw wrong(`One folder at a time: "${more.join(' ')}" is too much.`);
  if (!/^https?:\/\/[^/]+/.test(values.site) || !URL.canParse(values.site)) throw wrong(`--site must be an address like https://contoso.sharepoint.com/sites/intranet, not "${values.site}".`);
  return { folder, site: values.site.replace(/[?#].*$/, '').replace(/\/+$/, '') };
}

function parsed(args: readonly string[]): { positionals: string[]; values: { site: string } } {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { site: { type: 'string', default: 'http://127.0.0.1:4321/sites/intranet' } } });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): CannotImport {
  return new CannotImport(`${message}\n${usage}`);
}
