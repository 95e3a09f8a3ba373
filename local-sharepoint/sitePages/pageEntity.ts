import { checkedOutBy } from '../files/level.ts';
import type { Placed } from '../files/place.ts';
import { path } from '../items/itemProperties.ts';
import { readIds, readUrl } from '../items/readValue.ts';
import { grants } from '../model/basePermissions.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { webById } from '../sites/web.ts';
import { versionsOf } from '../versions/itemVersions.ts';
import { majorOf, minorOf, uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { canvasJson, layoutJson } from './canvasContent.ts';
import { text } from './page.ts';

/** The picture of a page that has none of its own. */
export const defaultBanner = '/_layouts/15/images/sitepagethumbnail.png';

/**
 * A page as the SitePages service writes it (SP.Publishing.SitePage), or what a list of pages tells of it (SP.Publishing.SitePageMetadata, without content).
 * Recorded by the tests of pnp/cli-microsoft365 (page-add): keys, order and the dates of pages that were never published.
 */
export function pageEntity(page: Placed, request: ResourceRequest, whole: boolean): Entity {
  const { list, row } = page;
  const { session } = request;
  const url = path(row).slice(session.siteUrl.length + 1);
  return {
    type: whole ? 'SP.Publishing.SitePage' : 'SP.Publishing.SitePageMetadata', editLink: `SitePages/Pages(${row.ID})`, navigation: ['CreatedBy', 'LastModifiedBy', 'ListItemAllFields', 'Translations'],
    properties: {
      AbsoluteUrl: `${request.webUrl}/${encodeURI(url)}`, AuthorByline: authors(page, session), BannerImageUrl: banner(row, request), BannerThumbnailUrl: null,
      CallToAction: text(row, '_SPCallToAction') ?? '', Categories: null, ContentTypeId: row['ContentTypeId'], Description: text(row, 'Description'),
      DoesUserHaveEditPermission: grants(session.permissions.onItem(list, row._scope), 'EditListItems'), FileName: row['FileLeafRef'],
      FirstPublished: text(row, 'FirstPublishedDate') ?? '0001-01-01T08:00:00Z', Id: row.ID, IsPageCheckedOutToCurrentUser: checkedOutBy(row) === session.user.id,
      IsWebWelcomePage: String(webById(session.database, session.webId).properties['WelcomePage'] ?? 'SitePages/Home.aspx').toLowerCase() === url.toLowerCase(),
      Modified: row['Modified'], PageLayoutType: text(row, 'PageLayoutType') ?? 'Article', Path: complex('SP.ResourcePath', { DecodedUrl: url }), PromotedState: row['PromotedState'] ?? 0,
      Title: text(row, 'Title'), TopicHeader: text(row, '_TopicHeader'), UniqueId: row.GUID, Url: url, Version: versionLabel(uiVersion(row)),
      VersionInfo: complex('SP.Publishing.SitePageVersionInfo', lastPublished(page, session)),
      ...(whole || selects(request, 'CanvasContent1') ? content(row, request) : {}),
    },
  };
}

function content(row: ItemRow, request: ResourceRequest): Record<string, unknown> {
  const layout = text(row, 'LayoutWebpartsContent');
  return {
    AlternativeUrlMap: JSON.stringify({ UserPhotoAspx: `${request.webUrl}/_layouts/15/userphoto.aspx` }), AuthoringMetadata: null, CanvasContent1: canvasJson(text(row, 'CanvasContent1') ?? ''),
    CoAuthState: null, Language: null, LayoutWebpartsContent: layout === null ? null : layoutJson(layout), SitePageFlags: flags(row),
  };
}

function selects({ query }: ResourceRequest, name: string): boolean {
  return (query.get('$select') ?? '').toLowerCase().split(',').some((selected) => selected.trim() === name.toLowerCase());
}

function authors({ list, row }: Placed, session: Session): readonly string[] | null {
  const field = list.fields.find(({ internalName }) => internalName === '_AuthorByline');
  const found = field ? readIds(field, row['_AuthorByline']).flatMap((id) => session.directory.user(id)?.userPrincipalName ?? []) : [];
  return found.length === 0 ? null : found;
}

/** Kept server-relative where it is of this service, as its port may be another one tomorrow. */
function banner(row: ItemRow, { webUrl }: ResourceRequest): string | null {
  const stored = row['BannerImageUrl'];
  return stored === null || stored === undefined ? null : new URL(readUrl(stored).Url, webUrl).href;
}

function flags(row: ItemRow): string {
  const stored = text(row, '_SPSitePageFlags');
  return stored === null ? '' : (JSON.parse(stored) as string[]).join(',');
}

/** When the page was published last, and by whom. */
function lastPublished({ list, row }: Placed, { database, directory }: Session): Record<string, unknown> {
  const published = majorOf(uiVersion(row)) === 0 ? undefined : versionsOf(database, list, row).find((version) => minorOf(uiVersion(version)) === 0 && (version !== row || checkedOutBy(row) === undefined));
  if (!published) return { LastVersionCreated: '0001-01-01T00:00:00', LastVersionCreatedBy: '' };
  return { LastVersionCreated: published['Modified'], LastVersionCreatedBy: directory.principal(Number(published['Editor']))?.title ?? '' };
}
