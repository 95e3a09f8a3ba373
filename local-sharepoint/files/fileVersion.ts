import { path } from '../items/itemProperties.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Entity } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { versionsOf } from '../versions/itemVersions.ts';
import { minorOf, uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { contentLength } from './contents.ts';
import { levelOf } from './level.ts';
import type { Placed } from './place.ts';

/** The former versions of a file, oldest first (recorded: exemplar "file-versions"). */
export function formerVersions({ list, row }: Placed, { database }: Pick<Session, 'database'>): readonly ItemRow[] {
  return versionsOf(database, list, row).slice(1).reverse();
}

/** One of them as SharePoint writes it. The published version of a file that has a draft now is a former one, and yet the current one (recorded: RestoreFileVersionByLabelTest). */
export function fileVersionEntity(file: Placed, version: ItemRow, session: Session): Entity {
  const number = uiVersion(version);
  const bytes = contentLength(session.database, file.list, version);
  return {
    type: 'SP.FileVersion', navigation: ['CreatedBy'],
    editLink: `Web/GetFileByServerRelativePath(decodedurl='${path(file.row).replaceAll("'", "''")}')/Versions(${number})`,
    properties: {
      CheckInComment: version['_checkin_comment'] ?? '', Created: version['Modified'], ID: number, IsCurrentVersion: isPublished(file, version, session), Length: String(bytes), Size: bytes,
      Url: `_vti_history/${number}/${path(file.row).slice(session.siteUrl.length + 1)}`, VersionLabel: versionLabel(number),
    },
  };
}

function isPublished(file: Placed, version: ItemRow, session: Session): boolean {
  if (levelOf(file.row, session) === 1 || minorOf(uiVersion(version)) !== 0) return false;
  const published = formerVersions(file, session).filter((former) => minorOf(uiVersion(former)) === 0);
  return published[published.length - 1] !== undefined && uiVersion(published[published.length - 1] as ItemRow) === uiVersion(version);
}
