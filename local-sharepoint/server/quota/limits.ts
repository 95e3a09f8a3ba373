/** So many requests in so many seconds. */
export interface QuotaLimit { readonly requests: number; readonly seconds: number }

/**
 * What is counted: all requests of a user; a user's searches; searches for people, of everybody together; calls of the profile service
 * (PeopleManager), of everybody together.
 */
export const quotaNames = ['user', 'search', 'peopleSearch', 'profiles'] as const;
export type QuotaName = typeof quotaNames[number];
export type QuotaLimits = Readonly<Partial<Record<QuotaName, QuotaLimit>>>;

/** Documented: "Avoid getting throttled or blocked in SharePoint Online" and "Search limits"; of profiles what a tenant of up to 1,000 licences has. */
export const documentedLimits: QuotaLimits = {
  user: { requests: 3000, seconds: 300 }, search: { requests: 10, seconds: 1 }, peopleSearch: { requests: 25, seconds: 1 }, profiles: { requests: 3000, seconds: 300 },
};

const may = `A quota is {"documented": true}, or some of {${quotaNames.join(', ')}} with {"requests": 3000, "seconds": 300} each, or both.`;

/** Reads what was posted to `/_local/quota`; answers what is wrong with it instead. */
export function readQuota(json: unknown): QuotaLimits | string {
  if (typeof json !== 'object' || json === null || Array.isArray(json) || Object.keys(json).length === 0) return may;
  let limits: QuotaLimits = {};
  for (const [name, value] of Object.entries(json).sort(([left]) => left === 'documented' ? -1 : 0)) {
    if (name === 'documented' && value === true) {
      limits = documentedLimits;
      continue;
    }
    const known = quotaNames.find((one) => one === name);
    if (!known || !isLimit(value)) return `"${name}" cannot be ${JSON.stringify(value)}. ${may}`;
    limits = { ...limits, [known]: value };
  }
  return limits;
}

/** Reads `--quota`: `documented`, or `user=3000/300,search=10/1`. Throws a TypeError that says what may stand there. */
export function quotaOption(text: string): QuotaLimits {
  if (text === 'documented') return documentedLimits;
  const entries = text.split(',').map((part) => /^(\w+)=(\d+)\/(\d+)$/.exec(part));
  const json = Object.fromEntries(entries.map((entry) => [entry?.[1] ?? '', { requests: Number(entry?.[2]), seconds: Number(entry?.[3]) }]));
  const limits = readQuota(json);
  if (typeof limits === 'string') throw new TypeError(`--quota is "documented", or requests/seconds of some of ${quotaNames.join(', ')}, as in user=3000/300,search=10/1, not "${text}".`);
  return limits;
}

function isLimit(value: unknown): value is QuotaLimit {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join() !== 'requests,seconds') return false;
  const { requests, seconds } = value as QuotaLimit;
  return [requests, seconds].every((number) => Number.isInteger(number) && number >= 1 && number <= 1e9);
}
