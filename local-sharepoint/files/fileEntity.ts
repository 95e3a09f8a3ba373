import { path } from '../items/itemProperties.ts';
import { complex } from '../routing/complex.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { webById } from '../sites/web.ts';
import { majorOf, minorOf, uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { contentLength } from './contents.ts';
import { checkedOutBy, levelOf } from './level.ts';
import type { Placed } from './place.ts';

/** A file as SharePoint writes it. Recorded: exemplar "file-get" (its keys; a published version's values are remembered). */
export function fileEntity({ list, row }: Placed, { session, query, webUrl }: ResourceRequest): Entity {
  const url = path(row);
  const id = row.GUID.toUpperCase();
  const number = uiVersion(row);
  return {
    type: 'SP.File', ...addressed(`Web/GetFileByServerRelativePath(decodedurl='${url.replaceAll("'", "''")}')`, webUrl), etag: fileEtag({ list, row }),
    navigation: [
      'Author', 'CheckedOutByUser', 'EffectiveInformationRightsManagementSettings', 'InformationRightsManagementSettings', 'ListItemAllFields', 'LockedByUser', 'ModifiedBy', 'Properties',
      'VersionEvents', 'VersionExpirationReport', 'Versions',
    ],
    properties: {
      CheckInComment: row['_checkin_comment'] ?? '', CheckOutType: checkedOutBy(row) === undefined ? 2 : 0, ContentTag: `{${id}},${row._version},1`, CustomizedPageStatus: /\.aspx$/i.test(url) ? 1 : 0, ETag: fileEtag({ list, row }), Exists: true,
      ExistsAllowThrowForPolicyFailures: true, ExistsWithException: true, IrmEnabled: false, Length: String(contentLength(session.database, list, row)), Level: levelOf(row, session), LinkingUri: null,
      LinkingUrl: '', MajorVersion: majorOf(number), MinorVersion: minorOf(number), Name: url.split('/').pop() ?? '', ServerRelativeUrl: url, TimeCreated: row['Created'],
      TimeLastModified: row['Modified'], Title: row['Title'] ?? null, UIVersion: number, UIVersionLabel: versionLabel(number), UniqueId: row.GUID,
      ...onRequest(url, query.get('$select') ?? '', { ListId: list.id, SiteId: webById(session.database, session.webId).siteId, WebId: list.webId }),
    },
  };
}

/** `"{<GUID>},<version>"` [recorded]. */
export function fileEtag({ row }: Placed): string {
  return `"{${row.GUID.toUpperCase()}},${row._version}"`;
}

/** What is only written when it is selected. */
export function onRequest(url: string, select: string, others: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const asked = new Set(select.toLowerCase().split(',').map((name) => name.trim()));
  return Object.fromEntries(Object.entries({ ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: url }), ...others }).filter(([name]) => asked.has(name.toLowerCase())));
}

/** The address within `_api`, and the one that clients may follow: what an address cannot hold is escaped in it. */
export function addressed(editLink: string, webUrl: string): { editLink: string; id: string } {
  return { editLink, id: `${webUrl}/_api/${editLink.replace(/[%#?\s]/g, encodeURIComponent)}` };
}
