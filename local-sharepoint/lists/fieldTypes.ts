import type { FieldType } from '../model/list.ts';

export interface FieldTypeFacts {
  /** SP.FieldType */
  readonly kind: number;
  readonly displayName: string;
  readonly shortDescription: string;
  /** The entity type of such a field. */
  readonly entityType: string;
  readonly indexable: boolean;
  /** Whether the values of such a column can be enforced to be unique. */
  readonly uniqueable: boolean;
  readonly sortable: boolean;
  readonly filterable: boolean;
  /** What only this type has, with SharePoint's defaults. Recorded: exemplars "field-*", PnP Core SDK ListFieldTests. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const lookup = {
  AllowMultipleValues: false, DependentLookupInternalNames: [], IsDependentLookup: false, IsRelationship: true, LookupField: 'Title', LookupList: '',
  LookupWebId: '', PrimaryFieldId: null, RelationshipDeleteBehavior: 0, UnlimitedLengthInDocumentLibrary: false,
};
const person = { ...lookup, IsRelationship: false, LookupField: '', AllowDisplay: true, Presence: true, SelectionGroup: 0, SelectionMode: 1, UserDisplayOptions: null };
const choices = { FillInChoice: false, Mappings: null, Choices: [] };
const number = { CommaSeparator: true, CustomUnitName: null, CustomUnitOnRight: false, DisplayFormat: -1, MaximumValue: 1.7976931348623157e308, MinimumValue: -1.7976931348623157e308, ShowAsPercentage: false, Unit: null };
const note = { AllowHyperlink: false, AppendOnly: false, IsLongHyperlink: false, NumberOfLines: 6, RestrictedMode: true, RichText: false, UnlimitedLengthInDocumentLibrary: false, WikiLinking: false };
const date = { DateTimeCalendarType: 0, DateFormat: null, DisplayFormat: 1, FriendlyDisplayFormat: 0, TimeFormat: null };

type Can = 'index' | 'unique' | 'sort' | 'filter';
const everything: readonly Can[] = ['index', 'unique', 'sort', 'filter'];
const all: readonly Can[] = ['index', 'sort', 'filter'];
const shown: readonly Can[] = ['sort', 'filter'];

/**
 * What SharePoint knows of each type of column. Which types can be indexed: "Add an index to a list or library column"; which can be unique:
 * "Enforce unique values in a list column" (both Microsoft Support).
 */
export const fieldTypes: Readonly<Record<FieldType, FieldTypeFacts>> = {
  Integer: type(1, 'Integer', 'Integer', 'SP.FieldNumber', all, number),
  Text: type(2, 'Single line of text', 'Single line of text', 'SP.FieldText', everything, { MaxLength: 255 }),
  Note: type(3, 'Multiple lines of text', 'Multiple lines of text', 'SP.FieldMultiLineText', [], note),
  DateTime: type(4, 'Date and Time', 'Date and Time', 'SP.FieldDateTime', everything, date),
  Counter: type(5, 'Counter', 'Counter', 'SP.Field', all, {}),
  Choice: type(6, 'Choice', 'Choice (menu to choose from)', 'SP.FieldChoice', everything, { ...choices, EditFormat: 0 }),
  Lookup: type(7, 'Lookup', 'Lookup (information already on this site)', 'SP.FieldLookup', everything, lookup),
  LookupMulti: type(7, 'Lookup', 'Lookup (information already on this site)', 'SP.FieldLookup', ['filter'], { ...lookup, AllowMultipleValues: true }),
  Boolean: type(8, 'Yes/No', 'Yes/No (check box)', 'SP.Field', all, {}),
  Number: type(9, 'Number', 'Number (1, 1.0, 100)', 'SP.FieldNumber', everything, number),
  Currency: type(10, 'Currency', 'Currency ($, ¥, €)', 'SP.FieldCurrency', everything, { ...number, CurrencyLocaleId: 1033 }),
  URL: type(11, 'Hyperlink or Picture', 'Hyperlink or Picture', 'SP.FieldUrl', ['sort'], { DisplayFormat: 0 }),
  Computed: type(12, 'Computed', 'Computed', 'SP.FieldComputed', shown, { EnableLookup: false }),
  Guid: type(14, 'Guid', 'Guid', 'SP.FieldGuid', all, {}),
  MultiChoice: type(15, 'Choice', 'Choice (menu to choose from)', 'SP.FieldMultiChoice', ['filter'], choices),
  Calculated: type(17, 'Calculated', 'Calculated (calculation based on other columns)', 'SP.FieldCalculated', shown, { CurrencyLocaleId: 1033, DateFormat: 0, DisplayFormat: -1, Formula: '', OutputType: 2, ShowAsPercentage: false }),
  File: type(18, 'File', 'File', 'SP.Field', all, {}),
  Attachments: type(19, 'Attachments', 'Attachments', 'SP.Field', shown, {}),
  User: type(20, 'Person or Group', 'Person or Group', 'SP.FieldUser', everything, person),
  UserMulti: type(20, 'Person or Group', 'Person or Group', 'SP.FieldUser', ['filter'], { ...person, AllowMultipleValues: true }),
  ModStat: type(23, 'Moderation Status', 'Moderation Status', 'SP.FieldChoice', all, {}),
  ContentTypeId: type(25, 'Content Type Id', 'Content Type Id', 'SP.Field', all, {}),
  Geolocation: type(31, 'Geolocation', 'Geolocation', 'SP.FieldGeolocation', [], {}),
  Location: type(33, 'Location', 'Location', 'SP.FieldLocation', [], note),
  Thumbnail: type(34, 'Thumbnail', 'Image', 'SP.FieldThumbnail', [], note),
};

/** Types that somebody may add to a list here. */
export const addableTypes: ReadonlySet<string> = new Set<FieldType>([
  'Text', 'Note', 'DateTime', 'Choice', 'Lookup', 'LookupMulti', 'Boolean', 'Number', 'Currency', 'URL', 'MultiChoice', 'User', 'UserMulti', 'Guid', 'Integer', 'Calculated', 'Thumbnail', 'Location', 'Geolocation',
]);

/** Types that SharePoint has and this service does not let anybody add yet. */
export const typesNotHere: ReadonlySet<string> = new Set([
  'Computed', 'TaxonomyFieldType', 'TaxonomyFieldTypeMulti', 'RatingCount', 'AverageRating', 'Likes', 'GridChoice', 'Threading',
  'ThreadIndex', 'Recurrence', 'CrossProjectLink', 'AllDayEvent', 'WorkflowStatus', 'WorkflowEventType', 'ModStat', 'File', 'Attachments', 'Counter', 'ContentTypeId', 'OutcomeChoice',
  'Image', 'HTML', 'SummaryLinks', 'PageSeparator', 'BusinessData', 'TargetTo', 'PublishingScheduleStartDateFieldType', 'PublishingScheduleEndDateFieldType',
]);

/** The type of a `FieldTypeKind` (a single-value one), or undefined when there is none of that number. */
export function typeOfKind(kind: number): FieldType | undefined {
  return (Object.keys(fieldTypes) as FieldType[]).find((name) => fieldTypes[name].kind === kind && name !== 'LookupMulti' && name !== 'UserMulti');
}

function type(
  kind: number, displayName: string, shortDescription: string, entityType: string, can: readonly Can[], properties: Record<string, unknown>,
): FieldTypeFacts {
  return {
    kind, displayName, shortDescription, entityType, properties,
    indexable: can.includes('index'), uniqueable: can.includes('unique'), sortable: can.includes('sort'), filterable: can.includes('filter'),
  };
}
