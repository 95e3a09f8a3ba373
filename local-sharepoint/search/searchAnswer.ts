import { randomUUID } from 'node:crypto';
import { complex, type Complex } from '../routing/complex.ts';
import type { FoundDocument } from './foundDocument.ts';
import { hitHighlightedSummary } from './hitHighlightedSummary.ts';
import { managedProperty } from './managedProperties.ts';
import type { SearchPlace } from './restrictions.ts';
import type { SearchResult } from './runSearch.ts';
import type { SearchRequest } from './searchRequest.ts';
import { escapedAttribute } from '../model/markup.ts';

const types = 'Microsoft.Office.Server.Search.REST';
const itemTemplate = '~sitecollection/_catalogs/masterpage/Display Templates/Search/Item_Default.js';
const groupTemplate = '~sitecollection/_catalogs/masterpage/Display Templates/Search/Group_Default.js';
/** What is written when nothing is selected. From the exemplar "search" and, beyond it, remembered. */
const usual = [
  'WorkId', 'Title', 'Author', 'Path', 'Url', 'OriginalPath', 'Description', 'Write', 'LastModifiedTime', 'HitHighlightedSummary', 'contentclass', 'ListId', 'ListItemID', 'FileExtension', 'FileType',
  'ContentTypeId', 'ParentLink', 'SiteName', 'SPWebUrl', 'SiteId', 'WebId', 'UniqueId', 'IsDocument', 'PreferredName', 'WorkEmail', 'JobTitle', 'Department', 'PictureURL', 'AccountName',
];

/** A result as search writes it. Recorded: exemplar "search". */
export function searchAnswer(request: SearchRequest, result: SearchResult, place: SearchPlace, elapsed: number): Complex {
  const rows = result.documents.map((document, at) => complex('SP.SimpleDataRow', { Cells: cellsOf(request, result, document, place, request.startRow + at) }));
  return complex(`${types}.SearchResult`, {
    ElapsedTime: elapsed,
    PrimaryQueryResult: complex(`${types}.QueryResult`, {
      CustomResults: [], QueryId: randomUUID(), QueryRuleId: '00000000-0000-0000-0000-000000000000', RefinementResults: null,
      RelevantResults: complex(`${types}.RelevantResults`, {
        GroupTemplateId: null, ItemTemplateId: null, Properties: resultProperties(request), ResultTitle: null, ResultTitleUrl: null, RowCount: rows.length,
        Table: complex('SP.SimpleDataTable', { Rows: rows }), TotalRows: result.total, TotalRowsIncludingDuplicates: result.total,
      }),
      SpecialTermResults: null,
    }),
    Properties: answerProperties(request), SecondaryQueryResults: [], SpellingSuggestion: null, TriggeredRules: [],
  });
}

/** Rank and DocId, what was asked, and what search adds to every row. */
function cellsOf(request: SearchRequest, { words }: SearchResult, document: FoundDocument, place: SearchPlace, position: number): Complex[] {
  const selected = (request.select.length > 0 ? request.select : usual).filter((name) => !/^(rank|docid)$/i.test(name));
  return [
    cell('Rank', String(1000 - position / 100), 'Edm.Double'), cell('DocId', String(document.doc_id), 'Edm.Int64'),
    ...selected.map((name) => name.toLowerCase() === 'hithighlightedsummary'
      ? cell(name, hitHighlightedSummary(document.body, words))
      : cell(name, managedProperty(name)?.read(document, place) ?? null, managedProperty(name)?.type)),
    cell('PartitionId', null), cell('UrlZone', '0', 'Edm.Int64'), cell('Culture', null), cell('ResultTypeId', '0'), cell('RenderTemplateId', itemTemplate),
  ];
}

function resultProperties({ queryText, source, startRow }: SearchRequest): Complex[] {
  return [
    cell('RenderTemplateId', groupTemplate), cell('QueryModification', `${queryText} ${source.only}`), cell('ExecutionTimeMs', '0', 'Edm.Int32'),
    cell('StartRecord', String(startRow), 'Edm.Int32'), cell('IsLastBlockInSubstrate', 'true', 'Edm.Boolean'), cell('IsFirstBlockInSubstrate', 'false', 'Edm.Boolean'),
    cell('IsFirstPinnedResultBlock', 'false', 'Edm.Boolean'), cell('IsLastPinnedResultBlock', 'false', 'Edm.Boolean'), cell('IsFirstRankedResultBlock', 'true', 'Edm.Boolean'),
    cell('IsLastRankedResultBlock', 'true', 'Edm.Boolean'), cell('MixedTableOrder', '0', 'Edm.Int32'),
  ];
}

function answerProperties({ queryText, source, rowLimit }: SearchRequest): Complex[] {
  return [
    cell('WordBreakerLanguage', 'en'), cell('SourceId', source.id), cell('HasParseException', 'false', 'Edm.Boolean'), cell('IsPartial', 'false', 'Edm.Boolean'),
    cell('CorrelationId', randomUUID(), 'Edm.Guid'), cell('RowLimit', String(rowLimit), 'Edm.Int32'), cell('IsMissingUnifiedGroups', 'false', 'Edm.Boolean'),
    cell('MultiGeoSearchStatus', 'Full'), cell('WasGroupRestricted', 'false', 'Edm.Boolean'), cell('EnableInterleaving', 'true', 'Edm.Boolean'), cell('piPageImpression', '1_1_1033'),
    cell('InternalRequestId', randomUUID()), cell('SerializedQuery', `<Query Culture="en-US" QueryText="${escapedAttribute(queryText)}" TrimDuplicates="False" KeywordType="True" />`),
  ];
}

function cell(key: string, value: string | null, type = 'Edm.String'): Complex {
  return complex('SP.KeyValue', { Key: key, Value: value, ValueType: value === null ? 'Null' : type });
}
