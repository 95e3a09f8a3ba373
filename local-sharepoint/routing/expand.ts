import { unknownField } from '../odata/invalidQuery.ts';
import { project } from '../odata/project.ts';
import { notHereYet } from '../model/refusals.ts';
import { parsePath } from './parsePath.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from './resource.ts';

type Find = (path: readonly PathSegment[], request: ResourceRequest) => Resource;

/**
 * Writes out the navigations that `$expand` names and the resource did not itself: each is read as its own address would be
 * (`web?$expand=CurrentUser` reads `web/CurrentUser`). A name that is no navigation is refused, one that is not here yet answers 501.
 */
export function expanded(answer: Answer, request: ResourceRequest, find: Find): Answer {
  const names = split(request.query.get('$expand'));
  if (names.size === 0) return answer;
  if (answer.kind === 'entity') return { ...answer, entity: withNavigations(answer.entity, names, request, find) };
  if (answer.kind === 'collection') return { ...answer, entities: answer.entities.map((entity) => withNavigations(entity, names, request, find)) };
  return answer;
}

interface Path { readonly name: string; readonly below: readonly string[] }

function withNavigations(entity: Entity, names: ReadonlyMap<string, Path>, request: ResourceRequest, find: Find): Entity {
  const written = new Map<string, unknown>();
  const there = new Set(Object.keys(entity.properties).map((name) => name.toLowerCase()));
  const select = split(request.query.get('$select'));
  for (const [lower, { name, below }] of names) {
    if (there.has(lower)) continue;
    const navigation = (entity.navigation ?? []).find((candidate) => candidate.toLowerCase() === lower);
    if (navigation === undefined) throw unknownField(name);
    written.set(navigation, navigationOf(entity, navigation, { ...request, ...entity.place, query: queryBelow(select.get(lower)?.below ?? [], below) }, find));
  }
  // Recorded: in the order of the entity's navigations, whatever was asked first (AddRoleDefinitionsTest, UpdateListItemModifiedCreatedBy).
  const inOrder = (entity.navigation ?? []).filter((navigation) => written.has(navigation)).map((navigation) => [navigation, written.get(navigation)] as const);
  return written.size === 0 ? entity : { ...entity, properties: { ...Object.fromEntries(inOrder), ...entity.properties } };
}

function navigationOf(entity: Entity, navigation: string, request: ResourceRequest, find: Find): unknown {
  const resource = find(parsePath(`${entity.editLink}/${navigation}`, new Map()), request);
  const answer = resource.get?.(request);
  if (!answer) throw notHereYet(`$expand=${navigation}`);
  const whole = expanded(answer, request, find);
  switch (whole.kind) {
    case 'entity': return project(whole.entity, request);
    case 'collection': return whole.entities.map((one) => project(one, request));
    case 'property': return whole.value;
    default: throw notHereYet(`$expand=${navigation}`);
  }
}

function queryBelow(select: readonly string[], expand: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...select.length > 0 ? [['$select', select.join(',')] as const] : [], ...expand.length > 0 ? [['$expand', expand.join(',')] as const] : []]);
}

/** `Fields/Title,Fields/Id,Title` by first name, lower-cased: fields → Title, Id below it; title → nothing. */
function split(text: string | undefined): ReadonlyMap<string, Path> {
  const found = new Map<string, { name: string; below: string[] }>();
  for (const path of (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    const slash = path.indexOf('/');
    const name = slash < 0 ? path : path.slice(0, slash);
    const known = found.get(name.toLowerCase()) ?? { name, below: [] };
    if (slash >= 0) known.below.push(path.slice(slash + 1));
    found.set(name.toLowerCase(), known);
  }
  return found;
}
