import type { FieldType } from '../model/list.ts';

export interface FieldTypeFacts {
  /** SP.FieldType */
  readonly kind: number;
  readonly displayName: string;
  readonly shortDescription: string;
  /** The entity type of such a field. */
  readonly entityType: string;
  readonly indexable: boolean;
  /** What only this type has, with SharePoint's defaults. Recorded: exemplars "field-*". */
  readonly properties: Readonly<Record<string, unknown>>;
}

const lookup = {
  AllowMultipleValues: false, DependentLookupInternalNames: [], IsDependentLookup: false, IsRelationship: true, LookupField: 'Title', LookupList: '',
  LookupWebId: '', PrimaryFieldId: null, RelationshipDeleteBehavior: 0, UnlimitedLengthInDocumentLibrary: false,
};
const person = { ...lookup, IsRelationship: false, LookupField: '', AllowDisplay: true, Presence: true, SelectionGroup: 0, SelectionMode: 1, UserDisplayOptions: null };
const choices = { FillInChoice: false, Mappings: null, Choices: [] };
const number = { CommaSeparator: true, CustomUnitName: null, CustomUnitOnRight: true, DisplayFormat: -1, MaximumValue: 1.7976931348623157e308, MinimumValue: -1.7976931348623157e308, ShowAsPercentage: false, Unit: '' };

/** What SharePoint knows of each type of column. Which types can be indexed: "Add an index to a list or library column" of Microsoft Support. */
export const fieldTypes: Readonly<Record<FieldType, FieldTypeFacts>> = {
  Integer: type(1, 'Integer', 'Integer', 'SP.FieldNumber', true, {}),
  Text: type(2, 'Single line of text', 'Single line of text', 'SP.FieldText', true, { MaxLength: 255 }),
  Note: type(3, 'Multiple lines of text', 'Multiple lines of text', 'SP.FieldMultiLineText', false, { AllowHyperlink: false, AppendOnly: false, IsLongHyperlink: false, NumberOfLines: 6, RestrictedMode: false, RichText: false, UnlimitedLengthInDocumentLibrary: false, WikiLinking: false }),
  DateTime: type(4, 'Date and Time', 'Date and Time', 'SP.FieldDateTime', true, { DateFormat: 0, DateTimeCalendarType: 0, DisplayFormat: 1, FriendlyDisplayFormat: 0, TimeFormat: 0 }),
  Counter: type(5, 'Counter', 'Counter', 'SP.Field', true, {}),
  Choice: type(6, 'Choice', 'Choice (menu to choose from)', 'SP.FieldChoice', true, { ...choices, EditFormat: 0 }),
  Lookup: type(7, 'Lookup', 'Lookup (information already on this site)', 'SP.FieldLookup', true, lookup),
  LookupMulti: type(7, 'Lookup', 'Lookup (information already on this site)', 'SP.FieldLookup', false, { ...lookup, AllowMultipleValues: true }),
  Boolean: type(8, 'Yes/No', 'Yes/No (check box)', 'SP.Field', true, {}),
  Number: type(9, 'Number', 'Number (1, 1.0, 100)', 'SP.FieldNumber', true, number),
  Currency: type(10, 'Currency', 'Currency ($, ¥, €)', 'SP.FieldCurrency', true, { ...number, CurrencyLocaleId: 1033 }),
  URL: type(11, 'Hyperlink or Picture', 'Hyperlink or Picture', 'SP.FieldUrl', false, { DisplayFormat: 0 }),
  Computed: type(12, 'Computed', 'Computed', 'SP.FieldComputed', false, { EnableLookup: false }),
  Guid: type(14, 'Guid', 'Guid', 'SP.FieldGuid', true, {}),
  MultiChoice: type(15, 'Choice', 'Choice (menu to choose from)', 'SP.FieldMultiChoice', false, choices),
  Calculated: type(17, 'Calculated', 'Calculated (calculation based on other columns)', 'SP.FieldCalculated', false, {}),
  File: type(18, 'File', 'File', 'SP.Field', true, {}),
  Attachments: type(19, 'Attachments', 'Attachments', 'SP.Field', false, {}),
  User: type(20, 'Person or Group', 'Person or Group', 'SP.FieldUser', true, person),
  UserMulti: type(20, 'Person or Group', 'Person or Group', 'SP.FieldUser', false, { ...person, AllowMultipleValues: true }),
  ModStat: type(23, 'Approval Status', 'Approval Status', 'SP.FieldChoice', true, {}),
  ContentTypeId: type(25, 'Content Type Id', 'Content Type Id', 'SP.Field', true, {}),
  Location: type(33, 'Location', 'Location', 'SP.FieldLocation', false, {}),
  Thumbnail: type(34, 'Image', 'Image', 'SP.FieldThumbnail', false, {}),
};

/** Types that somebody may add to a list here. */
export const addableTypes: ReadonlySet<FieldType> = new Set([
  'Text', 'Note', 'DateTime', 'Choice', 'Lookup', 'LookupMulti', 'Boolean', 'Number', 'Currency', 'URL', 'MultiChoice', 'User', 'UserMulti', 'Guid', 'Integer',
]);

/** The type of a `FieldTypeKind`, or undefined for one that this service does not have. */
export function typeOfKind(kind: number): FieldType | undefined {
  return (Object.keys(fieldTypes) as FieldType[]).find((name) => fieldTypes[name].kind === kind && !name.startsWith('LookupMulti') && !name.startsWith('UserMulti'));
}

function type(
  kind: number, displayName: string, shortDescription: string, entityType: string, indexable: boolean, properties: Record<string, unknown>,
): FieldTypeFacts {
  return { kind, displayName, shortDescription, entityType, indexable, properties };
}
