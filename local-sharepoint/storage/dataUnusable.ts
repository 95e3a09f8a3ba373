import { sqliteCode, sqliteCodes } from './sqliteError.ts';

/** The data folder cannot be used; the message says why and what to do. */
export class DataUnusable extends Error {}

/** Says in plain words why the data in `folder` could not be opened; a failure that is not of the disk or the file is passed on. */
export function dataUnusable(folder: string, failure: unknown): Error {
  if (failure instanceof DataUnusable) return failure;
  const reason = reasonOf(failure);
  if (reason === undefined) return failure instanceof Error ? failure : new Error(String(failure));
  return new DataUnusable(`${reason(`"${folder}"`)} (${failure instanceof Error ? failure.message : String(failure)})`);
}

type Reason = (folder: string) => string;

function reasonOf(failure: unknown): Reason | undefined {
  switch (sqliteCode(failure) ?? systemCode(failure)) {
    case sqliteCodes.busy: case sqliteCodes.locked:
      return (folder) => `The data in ${folder} is in use by another local SharePoint. Stop that one first, or give this one a folder of its own with --data.`;
    case sqliteCodes.corrupt: case sqliteCodes.noDatabase:
      return (folder) => `The data in ${folder} is damaged. Put back a copy of the folder, or move it away and start anew; nothing in it was changed.`;
    case sqliteCodes.full: case 'ENOSPC': case 'EDQUOT':
      return (folder) => `The disk that holds ${folder} is full. Make room, then start again; nothing is lost.`;
    case sqliteCodes.readOnly: case 'EACCES': case 'EROFS': case 'EPERM':
      return (folder) => `The data in ${folder} cannot be written. Give yourself the right to write there, or give another folder with --data.`;
    case sqliteCodes.cannotOpen: case 'EEXIST': case 'ENOTDIR':
      return (folder) => `There can be no data in ${folder}: it is no folder that can be used. Give another one with --data.`;
    case sqliteCodes.input:
      return (folder) => `The disk that holds ${folder} could not be read or written; it may be full or broken.`;
    default: return undefined;
  }
}

function systemCode(failure: unknown): string | undefined {
  return failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;
}
