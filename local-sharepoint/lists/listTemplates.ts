/** What SharePoint makes a list of (SP.ListTemplateType). */
export interface ListTemplate {
  readonly baseType: 0 | 1;
  /** The content type of its items. */
  readonly contentType: string;
  readonly featureId: string;
  readonly image: string;
  /** The views that it comes with, the one it opens with first. */
  readonly views: readonly TemplateView[];
}

export interface TemplateView {
  readonly title: string;
  readonly page: string;
  readonly query: string;
  readonly fields: readonly string[];
  readonly type?: 'CALENDAR';
}

const allItems = (fields: readonly string[], title = 'All Items', query = ''): TemplateView => ({ title, page: 'AllItems', query, fields });
const documents = allItems(['DocIcon', 'LinkFilename', 'Modified', 'Editor'], 'All Documents', '<OrderBy><FieldRef Name="FileLeafRef" /></OrderBy>');
const library = { baseType: 1, featureId: '00bfea71-e717-4e80-aa17-d0c71b360101', image: 'itdl' } as const;
const month = '<Where><DateRangesOverlap><FieldRef Name="EventDate" /><FieldRef Name="EndDate" /><FieldRef Name="RecurrenceID" /><Value Type="DateTime"><Month /></Value></DateRangesOverlap></Where>';
const calendarFields = ['EventDate', 'EndDate', 'fRecurrence', 'EventType', 'WorkspaceLink', 'Title', 'Location', 'Description', 'Workspace', 'MasterSeriesItemID', 'fAllDayEvent'];

/**
 * The templates that lists may be made of here. Recorded: 100, 101 (exemplars "list-add-generic", "list-add-doclib"). Features, content types and columns of the
 * others: SharePoint's own schemas, as its documentation and provisioning templates name them; their views are remembered.
 */
const templates: ReadonlyMap<number, ListTemplate> = new Map<number, ListTemplate>([
  [100, { baseType: 0, contentType: '0x01', featureId: '00bfea71-de22-43b2-a848-c05709900100', image: 'itgen', views: [allItems(['LinkTitle'])] }],
  [101, { ...library, contentType: '0x0101', views: [documents] }],
  [103, { baseType: 0, contentType: '0x0105', featureId: '00bfea71-2062-426c-90bf-714c59600103', image: 'itlink', views: [allItems(['URL', 'Comments'], 'All Links')] }],
  [104, { baseType: 0, contentType: '0x0104', featureId: '00bfea71-d1ce-42de-9c63-a44004ce0104', image: 'itann', views: [allItems(['LinkTitle', 'Modified'], 'All items', '<OrderBy><FieldRef Name="Modified" Ascending="FALSE" /></OrderBy>')] }],
  [105, { baseType: 0, contentType: '0x0106', featureId: '00bfea71-7e6d-4186-9ba8-c047ac750105', image: 'itcontct', views: [allItems(['LinkTitle', 'FirstName', 'Company', 'WorkPhone', 'HomePhone', 'Email'], 'All contacts', '<OrderBy><FieldRef Name="Title" /><FieldRef Name="FirstName" /></OrderBy>')] }],
  [106, {
    baseType: 0, contentType: '0x0102', featureId: '00bfea71-ec85-4903-972d-ebe475780106', image: 'itevent', views: [
      { title: 'Calendar', page: 'calendar', query: month, fields: calendarFields, type: 'CALENDAR' },
      allItems(['fRecurrence', 'LinkTitle', 'Location', 'EventDate', 'EndDate', 'fAllDayEvent'], 'All Events', '<OrderBy><FieldRef Name="EventDate" /></OrderBy>'),
      { title: 'Current Events', page: 'MyItems', query: month, fields: ['fRecurrence', 'LinkTitle', 'Location', 'EventDate', 'EndDate', 'fAllDayEvent'] },
    ],
  }],
  [107, { baseType: 0, contentType: '0x0108', featureId: '00bfea71-a83e-497e-9ba0-7a5c597d0107', image: 'ittask', views: [allItems(['LinkTitle', 'AssignedTo', 'Status', 'Priority', 'DueDate', 'PercentComplete', 'Predecessors'], 'All Tasks')] }],
  [109, { baseType: 1, contentType: '0x010102', featureId: '00bfea71-52d4-45b3-b544-b1c71b620109', image: 'itil', views: [allItems(['DocIcon', 'LinkFilename', 'ImageWidth', 'ImageHeight', 'FileSizeDisplay'], 'All Pictures', '<OrderBy><FieldRef Name="FileLeafRef" /></OrderBy>')] }],
  [119, { ...library, contentType: '0x0101009D1CB255DA76424F860D91F20E6C4118', views: [documents] }],
]);

/** Templates that SharePoint has and that are not here yet. */
const notHere: ReadonlySet<number> = new Set([102, 108, 110, 115, 117, 118, 120, 130, 140, 150, 160, 170, 171, 175, 200, 201, 202, 204, 207, 210, 211, 212, 300, 301, 302, 303, 433, 544, 600, 700, 850, 851, 1100, 1300, 3100]);

/** The template of this number, when lists may be made of it here. */
export function listTemplate(number: number): ListTemplate | undefined {
  return templates.get(number);
}

export function isTemplateOfSharePoint(number: number): boolean {
  return notHere.has(number);
}
