import { followModeration } from '../moderation/approval.ts';
import { isModerated } from '../moderation/moderation.ts';
import type { ListSchema } from '../model/list.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import type { Session } from '../session.ts';
import { listValidationFormula } from './columnFormulas.ts';
import { listDefaults } from './listDefaults.ts';
import { duplicateList, uniqueNeedsReadAll } from './listRefusals.ts';

/** Beside the defaults: what depends on the kind of list. */
const alsoSettable: ReadonlyMap<string, string> = new Map([['EnableAttachments', 'boolean'], ['EnableFolderCreation', 'boolean'], ['MajorVersionLimit', 'number'], ['MajorWithMinorVersionsLimit', 'number']]);
/** What a client sends back as it read it; SharePoint does not let it be changed. */
const unchangeable: ReadonlySet<string> = new Set([
  'BaseTemplate', 'BaseType', 'Created', 'CurrentChangeToken', 'DocumentTemplateUrl', 'EntityTypeName', 'Id', 'ImagePath', 'ImageUrl', 'ItemCount', 'LastItemDeletedDate',
  'LastItemModifiedDate', 'LastItemUserModifiedDate', 'ListItemEntityTypeFullName', 'ParentWebPath', 'ParentWebUrl', 'TemplateFeatureId', 'AllowContentTypes',
]);
/** Settings that would change how the list behaves in ways that are not here yet. */
const notHereWhenTrue: ReadonlySet<string> = new Set(['IrmEnabled']);
const longestTitle = 255;

/** Puts what a client says of a list into it. Throws SharePoint's refusal of names and values, and 501 for what is not here yet. */
export function applyListInput(session: Session, list: ListSchema, input: Readonly<Record<string, unknown>>): void {
  const moderated = isModerated(list);
  for (const [name, value] of Object.entries(input)) {
    if (unchangeable.has(name)) continue;
    switch (name) {
      case 'Title': list.title = freeTitle(session, list, value); break;
      case 'ReadSecurity': list.readSecurity = oneOf(value, [1, 2]); break;
      case 'WriteSecurity': list.writeSecurity = oneOf(value, [1, 2, 4]); break;
      case 'ValidationFormula': list.properties[name] = typeof value === 'string' && value !== '' ? listValidationFormula(list.fields, value) : settable(name, null); break;
      default: list.properties[name] = settable(name, value);
    }
  }
  if (list.readSecurity === 2 && list.fields.some(({ unique }) => unique)) throw uniqueNeedsReadAll();
  followModeration(session, list, moderated);
}

/** A title that a list may have, as far as it is given. */
export function validTitle(title: unknown): string {
  if (typeof title !== 'string' || title.trim() === '' || title.length > longestTitle) throw wrongArgument();
  return title;
}

function freeTitle(session: Session, list: ListSchema, title: unknown): string {
  const valid = validTitle(title);
  const holder = session.lists.byTitle(valid);
  if (holder && holder !== list) throw duplicateList();
  return valid;
}

function settable(name: string, value: unknown): unknown {
  const known = alsoSettable.get(name) ?? (Object.hasOwn(listDefaults, name) ? typeOfDefault(listDefaults[name]) : undefined);
  if (known === undefined) throw unknownProperty(name, 'SP.List');
  if (value !== null && typeof value !== known) throw wrongType(known === 'boolean' ? 'Edm.Boolean' : known === 'number' ? 'Edm.Int32' : 'Edm.String');
  if (value === true && notHereWhenTrue.has(name)) throw notHereYet(`lists with ${name}`);
  return value;
}

function typeOfDefault(value: unknown): string {
  return value === null ? 'string' : typeof value;
}

function oneOf<Value extends number>(value: unknown, allowed: readonly Value[]): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw wrongArgument();
  return found;
}
