import { randomUUID } from 'node:crypto';
import type { Entity } from '../routing/resource.ts';
import { changeToken, type TokenScope } from './changeToken.ts';
import { ChangeKind, ChangeType } from './changeTypes.ts';
import type { ChangeRow } from './readChanges.ts';

/** A change as SharePoint writes it; its own id is a new one each time. Recorded: exemplars "site-changes-verbose", "web-changes-verbose", PnP Core SDK, GetListChangesAsyncTest. */
export function changeEntity(row: ChangeRow, siteId: string, asked: TokenScope): Entity {
  const type = typeOf(row);
  const link = `${type}${randomUUID()}`;
  return {
    type, editLink: link, ...(row.kind === ChangeKind.List ? { navigation: ['Creator'] } : {}),
    properties: { ChangeToken: changeToken(asked, row), ChangeType: row.type, SiteId: siteId, Time: timeOf(row), ...own(row) },
  };
}

function typeOf({ kind }: ChangeRow): string {
  return `SP.Change${Object.entries(ChangeKind).find(([, number]) => number === kind)?.[0] ?? ''}`;
}

/** What only this kind has, in the recorded order. SharePoint leaves most of it empty. */
function own({ kind, web_id: WebId, list_id: ListId, item_id: ItemId, object_id: objectId }: ChangeRow): Record<string, unknown> {
  switch (kind) {
    case ChangeKind.Item: return { Editor: '', EditorEmailHint: null, ItemId, ListId, ServerRelativeUrl: '', SharedByUser: null, SharedWithUsers: null, UniqueId: objectId, WebId };
    case ChangeKind.File: case ChangeKind.Folder: return { UniqueId: objectId, WebId };
    case ChangeKind.List: return { BaseTemplate: 0, Editor: '', Hidden: false, ListId, Title: '', WebId };
    case ChangeKind.View: return { ViewId: objectId, ListId, WebId };
    case ChangeKind.Field: return { FieldId: objectId, WebId };
    // A web that is gone is told of in the one above it.
    default: return { WebId: objectId ?? WebId };
  }
}

/** Items and lists have whole seconds when they are added, changed or removed; all else has milliseconds, without zeros at the end (recorded). */
function timeOf({ kind, type, time }: ChangeRow): string {
  const whole = (kind === ChangeKind.Item || kind === ChangeKind.List || kind === ChangeKind.File || kind === ChangeKind.Folder) && (type <= ChangeType.DeleteObject || type === ChangeType.SystemUpdate);
  const [seconds = '', milliseconds = ''] = new Date(time).toISOString().replace('Z', '').split('.');
  const fraction = whole ? '' : milliseconds.replace(/0+$/, '');
  return `${seconds}${fraction === '' ? '' : `.${fraction}`}Z`;
}
