import type { SQLInputValue } from 'node:sqlite';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { ensureUser } from '../people/principals.ts';
import { bodyProperties } from '../routing/arguments.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { canvasHtml, layoutHtml } from './canvasContent.ts';
import { defaultBanner } from './pageEntity.ts';

const type = 'SP.Publishing.SitePage';

/** What a client sends back as it read it, and this service works out itself. */
const workedOut: ReadonlySet<string> = new Set([
  'AbsoluteUrl', 'AlternativeUrlMap', 'AuthoringMetadata', 'BannerThumbnailUrl', 'CanvasJson1', 'Categories', 'CoAuthState', 'CommentCount', 'CommentsDisabled', 'ContentTypeId',
  'DoesUserHaveEditPermission', 'FileName', 'FirstPublished', 'FirstPublishedRelativeTime', 'Id', 'IsLikedByCurrentUser', 'IsPageCheckedOutToCurrentUser', 'IsTemplate', 'IsWebWelcomePage', 'Language', 'LikeCount', 'ListId',
  'Modified', 'ModifiedRelativeTime', 'Name', 'Path', 'SitePageFlags', 'SocialBarOnSitePagesDisabled', 'UniqueId', 'Url', 'Version', 'VersionInfo',
]);

/** The columns that a body (SP.Publishing.SitePage) sets; `undefined` names are left as they are. Throws SharePoint's refusal of names and types. */
export function pageInput(request: ResourceRequest): Map<string, SQLInputValue> {
  const values = new Map<string, SQLInputValue>();
  for (const [name, value] of Object.entries(bodyProperties(request))) {
    if (workedOut.has(name)) continue;
    const [column, read] = Object.hasOwn(columns, name) ? columns[name] ?? refuse(name) : refuse(name);
    values.set(column, read(value, request.session));
  }
  return values;
}

/** What the new page is to be called, when the body says. */
export function pageName(request: ResourceRequest): string | undefined {
  const { Name, FileName } = bodyProperties(request);
  return typeof Name === 'string' && Name !== '' ? Name : typeof FileName === 'string' && FileName !== '' ? FileName : undefined;
}

type Column = readonly [column: string, read: (value: unknown, session: Session) => SQLInputValue];

const columns: Readonly<Record<string, Column>> = {
  Title: ['Title', textOf], Description: ['Description', textOf], TopicHeader: ['_TopicHeader', textOf], PageLayoutType: ['PageLayoutType', textOf], CallToAction: ['_SPCallToAction', textOf],
  PromotedState: ['PromotedState', numberOf], CanvasContent1: ['CanvasContent1', (value) => written(value, canvasHtml)], LayoutWebpartsContent: ['LayoutWebpartsContent', (value) => written(value, layoutHtml)],
  BannerImageUrl: ['BannerImageUrl', bannerOf], AuthorByline: ['_AuthorByline', authorsOf], OriginalSourceUrl: ['_OriginalSourceUrl', textOf], OriginalSourceSiteId: ['_OriginalSourceSiteId', textOf],
  OriginalSourceWebId: ['_OriginalSourceWebId', textOf], OriginalSourceListId: ['_OriginalSourceListId', textOf], OriginalSourceItemId: ['_OriginalSourceItemId', textOf],
};

function refuse(name: string): never {
  throw unknownProperty(name, type);
}

function textOf(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') throw wrongType('Edm.String');
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType('Edm.Int32');
  return value;
}

function written(value: unknown, write: (json: string) => string): string | null {
  const json = textOf(value);
  return json === null || json.trim() === '' ? null : write(json);
}

/** Its own address of this service is kept without the host. A page that is saved without a picture has the usual one (recorded). */
function bannerOf(value: unknown): string {
  const given = textOf(value) ?? '';
  const url = given === '' ? defaultBanner : given.replace(/^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?(?=\/)/i, '');
  return JSON.stringify({ Url: url, Description: url });
}

/** People by their principal names; who is not of the organisation is refused. */
function authorsOf(value: unknown, { database, rootWebId }: Session): string | null {
  if (value === null) return null;
  const given: unknown = typeof value === 'object' && 'results' in value ? value.results : value;
  if (!Array.isArray(given)) throw wrongType('Collection(Edm.String)');
  const ids = given.map((name) => ensureUser(database, rootWebId, textOf(name) ?? '').id);
  return ids.length === 0 ? null : JSON.stringify(ids);
}
