import { readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { all, change } from '../storage/prepared.ts';

export type FeatureScope = 'Web' | 'Site';

interface Recorded { readonly SITEPAGEPUBLISHING: readonly string[]; readonly STS: readonly string[]; readonly site: readonly string[]; readonly names: Readonly<Record<string, string>>; readonly doMore: readonly string[]; readonly silent: readonly string[] }

/**
 * With which features webs begin (PnP Core SDK, HasCommunicationSiteFeatures: those of the communication site and of a team site), and site collections
 * (remembered). `doMore`: what SharePoint has and whose activation makes lists, columns or settings that are not here; `silent`: what
 * shows in no answer of the REST service, or hours later (document ids, the classic look of lists).
 */
const recorded = JSON.parse(readFileSync(new URL('./features.json', import.meta.url), 'utf8')) as Recorded;

/** Ids of the active features of a web made from a template, or of the site collection. */
export function activeFeatures(database: DatabaseSync, scopeId: string, scope: FeatureScope, template: string): string[] {
  const changed = new Map(all<{ feature_id: string; active: number }>(database, 'SELECT feature_id, active FROM features WHERE scope_id = ?', scopeId).map((row) => [row.feature_id, row.active === 1]));
  const first = scope === 'Site' ? recorded.site : template === 'SITEPAGEPUBLISHING' ? recorded.SITEPAGEPUBLISHING : recorded.STS;
  return [...first.filter((id) => changed.get(id) !== false), ...[...changed].flatMap(([id, active]) => active && !first.includes(id) ? [id] : [])];
}

/** Whether a feature can be activated for webs or site collections: `here`, in SharePoint alone, or not at all. */
export function knownFeature(id: string, scope: FeatureScope): 'here' | 'elsewhere' | undefined {
  if (recorded.doMore.includes(id)) return 'elsewhere';
  return (scope === 'Site' ? [...recorded.site, ...recorded.silent] : [...recorded.SITEPAGEPUBLISHING, ...recorded.STS]).includes(id) ? 'here' : undefined;
}

export function featureName(id: string): string {
  return recorded.names[id] ?? '';
}

export function setFeature(database: DatabaseSync, scopeId: string, id: string, active: boolean): void {
  change(database, 'INSERT INTO features VALUES (?1,?2,?3) ON CONFLICT (scope_id, feature_id) DO UPDATE SET active = ?3', scopeId, id, Number(active));
}

/** To be called when a web is deleted. */
export function forgetFeatures(database: DatabaseSync, scopeId: string): void {
  change(database, 'DELETE FROM features WHERE scope_id = ?', scopeId);
}
