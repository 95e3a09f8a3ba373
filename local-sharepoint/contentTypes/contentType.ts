import { escapedAttribute } from '../model/markup.ts';

/** A column of a content type. */
export interface FieldLink {
  readonly id: string;
  /** Internal name. */
  readonly name: string;
  required: boolean;
  hidden: boolean;
  displayName?: string;
}

/** A content type of a web or of a list. */
export interface ContentType {
  /** `0x` and hexadecimal digits; it begins with the id of the type it was made from. */
  readonly id: string;
  name: string;
  group: string;
  description: string;
  hidden: boolean;
  readOnly: boolean;
  sealed: boolean;
  /** Names of form templates: display, edit, new. */
  readonly forms: readonly [string, string, string];
  /** What else was set: `JSLink`, `DocumentTemplate`, addresses of forms. */
  readonly properties: Record<string, string>;
  fields: FieldLink[];
}

/** The id of the type from which one was made: two digits, or 00 and a GUID, less; `0x01` comes from `0x` (System). */
export function parentId(id: string): string {
  const withoutGuid = /^(0x.*)00[0-9A-F]{32}$/.exec(id)?.[1];
  return withoutGuid ?? id.slice(0, -2);
}

/** An id in one spelling, or undefined for what is none. */
export function readContentTypeId(text: unknown): string | undefined {
  return typeof text === 'string' && /^0x(?:[0-9a-f]{2}){0,512}$/i.test(text) ? `0x${text.slice(2).toUpperCase()}` : undefined;
}

/** Whether one type comes from another, or is it. */
export function comesFrom(id: string, ancestor: string): boolean {
  return id === ancestor || (id.length > 2 && comesFrom(parentId(id), ancestor));
}

/** The type of these that is nearest to an id: itself, one made from it, or the one with the longest beginning in common (SPContentTypeCollection.BestMatch). */
export function bestMatch(types: readonly ContentType[], id: string): ContentType | undefined {
  const usable = types.filter((type) => comesFrom(type.id, '0x0120') === comesFrom(id, '0x0120'));
  return usable.find((type) => type.id === id) ?? usable.find((type) => parentId(type.id) === id)
    ?? [...usable].sort((left, right) => inCommon(right.id, id) - inCommon(left.id, id))[0];
}

function inCommon(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

/** The definition, in short: SharePoint also writes out each column. */
export function contentTypeXml({ id, name, group, description, fields }: ContentType): string {
  const columns = fields.map((field) => `<FieldRef ID="{${field.id}}" Name="${escapedAttribute(field.name)}"${field.required ? ' Required="TRUE"' : ''}${field.hidden ? ' Hidden="TRUE"' : ''}/>`).join('');
  return `<ContentType ID="${id}" Name="${escapedAttribute(name)}" Group="${escapedAttribute(group)}" Description="${escapedAttribute(description)}" Version="0"><Folder TargetName="_cts/${escapedAttribute(name)}"/><FieldRefs>${columns}</FieldRefs></ContentType>`;
}
