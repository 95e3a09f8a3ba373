import { contentTypeId, contentTypeOf } from '../contentTypes/listContentTypes.ts';
import { fieldTypes } from '../lists/fieldTypes.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { isStored } from '../storage/itemTables.ts';

/**
 * `RenderOptions` 64: what forms to add and change an item show. Names: pnp/sp-dev-fx-controls-react (`IRenderListDataAsStreamClientFormResult`), whose
 * DynamicForm reads it; values of what that does not read are remembered.
 */
export function clientForms(list: ListSchema, request: ResourceRequest): Record<string, unknown> {
  const name = contentTypeOf(list, contentTypeId(list)).name;
  const fields = fieldsOfForm(list).map((field) => formField(field, list, request));
  const attachments = list.baseType === 0 && list.properties['EnableAttachments'] !== false;
  return {
    ClientForms: { New: { [name]: fields }, Edit: { [name]: fields } }, ContentTypeIdToNameMap: { [contentTypeId(list)]: name }, ClientFormCustomFormatter: {},
    EnableAttachments: attachments ? 'true' : 'false', FormRenderModes: { [name]: { New: { RenderType: 0 }, Edit: { RenderType: 0 }, Display: { RenderType: 0 } } },
  };
}

/** The columns of a form. */
export function fieldsOfForm(list: ListSchema): FieldSchema[] {
  return list.fields.filter((field) => isShown(field));
}

/** What people fill in: no columns that only SharePoint sets; the name of a file, but not of an item. */
function isShown(field: FieldSchema): boolean {
  return field.internalName === 'Attachments' || (isStored(field) && !field.readOnly && (!field.hidden || field.internalName === 'FileLeafRef') && !(field.fromBaseType && field.hidden && field.type === 'File'));
}

/** One column as forms know it: `ListSchema` of a form's page, seen in a page of SharePoint 2013 and in what pnp/sp-dev-fx-controls-react reads. */
export function formField(field: FieldSchema, list: ListSchema, { session, webUrl }: ResourceRequest): Record<string, unknown> {
  const own = field.properties;
  const facts = fieldTypes[field.type];
  const base = {
    Id: field.id, Title: field.title, InternalName: field.internalName, StaticName: field.internalName, Hidden: field.hidden, Name: field.internalName, Required: field.required, Direction: 'none',
    FieldType: field.type, Description: field.description, ReadOnlyField: field.readOnly, IsAutoHyperLink: false, Type: field.type.replace(/Multi$/, ''), DefaultValue: field.defaultValue, DefaultValueTyped: null,
    ClientSideComponentId: own['ClientSideComponentId'] ?? '00000000-0000-0000-0000-000000000000', ClientSideComponentProperties: own['ClientSideComponentProperties'] ?? null,
    CustomFormatter: own['CustomFormatter'] ?? null, ClientValidationFormula: own['ClientValidationFormula'] ?? null, ClientValidationMessage: own['ClientValidationMessage'] ?? null, IMEMode: null,
  };
  switch (field.type) {
    case 'Text': return { ...base, MaxLength: own['MaxLength'] ?? 255 };
    case 'Note': return { ...base, RichText: own['RichText'] === true, AppendOnly: own['AppendOnly'] === true, RichTextMode: 0, NumberOfLines: own['NumberOfLines'] ?? 6, AllowHyperlink: own['AllowHyperlink'] === true, ScriptEditorAdderId: '' };
    case 'Choice': return { ...base, Choices: own['Choices'] ?? [], FillInChoice: own['FillInChoice'] === true, FormatType: own['EditFormat'] === 1 ? 1 : 0 };
    case 'MultiChoice': return { ...base, MultiChoices: own['Choices'] ?? [], FillInChoice: own['FillInChoice'] === true };
    case 'Number': case 'Currency': case 'Integer': return { ...base, ShowAsPercentage: own['ShowAsPercentage'] === true, MinValue: own['MinimumValue'] ?? facts.properties['MinimumValue'], MaxValue: own['MaximumValue'] ?? facts.properties['MaximumValue'] };
    case 'DateTime': return { ...base, DisplayFormat: own['DisplayFormat'] ?? 1, CalendarType: 1, ShowWeekNumber: false, TimeSeparator: ':', TimeZoneDifference: '00:00:00', FirstDayOfWeek: 0, FirstWeekOfYear: 0, HijriAdjustment: 0, WorkWeek: '0111110', LocaleId: '1033', LanguageId: '1033', MinJDay: 109207, MaxJDay: 2666269, HoursMode24: false, HoursOptions: [] };
    case 'User': case 'UserMulti': return {
      ...base, Type: 'User', AllowMultipleValues: field.type === 'UserMulti', DependentLookup: false, Presence: own['Presence'] !== false, WithPicture: false, DefaultRender: true, WithPictureDetail: false, PictureOnly: false, PictureSize: null,
      ListFormUrl: `${webUrl}/_layouts/15/listform.aspx`, UserDisplayUrl: `${webUrl}/_layouts/15/userdisp.aspx`, EntitySeparator: ';', UserInfoListId: '', SharePointGroupID: own['SelectionGroup'] ?? 0,
      PrincipalAccountType: own['SelectionMode'] === 0 ? 'User' : 'User,SecGroup,SPGroup', SearchPrincipalSource: 15, ResolvePrincipalSource: 15, UserNoQueryPermission: false, UserDisplayOptions: null,
    };
    case 'Lookup': case 'LookupMulti': return {
      ...base, Type: 'Lookup', AllowMultipleValues: field.type === 'LookupMulti', DependentLookup: own['IsDependentLookup'] === true, BaseDisplayFormUrl: `${webUrl}/_layouts/15/listform.aspx?PageType=4`, Throttled: false,
      LookupListId: own['LookupList'], LookupListUrl: session.lists.byId(String(own['LookupList']))?.rootFolderUrl ?? '', LookupFieldName: own['LookupField'] ?? 'Title',
    };
    case 'URL': return { ...base, DisplayFormat: own['DisplayFormat'] ?? 0 };
    case 'Attachments': return { ...base, Required: false, ReadOnlyField: false, Hidden: list.properties['EnableAttachments'] === false };
    default: return base;
  }
}
