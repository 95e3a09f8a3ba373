import { parseArgs } from 'node:util';
import { quotaOption } from './server/quota/limits.ts';
import type { SharePointOptions } from './startSharePoint.ts';

export const help = `Use: npm run sharepoint -- [options]

  --port N           where it listens, on 127.0.0.1 alone: 0 to 65535, 0 for any free port (4321)
  --data DIR         the folder of its database (.local-sharepoint)
  --empty            only people, groups and a home page, without news and samples
  --package FILE     installs an .sppkg file; may be given several times
  --site /sites/NAME a site beside /sites/intranet; may be given several times
  --threshold N      the list view threshold: how many rows one query may touch (5000)
  --index-delay N    after how many seconds search finds what was written (0)
  --quota LIMITS     refuses who asks too often with 429: "documented" for SharePoint Online's limits, or some of
                     user, search, peopleSearch and profiles as requests/seconds, such as user=3000/300,search=10/1
  --help             this text

While it runs, POST to /_local/faults, /_local/clock and /_local/quota makes things go wrong, sets the time, and limits who asks; GET shows what
is set, DELETE takes it back. A POST of {} says what may be sent.`;

/** Reads the command line. Throws a TypeError that says what is wrong with it. */
export function readOptions(args: readonly string[]): SharePointOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4321' }, data: { type: 'string', default: '.local-sharepoint' }, empty: { type: 'boolean', default: false },
      package: { type: 'string', multiple: true, default: [] }, site: { type: 'string', multiple: true, default: [] },
      threshold: { type: 'string' }, quota: { type: 'string' }, 'index-delay': { type: 'string', default: '0' }, help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const wrong = values.site.find((site) => !/^\/sites\/[\w-]+$/.test(site));
  if (wrong !== undefined) throw new TypeError(`--site must look like /sites/name, not "${wrong}".`);
  return {
    port: wholeNumber('port', values.port, 0, 65535), data: values.data, packages: values.package, sites: values.site, empty: values.empty, indexDelay: wholeNumber('index-delay', values['index-delay'], 0, 1_000_000),
    ...(values.threshold === undefined ? {} : { threshold: wholeNumber('threshold', values.threshold, 1, 1_000_000_000) }),
    ...(values.quota === undefined ? {} : { quota: quotaOption(values.quota) }),
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new TypeError(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return number;
}
