/**
 * What a SharePoint list is, as every room of the local SharePoint sees it. Plain data: `lists/` makes and changes it,
 * `query/` and `items/` read it. No room knows a particular list.
 */

export type FieldType =
  | 'Counter' | 'Text' | 'Note' | 'Number' | 'Currency' | 'Boolean' | 'Choice' | 'MultiChoice' | 'DateTime'
  | 'User' | 'UserMulti' | 'Lookup' | 'LookupMulti' | 'URL' | 'Calculated' | 'Guid' | 'Computed' | 'Integer'
  | 'ContentTypeId' | 'Attachments' | 'File' | 'ModStat' | 'Thumbnail' | 'Location' | 'Geolocation';

/** One column. `internalName` never changes; `title` is the display name. */
export interface FieldSchema {
  readonly id: string;
  readonly internalName: string;
  title: string;
  readonly type: FieldType;
  description: string;
  required: boolean;
  indexed: boolean;
  unique: boolean;
  hidden: boolean;
  readOnly: boolean;
  /** Came with the list (Title, Author, Modified …) rather than added by somebody. */
  readonly fromBaseType: boolean;
  /** Came with the template of the list (EventDate, Priority …): nobody can delete it. */
  readonly ofTemplate?: boolean;
  defaultValue: string | null;
  /** What only this type has, under SharePoint's own property names: Choices, RichText, LookupList, LookupField, MaxLength, MinimumValue, DisplayFormat, SelectionMode … */
  properties: Record<string, unknown>;
}

/** One list or library with its columns. */
export interface ListSchema {
  readonly id: string;
  readonly webId: string;
  title: string;
  /** Server-relative, e.g. `/sites/intranet/Lists/Tasks` or `/sites/intranet/SitePages`. */
  readonly rootFolderUrl: string;
  readonly baseTemplate: number;
  readonly baseType: 0 | 1;
  /**
   * The table that holds its items: one row an item, one column a stored field, under its internal name.
   * Stored forms: Number/Currency REAL; Boolean and Attachments 0/1; DateTime TEXT `YYYY-MM-DDTHH:MM:SSZ` (UTC);
   * User/Lookup the id as INTEGER; multi-value types a JSON array; URL a JSON object {Url, Description}; Calculated what its result is, an error as
   * its text; Geolocation, Location and Thumbnail JSON; else TEXT.
   * Every table also has `ID` INTEGER PRIMARY KEY, `GUID`, `Author`, `Editor`, `Created`, `Modified`, `FSObjType` (0 item, 1 folder),
   * `FileLeafRef`, `FileDirRef`, `ContentTypeId`, `_version` (1, 2, … each change; the number of the ETag) and
   * `_scope` (NULL, or the id of the item's own permission scope). With a list's first attachment comes `_attachments` (1: there are some).
   */
  readonly table: string;
  fields: FieldSchema[];
  /** 1 all items, 2 only their own. */
  readSecurity: 1 | 2;
  /** 1 all items, 2 only their own, 4 none. */
  writeSecurity: 1 | 2 | 4;
  hasUniqueRoleAssignments: boolean;
  itemCount: number;
  /** Every other property SharePoint returns by default, under SharePoint's names. */
  properties: Record<string, unknown>;
}
