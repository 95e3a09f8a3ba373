import type { Entity } from '../../routing/resource.ts';
import { isEntity } from '../project.ts';
import { atomProperties } from './atomProperty.ts';
import { xmlAttribute, xmlText } from './xmlText.ts';

const related = 'http://schemas.microsoft.com/ado/2007/08/dataservices/related/';
const scheme = 'http://schemas.microsoft.com/ado/2007/08/dataservices/scheme';

/** Where and when an answer is written, and whether links to what was not asked for are left out. */
export interface AtomPlace { /** `https://host/sites/x/_api/` */ readonly api: string; readonly now: string; readonly selected: boolean }

/**
 * One entity as an Atom entry: its id, its type, the links to itself and to its navigations, then its properties. Navigations that were expanded stand
 * inside their link. The order is that of answers quoted in public repositories; `namespaces` go into the outermost element.
 */
export function atomEntry(entity: Entity, place: AtomPlace, namespaces = ''): string {
  const etag = entity.etag === undefined ? '' : ` m:etag="${xmlAttribute(entity.etag)}"`;
  const id = entity.id ?? `${place.api}${entity.editLink}`;
  const plain = Object.fromEntries(Object.entries(entity.properties).filter(([name, value]) => !isNavigation(entity, name, value)));
  return `<entry${namespaces}${etag}><id>${xmlText(id)}</id><category term="${xmlAttribute(entity.type)}" scheme="${scheme}" />`
    + `<link rel="edit" href="${xmlAttribute(entity.editLink)}" />${links(entity, place)}<title /><updated>${place.now}</updated><author><name /></author>`
    + `<content type="application/xml"><m:properties>${atomProperties(plain, entity.edmType)}</m:properties></content></entry>`;
}

/** Entities as a feed, whose id is a new guid each time; where the next page is stands at its end. */
export function atomFeed(entities: readonly Entity[], place: AtomPlace, id: string, nextLink: string | undefined, namespaces = ''): string {
  return `<feed${namespaces}><id>${xmlText(id)}</id><title /><updated>${place.now}</updated>${entities.length === 0 ? '<author><name /></author>' : ''}`
    + `${entities.map((entity) => atomEntry(entity, place)).join('')}${nextLink === undefined ? '' : `<link rel="next" href="${xmlAttribute(nextLink)}" />`}</feed>`;
}

function links(entity: Entity, place: AtomPlace): string {
  const expanded = Object.entries(entity.properties).filter(([name, value]) => isNavigation(entity, name, value));
  const inside = new Map(expanded);
  const deferred = place.selected ? [] : (entity.navigation ?? []).filter((name) => !inside.has(name) && !Object.hasOwn(entity.properties, name));
  return [...expanded.map(([name, value]) => expandedLink(entity, name, value, place)), ...deferred.map((name) => `${linkTo(entity, name, /s$/.test(name) && !ofOne.has(name))} />`)].join('');
}

/** Navigations to one thing whose names end as those to many do. */
const ofOne: ReadonlySet<string> = new Set(['FieldValuesAsHtml', 'FieldValuesAsText', 'AllProperties', 'Properties', 'RegionalSettings', 'InformationRightsManagementSettings', 'EffectiveInformationRightsManagementSettings', 'MultilingualSettings', 'StorageMetrics']);

function expandedLink(entity: Entity, name: string, value: unknown, place: AtomPlace): string {
  const many = Array.isArray(value);
  const uri = `${place.api}${entity.editLink}/${name}`;
  const inner = many ? atomFeed((value as unknown[]).filter(isEntity), place, uri, undefined) : isEntity(value) ? atomEntry(value, place) : '';
  return `${linkTo(entity, name, many)}>${inner === '' ? '<m:inline />' : `<m:inline>${inner}</m:inline>`}</link>`;
}

function linkTo(entity: Entity, name: string, many: boolean): string {
  return `<link rel="${related}${xmlAttribute(name)}" type="application/atom+xml;type=${many ? 'feed' : 'entry'}" title="${xmlAttribute(name)}" href="${xmlAttribute(`${entity.editLink}/${name}`)}"`;
}

/** An entity or several; nothing, and no several, are one only where the entity says so. */
function isNavigation(entity: Entity, name: string, value: unknown): boolean {
  if (isEntity(value) || (Array.isArray(value) && isEntity(value[0]))) return true;
  const nothing = value === null || (Array.isArray(value) && value.length === 0);
  return nothing && (entity.edmType?.(name) === 'Navigation' || (entity.navigation ?? []).includes(name));
}
