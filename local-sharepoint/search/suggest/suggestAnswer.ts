import { escapedText } from '../../model/markup.ts';
import { searchPeople } from '../../people/organisation.ts';
import { complex, type Complex } from '../../routing/complex.ts';
import type { PathSegment, ResourceRequest } from '../../routing/resource.ts';
import { all } from '../../storage/prepared.ts';
import { refreshIndex } from '../indexing/refreshIndex.ts';
import { invalidParameter } from '../kql/refusals.ts';
import { folded } from '../kql/textFunctions.ts';
import { flagOf, parametersIn, textOf, wholeNumberOf, type Parameters } from '../parameters.ts';
import { visibleDocuments } from '../visibleSources.ts';
import { queriesLike } from './askedQueries.ts';

const types = 'Microsoft.Office.Server.Search.REST';
const usual = 5;
const most = 100;

/** `search/suggest`: people's names, one's own documents and former queries that go on from what was typed. Parameters: Microsoft, query suggestions. */
export function suggestAnswer(request: ResourceRequest, segment: PathSegment): Complex {
  const parameters = parametersIn(request, segment);
  const typed = textOf(parameters.get('querytext'), 'QueryText').trim();
  const marked = flagOf(parameters.get('fhithighlighting'), 'fHitHighlighting', true);
  const capital = flagOf(parameters.get('fcapitalizefirstletters'), 'fCapitalizeFirstLetters', false);
  const anyWord = flagOf(parameters.get('fprefixmatchallterms'), 'fPrefixMatchAllTerms', false);
  const withPeople = flagOf(parameters.get('showpeoplenamesuggestions'), 'ShowPeopleNameSuggestions', true);
  for (const name of ['fprequerysuggestions', 'enablestemming', 'enablequeryrules']) flagOf(parameters.get(name), name, true);
  const [queries, results] = [countOf(parameters, 'iNumberOfQuerySuggestions'), countOf(parameters, 'iNumberOfResultSuggestions')];
  if (typed === '') throw invalidParameter('QueryText');
  const { database } = request.session;
  const shown = (text: string): string => marked ? highlighted(text, typed) : text;
  return complex(`${types}.SuggestionResult`, {
    PeopleNames: withPeople ? searchPeople(database, typed, queries).map(({ title }) => title) : [],
    PersonalResults: ownDocuments(request, typed, results).map(({ title, url }) => complex(`${types}.PersonalResultSuggestion`, { HighlightedTitle: shown(title), IsBestBet: false, Title: title, TypeId: null, Url: url })),
    Queries: queriesLike(database, typed, anyWord).slice(0, queries).map((query) => complex(`${types}.QuerySuggestion`, { IsPersonal: false, Query: shown(capital ? capitals(query) : query) })),
  });
}

function countOf(parameters: Parameters, name: string): number {
  const count = wholeNumberOf(parameters.get(name.toLowerCase()), name, usual);
  if (count === 0) throw invalidParameter(name);
  return Math.min(count, most);
}

/** Documents that this person made or changed, with a title that has what was typed; the last changed first. */
function ownDocuments({ session, webUrl }: ResourceRequest, typed: string, limit: number): { title: string; url: string }[] {
  const { database, user } = session;
  const words = folded(typed);
  if (words.length === 0) return [];
  refreshIndex(database, () => session.now());
  return all<{ title: string; path: string }>(database, `
    SELECT d.title, d.path FROM search_documents d WHERE d.doc_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)
      AND EXISTS (SELECT 1 FROM principals p JOIN webs w ON w.root_web_id = p.web_id WHERE p.login_name = ? AND w.web_id = d.web_id AND p.id IN (d.author, d.editor)) AND ${visibleDocuments(session)}
    ORDER BY d.modified DESC, d.doc_id LIMIT ?`, `{title} : (${words.map((word) => `"${word}" *`).join(' AND ')})`, user.loginName, limit)
    .map(({ title, path }) => ({ title, url: `${new URL(webUrl).origin}${path}` }));
}

/** The words that were typed in bold (Microsoft: "format in bold"). */
function highlighted(text: string, typed: string): string {
  const words = folded(typed);
  return text.split(/([\p{L}\p{N}]+)/u).map((part) => {
    const [whole = ''] = folded(part);
    return whole !== '' && words.some((word) => whole.startsWith(word)) ? `<B>${escapedText(part)}</B>` : escapedText(part);
  }).join('');
}

function capitals(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
}
