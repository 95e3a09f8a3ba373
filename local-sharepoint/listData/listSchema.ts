import { fieldTypes } from '../lists/fieldTypes.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { grants } from '../model/basePermissions.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { allFields, type ChosenView } from './chosenView.ts';

/** The columns that link to an item, and the ones that they show. */
const shows: ReadonlyMap<string, string> = new Map([['LinkTitle', 'Title'], ['LinkTitleNoMenu', 'Title'], ['LinkFilename', 'FileLeafRef'], ['LinkFilenameNoMenu', 'FileLeafRef'], ['DocIcon', 'File_x0020_Type']]);

/** `ListSchema`: the view and its columns for drawing. Names of the type that classic pages declare (DefinitelyTyped, `ListSchema_InView`); which of them come is remembered. */
export function listSchema(list: ListSchema, { caml, stored, fields }: ChosenView, { session, webUrl }: ResourceRequest): Record<string, unknown> {
  const [group1, group2] = caml.grouping?.fields ?? [];
  return {
    LCID: '1033', Userid: String(session.user.id), PagePath: '', ShowWebPart: '', View: stored ? `{${stored.id.toUpperCase()}}` : '{00000000-0000-0000-0000-000000000000}', RootFolderParam: '', FieldSortParam: '',
    HttpVDir: webUrl, ...list.baseType === 1 ? { IsDocLib: '1' } : {}, UIVersion: '15', NoListItem: `There are no items to show in this view of the "${list.title}" ${list.baseType === 1 ? 'document library' : 'list'}.`,
    NoListItemHowTo: 'To add a new item, click "New".', ...group1 ? { Collapse: caml.grouping?.collapsed === true ? 'TRUE' : 'FALSE', group1: group1.internalName } : {}, ...group2 ? { group2: group2.internalName } : {},
    ...caml.aggregations.length > 0 ? { Aggregate: Object.fromEntries(caml.aggregations.map(({ name, type }) => [name, type])) } : {},
    DefaultItemOpen: '1', Direction: 'none', EffectivePresenceEnabled: '1', PresenceAlt: 'No presence information', UserDispUrl: `${session.siteUrl}/_layouts/15/listform.aspx?PageType=4&ListId=${list.id}`,
    ...grants(session.permissions.onList(list), 'AddListItems') ? { ListRight_AddListItems: '1' } : {}, SelectedID: '-1', InplaceSearchEnabled: 'false', TabularView: '1', Toolbar: 'Freeform', HasTitle: '1',
    Field: (fields === allFields ? list.fields.map(({ internalName }) => internalName) : fields).flatMap((name) => list.fields.find((field) => field.internalName.toLowerCase() === name.toLowerCase()) ?? []).map((field) => schemaField(field)),
    ForceNoHierarchy: '1',
  };
}

/** One column: `FieldSchema_InView`. Flags are "TRUE" and "FALSE". */
function schemaField(field: FieldSchema): Record<string, unknown> {
  const facts = fieldTypes[field.type];
  const own = field.properties;
  const flag = (value: boolean): string => value ? 'TRUE' : 'FALSE';
  const linked = shows.has(field.internalName) && field.internalName.startsWith('Link');
  return {
    ...field.readOnly && !linked ? {} : { AllowGridEditing: 'TRUE' }, Name: field.internalName, FieldType: field.type, RealFieldName: shows.get(field.internalName) ?? field.internalName, DisplayName: field.title, ID: field.id,
    StaticName: typeof own['StaticName'] === 'string' ? own['StaticName'] : field.internalName, ...linked ? { CalloutMenu: 'TRUE', ClassInfo: 'Menu' } : {}, Type: field.type,
    ...facts.filterable && own['Filterable'] !== false ? {} : { Filterable: 'FALSE' }, ...facts.sortable && own['Sortable'] !== false ? {} : { Sortable: 'FALSE' },
    ...field.readOnly ? { ReadOnly: flag(true) } : {}, ...field.fromBaseType ? { FromBaseType: flag(true) } : {}, ...linked ? { listItemMenu: 'TRUE' } : {},
    ...Array.isArray(own['Choices']) && field.type !== 'ModStat' ? { Choices: own['Choices'] } : {}, ...typeof own['CustomFormatter'] === 'string' ? { CustomFormatter: own['CustomFormatter'] } : {},
    ...field.type === 'User' || field.type === 'UserMulti' ? { HasUserLink: '1' } : {},
  };
}
