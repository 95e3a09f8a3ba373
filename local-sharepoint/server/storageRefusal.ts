import { SharePointError } from '../model/sharePointError.ts';
import { sqliteCode, sqliteCodes } from '../storage/sqliteError.ts';

/**
 * What a caller is told when the disk or the file of the data fails in the middle of work; any other failure is passed on as it is. A full disk
 * is 507, as WebDAV has it, with the code of Windows' ERROR_DISK_FULL (chosen: what SharePoint Online's own service says of its disks is not known).
 */
export function storageRefusal(failure: unknown): unknown {
  switch (sqliteCode(failure)) {
    case sqliteCodes.full: case sqliteCodes.input:
      return new SharePointError(507, '-2147024784, System.IO.IOException', 'There is not enough space on the disk: nothing of this request was kept. Make room where the local SharePoint keeps its data, then try again.');
    case sqliteCodes.corrupt: case sqliteCodes.noDatabase:
      return new SharePointError(500, '-2147023504, System.IO.IOException', 'The data of the local SharePoint is damaged: nothing of this request was kept. Stop it, and put back a copy of its data folder.');
    case sqliteCodes.readOnly:
      return new SharePointError(500, '-2147024891, System.UnauthorizedAccessException', 'The data of the local SharePoint cannot be written any more: nothing of this request was kept. Give it back the right to write its data folder.');
    default: return failure;
  }
}
