import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { wrongArgument } from '../model/refusals.ts';
import type { ContentType } from './contentType.ts';

const type = 'SP.ContentType';
const texts = ['ClientFormCustomFormatter', 'DisplayFormUrl', 'DocumentTemplate', 'EditFormUrl', 'JSLink', 'MobileDisplayFormUrl', 'MobileEditFormUrl', 'MobileNewFormUrl', 'NewFormUrl'];
const flags: Readonly<Record<string, 'hidden' | 'readOnly' | 'sealed'>> = { Hidden: 'hidden', ReadOnly: 'readOnly', Sealed: 'sealed' };
const named: Readonly<Record<string, 'name' | 'group' | 'description'>> = { Name: 'name', Group: 'group', Description: 'description' };
/** Forms of a type are named by it; the rest is written back by clients that send what they read. */
const unchangeable: ReadonlySet<string> = new Set(['Id', 'StringId', 'Scope', 'SchemaXml', 'DocumentTemplateUrl', 'DisplayFormTemplateName', 'EditFormTemplateName', 'NewFormTemplateName']);
const longestName = 128;

/** Puts what a body says of a content type into it. Throws SharePoint's refusal of unknown names and wrong types. */
export function applyContentTypeInput(contentType: ContentType, given: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(given)) {
    const [text, flag] = [named[name], flags[name]];
    if (unchangeable.has(name)) continue;
    if (text !== undefined || texts.includes(name)) {
      if (typeof value !== 'string') throw wrongType('Edm.String');
      if (text === undefined) contentType.properties[name] = value;
      else contentType[text] = text === 'name' ? validName(value) : value;
    } else if (flag !== undefined) {
      if (typeof value !== 'boolean') throw wrongType('Edm.Boolean');
      contentType[flag] = value;
    } else throw unknownProperty(name, type);
  }
}

/** Documented: no `\ / : * ? " # % < > { } | ~ & , ;` nor a tab, no two dots together. */
export function validName(name: unknown): string {
  if (typeof name !== 'string' || name.trim() === '' || name.length > longestName || /[\\/:*?"#%<>{}|~&,;\p{Cc}]|\.\./u.test(name)) throw wrongArgument();
  return name;
}
