import { escapedAttribute, escapedText } from '../../model/markup.ts';

/** What XML 1.0 cannot hold, not even escaped. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text between tags, as .NET's writer leaves it: a carriage return escaped, so that no reader takes it away. */
export function xmlText(text: string): string {
  return escapedText(text.replace(impossible, '\ufffd')).replaceAll('\r', '&#xD;');
}

/** Text in an attribute; line ends and tabs escaped, so that no reader makes blanks of them. */
export function xmlAttribute(text: string): string {
  return escapedAttribute(text.replace(impossible, '\ufffd')).replaceAll('\r', '&#xD;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');
}

/** A name of an element; what cannot stand in one is written as SharePoint writes it in the names of columns. */
export function xmlName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.-]/gu, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`).replace(/^(?=[^\p{L}_])/u, '_');
}
