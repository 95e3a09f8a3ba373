/** What is counted, in the order of the table. */
export const kinds = {
  people: 'People (Users.xml)',
  deletedPeople: 'People named by their posts only (accounts since deleted)',
  themes: 'Themes (Tags.xml)',
  posts: 'Posts (questions in Posts.xml)',
  answers: 'Replies (answers in Posts.xml)',
  comments: 'Replies (Comments.xml)',
  reactions: 'Reactions (Votes.xml)',
  otherPosts: 'Other rows of Posts.xml',
} as const;
export type Kind = keyof typeof kinds;

/** Where something stands in the dump. */
export interface Source { readonly file: string; readonly line: number; readonly id?: string }
/** Something that is wrong there. */
export interface Problem extends Source { readonly reason: string }

export interface Counts { read: number; imported: number; already: number; skipped: number; failed: number }

/** Problems that are kept in full; the others are counted. */
const mostProblems = 200;
const unreadableAs: Readonly<Record<string, Kind>> = { 'Users.xml': 'people', 'Posts.xml': 'otherPosts', 'Comments.xml': 'comments', 'Votes.xml': 'reactions', 'Tags.xml': 'themes' };

/** Keeps count of what was read and what became of it. */
export class Report {
  readonly #counts = new Map<Kind, Counts>();
  readonly #reasons = new Map<Kind, Map<string, number>>();
  readonly #problems: Problem[] = [];
  #problemCount = 0;

  counts(kind: Kind): Counts {
    const counts = this.#counts.get(kind) ?? { read: 0, imported: 0, already: 0, skipped: 0, failed: 0 };
    this.#counts.set(kind, counts);
    return counts;
  }

  read(kind: Kind): void {
    this.counts(kind).read += 1;
  }

  /** A row that was read is left out. `source`: say so row by row, too, because something is wrong with it. */
  skipped(kind: Kind, reason: string, source?: Source): void {
    this.counts(kind).skipped += 1;
    const reasons = this.#reasons.get(kind) ?? new Map<string, number>();
    this.#reasons.set(kind, reasons.set(reason, (reasons.get(reason) ?? 0) + 1));
    if (source !== undefined) this.problem({ ...source, reason });
  }

  /** SharePoint did not take a row. */
  failed(kind: Kind, source: Source, reason: string): void {
    this.counts(kind).failed += 1;
    this.problem({ ...source, reason: `SharePoint did not take it: ${reason}` });
  }

  /** A row of a file is not what it should be. */
  unreadable(problem: Problem): void {
    const kind = unreadableAs[problem.file] ?? 'otherPosts';
    this.read(kind);
    this.skipped(kind, 'could not be read (see below)');
    this.problem(problem);
  }

  problem(problem: Problem): void {
    this.#problemCount += 1;
    if (this.#problems.length < mostProblems) this.#problems.push(problem);
  }

  get problems(): { readonly kept: readonly Problem[]; readonly count: number } {
    return { kept: this.#problems, count: this.#problemCount };
  }

  get reasons(): { kind: Kind; reason: string; count: number }[] {
    return [...this.#reasons].flatMap(([kind, reasons]) => [...reasons].map(([reason, count]) => ({ kind, reason, count })));
  }

  get anyFailed(): boolean {
    return [...this.#counts.values()].some(({ failed }) => failed > 0);
  }
}
