import { randomUUID } from 'node:crypto';
import { complex, type Complex } from '../routing/complex.ts';
import type { FoundDocument } from './foundDocument.ts';
import { hitHighlightedSummary } from './hitHighlightedSummary.ts';
import { managedProperty } from './managedProperties.ts';
import type { SearchPlace } from './restrictions.ts';
import type { SearchResult } from './runSearch.ts';
import type { SearchRequest } from './searchRequest.ts';
import { escapedAttribute } from '../model/markup.ts';
import type { Session } from '../session.ts';
import { webById } from '../sites/web.ts';
import { peopleSourceId } from './resultSources.ts';

const noGuid = '00000000-0000-0000-0000-000000000000';
const types = 'Microsoft.Office.Server.Search.REST';
const itemTemplate = '~sitecollection/_catalogs/masterpage/Display Templates/Search/Item_Default.js';
const groupTemplate = '~sitecollection/_catalogs/masterpage/Display Templates/Search/Group_Default.js';
/** What is written when nothing is selected. Recorded: pnp/pnpcore, SearchRefinerTest. */
const usual = (
  'WorkId Rank Title Author Size Path Description Write CollapsingStatus HitHighlightedSummary HitHighlightedProperties contentclass PictureThumbnailURL ServerRedirectedURL ServerRedirectedEmbedURL '
  + 'ServerRedirectedPreviewURL FileExtension ContentTypeId ParentLink ViewsLifeTime ViewsRecent SectionNames SectionIndexes SiteLogo SiteDescription deeplinks importance SiteName IsDocument LastModifiedTime '
  + 'FileType IsContainer WebTemplate ResultTypeIdList ResultTypeId SecondaryFileExtension RenderTemplateId DocId docaclmeta SPWebUrl UniqueId ProgId LinkingUrl piSearchResultId GeoLocationSource SiteId WebId '
  + 'IsExternalContent ListId PartitionId UrlZone Culture OriginalPath'
).split(' ');
/** What people have beside it; remembered. */
const usualOfPeople = ['PreferredName', 'WorkEmail', 'JobTitle', 'Department', 'PictureURL', 'AccountName', 'AboutMe', 'BaseOfficeLocation', 'Interests', 'Skills', 'SipAddress'];
/** What follows what was selected. Recorded: exemplar "search". */
const added = 'ResultTypeIdList ResultTypeId RenderTemplateId piSearchResultId DocId Rank GeoLocationSource SiteId UniqueId WebId contentclass IsExternalContent PartitionId UrlZone Culture OriginalPath'.split(' ');

interface Row { readonly document: FoundDocument; readonly place: SearchPlace; readonly rank: number; readonly summary: string | null; readonly id: string; /** Whether the caller selected what to have. */ readonly selected: boolean }

/** A result as search writes it. Recorded: exemplar "search"; with refiners: pnp/pnpcore, SearchRefinerTest. */
export function searchAnswer(request: SearchRequest, result: SearchResult, place: SearchPlace, session: Session, elapsed: number): Complex {
  const impression = randomUUID();
  const rows = result.documents.map((document, at) => complex('SP.SimpleDataRow', {
    Cells: cellsOf(request, {
      document, place, rank: 1000 - (request.startRow + at) / 100, summary: hitHighlightedSummary(document.body, result.words, request.summaryLength) || null,
      id: `ARIA\u01c2${impression}\u01c2${randomUUID()}\u01c2${impression}.1000.${request.startRow + at + 1}\u01c2`, selected: request.select.length > 0,
    }),
  }));
  return complex(`${types}.SearchResult`, {
    ElapsedTime: elapsed,
    PrimaryQueryResult: complex(`${types}.QueryResult`, {
      CustomResults: [], QueryId: randomUUID(), QueryRuleId: noGuid, RefinementResults: result.refiners.length === 0 ? null : complex(`${types}.RefinementResults`, {
        GroupTemplateId: null, ItemTemplateId: null, Properties: tableProperties(request, 1), Refiners: result.refiners, ResultTitle: null, ResultTitleUrl: null,
      }),
      RelevantResults: complex(`${types}.RelevantResults`, {
        GroupTemplateId: null, ItemTemplateId: null, Properties: tableProperties(request, 0), ResultTitle: null, ResultTitleUrl: null, RowCount: rows.length,
        Table: complex('SP.SimpleDataTable', { Rows: rows }), TotalRows: result.total, TotalRowsIncludingDuplicates: result.totalIncludingDuplicates,
      }),
      SpecialTermResults: null,
    }),
    Properties: answerProperties(request, session, impression), SecondaryQueryResults: [], SpellingSuggestion: null, TriggeredRules: [],
  });
}

/** What was selected, what search adds to every row, and what it was sorted by. */
function cellsOf({ select, source, order }: SearchRequest, row: Row): Complex[] {
  const sortedBy = order.flatMap((key) => key.kind === 'property' ? [key.name] : []);
  const names = select.length > 0 ? [...select, ...added, ...sortedBy] : [...usual, ...source.id === peopleSourceId ? usualOfPeople : []];
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase())).map((name) => cellOf(name, row));
}

function cellOf(name: string, { document, place, rank, summary, id, selected }: Row): Complex {
  switch (name.toLowerCase()) {
    case 'rank': return cell(name, String(rank), 'Edm.Double');
    case 'hithighlightedsummary': return cell(name, summary);
    case 'pisearchresultid': return cell(name, id);
    case 'resulttypeidlist': case 'resulttypeid': return cell(name, selected ? '0' : null);
    case 'rendertemplateid': return cell(name, selected ? itemTemplate : null);
    default: {
      const property = managedProperty(name);
      return cell(name, property?.read(document, place) ?? null, property?.type);
    }
  }
}

function tableProperties({ queryText, source, startRow }: SearchRequest, order: number): Complex[] {
  return [
    cell('RenderTemplateId', groupTemplate), ...order === 0 ? [cell('QueryModification', `${queryText} ${source.only}`)] : [], cell('ExecutionTimeMs', '0', 'Edm.Int32'),
    cell('StartRecord', String(startRow), 'Edm.Int32'), cell('piPageImpressionBlockType', '2', 'Edm.Int32'), cell('IsLastBlockInSubstrate', 'true', 'Edm.Boolean'), cell('IsFirstBlockInSubstrate', 'false', 'Edm.Boolean'),
    cell('IsFirstPinnedResultBlock', 'false', 'Edm.Boolean'), cell('IsLastPinnedResultBlock', 'false', 'Edm.Boolean'), cell('IsFirstRankedResultBlock', 'true', 'Edm.Boolean'),
    cell('IsLastRankedResultBlock', 'true', 'Edm.Boolean'), cell('MixedTableOrder', String(order), 'Edm.Int32'),
  ];
}

function answerProperties({ source, rowLimit, asked }: SearchRequest, { database, webId }: Session, impression: string): Complex[] {
  return [
    cell('WordBreakerLanguage', 'en'), cell('SourceId', source.id), cell('HasParseException', 'false', 'Edm.Boolean'), cell('IsPartial', 'false', 'Edm.Boolean'),
    cell('CorrelationId', randomUUID(), 'Edm.Guid'), cell('RowLimit', String(rowLimit), 'Edm.Int32'), cell('IsMissingUnifiedGroups', 'false', 'Edm.Boolean'),
    cell('MultiGeoSearchStatus', 'Full'), cell('WasGroupRestricted', 'false', 'Edm.Boolean'), cell('EnableInterleaving', 'true', 'Edm.Boolean'), cell('piPageImpression', '1_1_1033'),
    cell('InternalRequestId', impression),
    cell('SerializedQuery', '<Query Culture="en-US" EnableStemming="True" EnablePhonetic="False" EnableNicknames="False" IgnoreAllNoiseQuery="True" SummaryLength="180" MaxSnippetLength="180" DesiredSnippetLength="90" KeywordInclusion="0"'
      + ` QueryText="${escapedAttribute(asked.text)}" QueryTemplate="${escapedAttribute(asked.template)}" TrimDuplicates="False" Site="${webById(database, webId).siteId}" Web="${webId}" KeywordType="True" HiddenConstraints="${escapedAttribute(asked.hidden)}" />`),
  ];
}

function cell(key: string, value: string | null, type = 'Edm.String'): Complex {
  return complex('SP.KeyValue', { Key: key, Value: value, ValueType: value === null ? 'Null' : type });
}
