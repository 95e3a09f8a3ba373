import { statusOf } from '../moderation/moderation.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { stringValueName } from '../lists/fieldNames.ts';
import { path } from '../items/itemProperties.ts';
import { lookedUpText } from '../items/lookedUp.ts';
import { readIds, readValue } from '../items/readValue.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { complex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { uiVersion, versionLabel } from './versionNumber.ts';

/** The values of a version in the order of the list's columns. Recorded: exemplar "item-versions". */
export function versionValues(list: ListSchema, row: ItemRow, isCurrent: boolean, session: Session): Record<string, unknown> {
  const always = alwaysThere(list, row, isCurrent);
  return Object.fromEntries(list.fields.flatMap((field) => {
    const name = field.internalName;
    // The version's own property of this name says when the version was made.
    if (name === 'Created') return [];
    if (Object.hasOwn(always, name)) return [[stringValueName(field), always[name]] as const];
    return isStored(field) ? [[stringValueName(field), valueOf(field, row, session)] as const] : [];
  }));
}

function valueOf(field: FieldSchema, row: ItemRow, session: Session): unknown {
  const stored = row[field.internalName];
  const several = field.type.endsWith('Multi');
  switch (field.type) {
    case 'User': case 'UserMulti': return several ? readIds(field, stored).map((id) => person(id, session)) : readIds(field, stored).map((id) => person(id, session))[0] ?? null;
    case 'Lookup': case 'LookupMulti': {
      const found = readIds(field, stored).map((id) => looked(id, lookedUpText(field, id, session)));
      return several ? found : found[0] ?? null;
    }
    case 'ContentTypeId': return complex('SP.ContentTypeId', { StringValue: stored });
    default: return readValue(field, stored);
  }
}

function person(id: number, session: Session): unknown {
  return complex('SP.FieldUserValue', { LookupId: id, LookupValue: session.directory.principal(id)?.title ?? null, Email: session.directory.user(id)?.email ?? '' });
}

function looked(id: number, text: string | null): unknown {
  return complex('SP.FieldLookupValue', { LookupId: id, LookupValue: text });
}

/** What is not kept in columns: worked out, or what the recording has for a plain item. */
function alwaysThere(list: ListSchema, row: ItemRow, isCurrent: boolean): Readonly<Record<string, unknown>> {
  const empty = ['ProgId', 'MetaInfo', 'Restricted', 'OriginatorId', '_ComplianceFlags', '_ComplianceTag', '_ComplianceTagWrittenTime', '_ComplianceTagUserId', 'AccessPolicy', '_VirusStatus', '_VirusVendorID', '_VirusInfo', '_CommentFlags', '_CommentCount'];
  const nothing = ['_HasCopyDestinations', '_CopySource', '_ModerationComments', 'InstanceID', 'WorkflowInstanceID', 'File_x0020_Type', 'AppAuthor', 'AppEditor', 'ComplianceAssetId'];
  const zero = ['ItemChildCount', 'FolderChildCount', 'NoExecute', 'ContentVersion', 'SMTotalFileStreamSize'];
  return {
    ...Object.fromEntries([...empty.map((name) => [name, ''] as const), ...nothing.map((name) => [name, null] as const), ...zero.map((name) => [name, '0'] as const)]),
    owshiddenversion: row._version, WorkflowVersion: 1, _UIVersion: uiVersion(row), _UIVersionString: versionLabel(uiVersion(row)), Attachments: row['_attachments'] === 1,
    _ModerationStatus: statusOf(list, row), Order: row.ID * 100, FileRef: path(row), FileDirRef: row['FileDirRef'], FileLeafRef: path(row).split('/').pop() ?? '', Last_x0020_Modified: row['Modified'], Created_x0020_Date: row['Created'],
    FSObjType: String(row['FSObjType']), SortBehavior: looked(row.ID, String(row['FSObjType'])), UniqueId: row.GUID, ParentUniqueId: `{${list.id.toUpperCase()}}`,
    SyncClientId: looked(row.ID, null), ScopeId: `{${(row._scope ?? list.webId).toUpperCase()}}`, _Level: 1, _IsCurrentVersion: isCurrent,
    SMTotalSize: looked(row.ID, ''), SMLastModifiedDate: row['Modified'], SMTotalFileCount: looked(0, ''),
  };
}
