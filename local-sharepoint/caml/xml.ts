import { XMLParser } from 'fast-xml-parser';
import { SharePointError } from '../model/sharePointError.ts';

/** One element: its name is its only key beside `:@`, the attributes. */
export type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', preserveOrder: true, parseTagValue: false, parseAttributeValue: false, trimValues: false, htmlEntities: true, ignoreDeclaration: true });
/** How deep elements may lie in one another. */
const deepest = 200;
const largest = 1_000_000;

/** Reads CAML. Throws what SharePoint says of text that is none; document types, with which XML does harm, are refused too. */
export function parseCaml(xml: string): Node[] {
  if (xml.length > largest || /<!(DOCTYPE|ENTITY)/i.test(xml) || tooDeep(xml)) throw badCaml();
  try {
    return parser.parse(xml, true) as Node[];
  } catch {
    throw badCaml();
  }
}

function tooDeep(xml: string): boolean {
  let depth = 0;
  for (const [tag] of xml.matchAll(/<\/?[A-Za-z][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > deepest) return true;
  }
  return false;
}

export function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

/** The elements in an element. */
export function children(node: Node | undefined): Node[] {
  const inside = node?.[nameOf(node)];
  return Array.isArray(inside) ? (inside as Node[]).filter((child) => nameOf(child) !== '#text') : [];
}

export function first(nodes: readonly Node[], name: string): Node | undefined {
  return nodes.find((node) => nameOf(node) === name);
}

export function textOf(node: Node | undefined): string {
  const inside = node?.[nameOf(node)];
  return Array.isArray(inside) ? (inside as Node[]).filter((child) => nameOf(child) === '#text').map((child) => String(child['#text'])).join('') : '';
}

export function attributeOr(node: Node | undefined, name: string, otherwise: string): string {
  const value = (node?.[':@'] as Record<string, unknown> | undefined)?.[`@${name}`];
  return typeof value === 'string' ? value : otherwise;
}

export function attribute(node: Node, name: string): string {
  const value = attributeOr(node, name, '');
  if (value === '') throw badCaml();
  return value;
}

export function isTrue(node: Node | undefined, name: string, otherwise = 'FALSE'): boolean {
  return attributeOr(node, name, otherwise).toUpperCase() === 'TRUE';
}

/** Text and code remembered from SharePoint's answer to XML that is not CAML. */
export function badCaml(): SharePointError {
  return new SharePointError(500, '-2147467259, Microsoft.SharePoint.SPException', 'Cannot complete this action.\n\nPlease try again.');
}
