import type { Fault } from './fault.ts';

type Check = (value: unknown) => string | undefined;

const matchKeys: Readonly<Record<string, Check>> = { method: text, path: pattern, user: text, body: pattern };

const keys: Readonly<Record<string, Check>> = {
  match: wrongMatch,
  status: (value) => isWhole(value, 400, 599) ? undefined : 'a whole number from 400 to 599',
  retryAfter: (value) => isWhole(value, 0, 86_400) || isDate(value) ? undefined : 'seconds, or a date',
  body: text,
  as: oneOf('html', 'json'),
  rateLimit: wrongRateLimit,
  delayMs: (value) => isWhole(value, 1, 600_000) ? undefined : 'milliseconds from 1 to 600,000',
  lose: flag,
  cut: oneOf('before', 'after'),
  malformed: oneOf('truncated', 'html'),
  part: flag,
  times: (value) => value === 'always' || isWhole(value, 1, 1_000_000) ? undefined : 'a whole number from 1, or "always"',
  after: (value) => isWhole(value, 0, 1_000_000) ? undefined : 'a whole number',
  probability: (value) => typeof value === 'number' && value > 0 && value <= 1 ? undefined : 'a number above 0 and at most 1',
  seed: (value) => isWhole(value, 0, 0xffffffff) ? undefined : 'a whole number',
};

const may = `A fault is an object of {${Object.keys(keys).join(', ')}}, with something that goes wrong: status, rateLimit, delayMs, lose, cut or malformed. Its match is an object of {${Object.keys(matchKeys).join(', ')}}.`;

/**
 * Reads what was posted: one fault, or a list of them. Answers what is wrong with it instead when it is none, does nothing, or cannot be done.
 * `lose: true` is the older name of `cut: "after"`.
 */
export function readFaults(json: unknown): readonly Fault[] | string {
  const given = Array.isArray(json) ? json as unknown[] : [json];
  if (given.length === 0) return `There is no fault in the list. ${may}`;
  for (const one of given) {
    const wrong = wrongFault(one);
    if (wrong !== undefined) return `${wrong} ${may}`;
  }
  return (given as (Fault & { readonly lose?: boolean })[]).map(({ lose, ...fault }) => lose === true ? { ...fault, cut: 'after' } : fault);
}

function wrongFault(one: unknown): string | undefined {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return 'This is no fault.';
  const wrong = wrongEntry(one, keys, 'A fault');
  if (wrong !== undefined) return wrong;
  const fault = one as Fault & { readonly lose?: boolean };
  const cut = fault.cut ?? (fault.lose === true ? 'after' : undefined);
  const done = [fault.status, cut, fault.malformed].filter((what) => what !== undefined);
  if (done.length === 0 && fault.delayMs === undefined && fault.rateLimit === undefined) return 'This fault does nothing.';
  if (done.length > 1) return 'A fault has one of status, cut (or lose) and malformed: only one of them can happen to a request.';
  if (fault.status === undefined && (fault.retryAfter !== undefined || fault.body !== undefined || fault.as !== undefined)) return 'The retryAfter, body and as of a fault belong to its status, and this one has none.';
  if (fault.body !== undefined && fault.as !== undefined) return 'A fault has its own body, or SharePoint\'s as html or json.';
  if (fault.part === true && (cut !== undefined || fault.delayMs !== undefined)) return 'A part of a batch has no connection of its own to cut or to delay.';
  if (fault.seed !== undefined && fault.probability === undefined) return 'The seed of a fault belongs to its probability, and this one has none.';
  return undefined;
}

function wrongEntry(one: object, checks: Readonly<Record<string, Check>>, what: string): string | undefined {
  for (const [name, value] of Object.entries(one)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check) return `${what} has no "${name}".`;
    const wanted = check(value);
    if (wanted !== undefined) return `The "${name}" of ${what.toLowerCase()} is ${wanted}, not ${JSON.stringify(value)}.`;
  }
  return undefined;
}

function wrongMatch(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'an object';
  const wrong = wrongEntry(value, matchKeys, 'A match');
  return wrong === undefined ? undefined : `an object that can be read (${wrong})`;
}

function wrongRateLimit(value: unknown): string | undefined {
  const fits = typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'limit,remaining,reset' && Object.values(value).every((number) => isWhole(number, 0, 1e9));
  return fits ? undefined : 'an object of the whole numbers {limit, remaining, reset}';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? undefined : 'a text';
}

function flag(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : 'true or false';
}

function oneOf(...allowed: readonly string[]): Check {
  return (value) => allowed.some((one) => one === value) ? undefined : allowed.map((one) => `"${one}"`).join(' or ');
}

function pattern(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'a regular expression as a text';
  try {
    new RegExp(value, 'i');
    return undefined;
  } catch {
    return 'a regular expression';
  }
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
