import { kinds, type Kind, type Problem, type Report } from './report.ts';

const order = Object.keys(kinds) as Kind[];

/** The report as people read it: a table, why rows were skipped, and each row with something wrong. */
export function printedReport(report: Report): string {
  const shown = order.filter((kind) => report.counts(kind).read > 0);
  const anyFailed = report.anyFailed;
  const header = ['', 'read', 'imported', 'already there', 'skipped', ...(anyFailed ? ['failed'] : [])];
  const rows = shown.map((kind) => {
    const { read, imported, already, skipped, failed } = report.counts(kind);
    return [kinds[kind], ...[read, imported, already, skipped, ...(anyFailed ? [failed] : [])].map((count) => count.toLocaleString('en'))];
  });
  return [table([header, ...rows]), reasons(report), problems(report), aboutVotes(report)].filter((part) => part !== '').join('\n\n');
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart((widths[column] ?? 0) + 2))).join('').trimEnd()).join('\n');
}

function reasons(report: Report): string {
  const found = report.reasons.sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind) || right.count - left.count);
  if (found.length === 0) return '';
  const width = Math.max(...found.map(({ count }) => count.toLocaleString('en').length));
  return ['Skipped:', ...found.map(({ kind, reason, count }) => `  ${count.toLocaleString('en').padStart(width)}  ${kinds[kind]}: ${reason}`)].join('\n');
}

function problems({ problems: { kept, count } }: Report): string {
  if (count === 0) return '';
  const rest = count - kept.length;
  return ['Rows with something wrong:', ...kept.map((problem) => `  ${place(problem)}: ${problem.reason}`), ...(rest > 0 ? [`  … and ${rest.toLocaleString('en')} more`] : [])].join('\n');
}

function aboutVotes(report: Report): string {
  if (report.counts('reactions').read === 0) return '';
  return 'About the reactions: a data dump does not say who gave an up-vote. Each is shown as the like of another person of the community, chosen\n'
    + 'by a fixed rule, never the author. Who accepted an answer ("insightful") or marked a favourite ("love") is in the dump.';
}

function place({ file, line, id }: Problem): string {
  return `${file}, line ${line}${id === undefined ? '' : ` (Id ${id})`}`;
}

/** What is there now, in one sentence. */
export function finalLine(report: Report, site: string, milliseconds: number): string {
  const there = (...of: Kind[]): number => of.reduce((sum, kind) => sum + report.counts(kind).imported + report.counts(kind).already, 0);
  const added = order.reduce((sum, kind) => sum + report.counts(kind).imported, 0);
  const what = [`${amount(there('posts'), 'post')}, ${amount(there('answers', 'comments'), 'reply', 'replies')} and ${amount(there('reactions'), 'reaction')}`,
    `of ${amount(there('people', 'deletedPeople'), 'person', 'people')}`].join(' ');
  const done = report.anyFailed ? 'Not everything could be written; run the same command again to try the rest.' : added === 0 ? 'Nothing was left to import.' : 'Done.';
  return `${done} ${site} has ${what} of this community (${(milliseconds / 1000).toFixed(1)} s).`;
}

function amount(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
