import type { Entity } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import type { Folder } from './place.ts';
import { storageOf } from './transfer.ts';

/** `storagemetrics` of a folder. Recorded: GetFolderStorageMetricsTest; `TotalSize` counts what files hold alone, where SharePoint adds what it keeps beside. */
export function storageMetricsEntity(folder: Folder, session: Session): Entity {
  const { files, bytes, modified } = storageOf(folder, session);
  return {
    type: 'SP.StorageMetrics', editLink: `Web/GetFolderByServerRelativePath(decodedurl='${folder.url.replaceAll("'", "''")}')/StorageMetrics`,
    properties: { LastModified: modified ?? folder.row?.['Modified'] ?? '0001-01-01T00:00:00', TotalFileCount: String(files), TotalFileStreamSize: String(bytes), TotalSize: String(bytes) },
  };
}
