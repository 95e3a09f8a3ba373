import type { ListSchema } from '../model/list.ts';
import { badName, pathTooLong } from './fileRefusals.ts';

const longestPath = 400;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)$/i;

/**
 * Refuses a name that no file or folder may have. Documented ("Restrictions and limitations in OneDrive and SharePoint"): the characters, spaces at either
 * end, the reserved names, `_vti_`, a leading `~$`, a full path of more than 400 characters. A dot at the end is remembered.
 */
export function checkName(name: string, folderUrl: string): void {
  if (name === '' || name !== name.trim() || /["*:<>?/\\|\p{Cc}]/u.test(name) || name.endsWith('.') || name.startsWith('~$') || /_vti_/i.test(name) || reserved.test(name)) throw badName(name);
  if (`${folderUrl}/${name}`.length > longestPath) throw pathTooLong();
}

/** `Plan.docx` that is taken becomes `Plan1.docx`, `Plan2.docx` … (`EnsureUniqueFileName`; the form is remembered). */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  for (let number = 0; ; number += 1) {
    const free = number === 0 ? name : `${stem}${number}${extension}`;
    if (!isTaken(free)) return free;
  }
}

/** Refuses the name of a new item of a library, or of a folder, that may not be; other items of lists have no names. */
export function checkNewName(list: ListSchema, values: ReadonlyMap<string, unknown>): void {
  const name = values.get('FileLeafRef');
  if (typeof name === 'string' && (list.baseType === 1 || values.get('FSObjType') === 1)) checkName(name, String(values.get('FileDirRef') ?? list.rootFolderUrl));
}
