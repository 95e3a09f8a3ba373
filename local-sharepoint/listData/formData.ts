import { contentTypeOf } from '../contentTypes/listContentTypes.ts';
import { toForm } from '../items/dates.ts';
import { visibleRow } from '../items/itemEntity.ts';
import { path } from '../items/itemProperties.ts';
import { lookedUpText } from '../items/lookedUp.ts';
import { readIds, readValue } from '../items/readValue.ts';
import { valueText } from '../items/valueText.ts';
import { toHighLow } from '../model/basePermissions.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { wrongArgument } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { argument, wholeNumber } from '../routing/arguments.ts';
import type { Answer, PathSegment, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { fieldsOfForm, formField } from './clientForms.ts';

/** SP.ControlMode */
const modes: ReadonlyMap<string, number> = new Map([['1', 1], ['2', 2], ['3', 3], ['display', 1], ['edit', 2], ['new', 3]]);

/**
 * `RenderListFormData(itemid, formid, mode)`: what a form knows of an item, as a text with JSON in it. Names: PnPjs (`IListFormData`); values and schema as pages of
 * forms carry them (a page of SharePoint 2013 that a user published).
 */
export function listFormData(list: ListSchema, segment: PathSegment, request: ResourceRequest): Answer {
  const { session } = request;
  const mode = modes.get(String(argument(segment, 'mode', 2) ?? '').toLowerCase());
  const id = wholeNumber(argument(segment, 'itemid', 0)) ?? Number.NaN;
  if (mode === undefined || Number.isNaN(id)) throw wrongArgument();
  const row = mode === 3 ? undefined : visibleRow(list, id, session);
  const fields = fieldsOfForm(list);
  const type = contentTypeOf(list, row?.['ContentTypeId']);
  const shown = [...fields, ...list.fields.filter(({ internalName }) => ['Author', 'Editor', 'Created', 'Modified'].includes(internalName))];
  const data = {
    ...row ? { owshiddenversion: row._version } : {}, ContentType: type.name, ...Object.fromEntries(shown.map((field) => [field.internalName, row ? formValue(field, row, session) : field.defaultValue ?? ''])),
    ListSchema: Object.fromEntries(fields.map((field) => [field.internalName, formField(field, list, request)])), FormControlMode: mode,
    FieldControlModes: Object.fromEntries(shown.map((field) => [field.internalName, field.readOnly ? 1 : mode])), WebAttributes: webAttributes(request),
    ItemAttributes: { Id: row?.ID ?? 0, FsObjType: Number(row?.['FSObjType'] ?? 0), ExternalListItem: false, Url: row ? path(row) : '', ...effective(list, row, session) },
    ListAttributes: { Id: `{${list.id}}`, BaseType: list.baseType, Direction: 'none', ListTemplateType: list.baseTemplate, DefaultItemOpen: 1, EnableVersioning: list.properties['EnableVersioning'] !== false },
    CSRCustomLayout: false, PostBackRequired: false, PreviousPostBackHandled: false, UploadMode: false, SubmitButtonID: '', ItemContentTypeName: type.name, ItemContentTypeId: type.id, JSLinks: '',
  };
  return { kind: 'property', name: 'RenderListFormData', value: JSON.stringify(data) };
}

/** A value as forms hold it: `1;#text` for lookups and people, `;#a;#b;#` for several choices. */
function formValue(field: FieldSchema, row: ItemRow, session: Session): string {
  const stored = row[field.internalName];
  switch (field.type) {
    case 'Attachments': return row['_attachments'] === 1 ? '1' : '0';
    case 'Lookup': case 'LookupMulti': return readIds(field, stored).map((id) => `${id};#${lookedUpText(field, id, session)}`).join(';#');
    case 'User': case 'UserMulti': return readIds(field, stored).map((id) => person(id, session)).join(';#');
    case 'MultiChoice': return stored === null || stored === undefined ? '' : `;#${(readValue(field, stored) as string[]).join(';#')};#`;
    case 'Boolean': return stored === null || stored === undefined ? '' : String(stored);
    case 'DateTime': return stored === null || stored === undefined ? '' : toForm(String(stored), field.properties['DisplayFormat'] === 0);
    default: return valueText(field, readValue(field, stored), session);
  }
}

function person(id: number, { directory }: Session): string {
  const title = directory.principal(id)?.title ?? '';
  const email = directory.user(id)?.email ?? '';
  return `${id};#${title},#${directory.principal(id)?.loginName ?? ''},#${email},#${email},#${title}`;
}

function webAttributes({ session }: ResourceRequest): Record<string, unknown> {
  return { WebUrl: session.siteUrl, EffectivePresenceEnabled: true, AllowScriptableWebParts: true, PermissionCustomizePages: false, LCID: '1033', CurrentUserId: session.user.id };
}

function effective(of: ListSchema, row: ItemRow | undefined, { permissions }: Session): Record<string, number> {
  const { High, Low } = toHighLow(row ? permissions.onItem(of, row._scope) : permissions.onList(of));
  return { EffectiveBasePermissionsLow: Number(Low), EffectiveBasePermissionsHigh: Number(High) };
}
