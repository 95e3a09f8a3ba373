import { bodyProperties } from '../../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../../routing/resource.ts';
import { voidAnswer } from '../../routing/arguments.ts';
import { accessDenied, wrongArgument } from '../../model/refusals.ts';
import { change } from '../../storage/prepared.ts';
import type { Person } from '../organisation.ts';
import { accountHolder } from './account.ts';
import { profileKeys } from './profileKeys.ts';
import { columnsOfPeople, editableByOwner, multiValued } from './profileProperties.ts';
import { notMultiValued, propertyNotEditable, propertyNotFound } from './profileRefusals.ts';

/** `SetSingleValueProfileProperty`: accountName, propertyName and propertyValue. Recorded answer: `{"odata.null":true}`. */
export function setSingleValue(segment: PathSegment): Resource {
  return {
    post: (request) => {
      const { person, name, body } = asked(request);
      const value = body['propertyValue'];
      if (typeof value !== 'string' && value !== null && value !== undefined) throw wrongArgument();
      setProperty(request, person, name, value ?? '');
      return voidAnswer(segment);
    },
  };
}

/** `SetMultiValuedProfileProperty`: the same with propertyValues. */
export function setMultiValued(segment: PathSegment): Resource {
  return {
    post: (request) => {
      const { person, name, body } = asked(request);
      const given = body['propertyValues'];
      const values: unknown = Array.isArray(given) ? given : (given as { results?: unknown } | null | undefined)?.results;
      if (!Array.isArray(values) || !values.every((value): value is string => typeof value === 'string')) throw wrongArgument();
      if (!multiValued.has(name)) throw notMultiValued();
      setProperty(request, person, name, values.join('|'));
      return voidAnswer(segment);
    },
  };
}

/** Sets one value of a profile and keeps it where it belongs. */
export function keepProperty({ session: { database } }: Pick<ResourceRequest, 'session'>, person: Person, name: string, value: string): void {
  const column = columnsOfPeople[name];
  if (column === undefined) change(database, 'INSERT OR REPLACE INTO profile_values VALUES (?,?,?)', person.login_name, name, value);
  else change(database, `UPDATE people SET ${column} = ? WHERE login_name = ?`, value, person.login_name);
}

function asked(request: ResourceRequest): { person: Person; name: string; body: Readonly<Record<string, unknown>> } {
  const body = bodyProperties(request);
  const name = body['propertyName'];
  if (typeof name !== 'string' || name === '') throw wrongArgument();
  return { person: accountHolder(request.session.database, body['accountName']), name, body };
}

/** One's own profile, as far as it is one's own to change; administrators change everything. */
function setProperty(request: ResourceRequest, person: Person, name: string, value: string): void {
  const { user } = request.session;
  if (person.login_name !== user.loginName && !user.isSiteAdmin) throw accessDenied();
  if (!profileKeys.includes(name)) throw propertyNotFound();
  if (!editableByOwner.has(name) && !user.isSiteAdmin) throw propertyNotEditable();
  keepProperty(request, person, name, value);
}
