import type { ListSchema } from '../model/list.ts';

/** `TasksList`, `Shared_x0020_Documents`: made from the address when the list was made, never changed by a new title. */
export function entityTypeName(list: ListSchema): string {
  const folder = list.rootFolderUrl.split('/').pop() ?? '';
  const name = [...folder].map((character, at) => /\p{L}/u.test(character) || (at > 0 && /\p{N}/u.test(character)) ? character : escaped(character)).join('');
  // Recorded: `_catalogs/wp` is `OData__x005f_catalogs_x002f_wp`.
  const begun = name.startsWith('_') ? `OData_${name}` : name.charAt(0).toUpperCase() + name.slice(1);
  return `${begun}${list.baseType === 1 ? '' : 'List'}`;
}

/** `SP.Data.TasksListItem`; recorded: `SP.Data.PNP_x005f_SDK…ListItem`. */
export function itemEntityType(list: ListSchema): string {
  return `SP.Data.${entityTypeName(list)}Item`;
}

/** `SP.ListData.TasksListItems`: what metadata call the list's items (seen in SharePoint's answers). */
export function itemSet(list: ListSchema): string {
  return `SP.ListData.${entityTypeName(list)}Items`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `_x${character.charCodeAt(at).toString(16).padStart(4, '0')}_`).join('');
}
