import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from './version.ts';
import { membersThatAsk } from './members.ts';
import { reasonOf } from './reasons.ts';
import type { Outcome } from './sweep.ts';

const file = join(resolve(import.meta.dirname, '../../..'), 'docs/pnpjs.md');
const row = /^\| `(\w+)` \| (.*) \|$/;

/** What the table says: each member that works. */
export function workingInTable(): ReadonlySet<string> {
  const found = new Set<string>();
  let owner = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) owner = '';
    const [, name = '', members = ''] = row.exec(line) ?? [];
    if (name !== '') owner = name;
    const works = /^works: (.*)$/.exec(members.split(' · ')[0] ?? '')?.[1];
    for (const member of works === undefined ? [] : works.split(', ')) found.add(`${owner}.${member}`);
  }
  return found;
}

/** Writes `docs/pnpjs.md` anew from what was seen. */
export function writeTable(outcomes: ReadonlyMap<string, Outcome>): void {
  const members = membersThatAsk();
  const modules = [...new Set(members.values())].sort();
  const count = (answer: Outcome['answer']): number => [...members.keys()].filter((name) => outcomes.get(name)?.answer === answer).length;
  const lines = [
    '# PnPjs on the local SharePoint',
    '',
    `Every member of \`@pnp/sp\` ${version()} that asks the service was called once against the local SharePoint, as its types declare it: ${members.size} members, of which`,
    `${count('works')} work, ${count('501')} are answered with 501 for the reason in brackets, and ${count('refused')} are refused otherwise, with SharePoint's own words or because the site has no such thing.`,
    'Classes that only build queries, pages or results inside the client are left out. This file is written by `npm run sweep:pnpjs`;',
    '`tests/contract/pnpSweep` fails when a member that works here stops working, or when a new version of PnPjs brings one that is not called.',
    ...modules.flatMap((module) => ['', `## ${module}`, '', '| class | members |', '| --- | --- |', ...rows(module, members, outcomes)]),
    '',
  ];
  writeFileSync(file, lines.join('\n'));
}

/** `a, b (why)` for members that are not here for the same reason. */
function reasoned(module: string, owner: string, members: readonly string[]): string[] {
  const why = (member: string): string => reasonOf(`${owner}.${member}`, module);
  return [...new Set(members.map(why))].map((reason) => `${members.filter((member) => why(member) === reason).join(', ')} (${reason})`);
}

function rows(module: string, members: ReadonlyMap<string, string>, outcomes: ReadonlyMap<string, Outcome>): string[] {
  const of = [...members].filter(([, each]) => each === module).map(([name]) => name);
  const owners = [...new Set(of.map((name) => name.split('.')[0] ?? ''))];
  return owners.map((owner) => {
    const mine = of.filter((name) => name.startsWith(`${owner}.`));
    const listed = (answer: Outcome['answer']): string[] => mine.filter((name) => outcomes.get(name)?.answer === answer).map((name) => name.slice(owner.length + 1));
    const refused = mine.filter((name) => outcomes.get(name)?.answer === 'refused').map((name) => `${name.slice(owner.length + 1)} (${outcomes.get(name)?.why.replaceAll('|', '\\|') ?? ''})`);
    const parts = [['works', listed('works')], ['501', reasoned(module, owner, listed('501'))], ['refused', refused]] as const;
    return `| \`${owner}\` | ${parts.filter(([, names]) => names.length > 0).map(([answer, names]) => `${answer}: ${names.join(', ')}`).join(' · ')} |`;
  });
}
