import { isComplex } from '../../routing/complex.ts';
import { edmType, type EdmTypeOf } from '../edmType.ts';
import { isEntity } from '../project.ts';
import { xmlAttribute, xmlName, xmlText } from './xmlText.ts';

/**
 * One property: `<d:Title>…</d:Title>`, with `m:type` unless it is text and `m:null` when it is empty. Of complex values each element of a collection
 * names its type, of simple ones the collection does. Shapes: Microsoft's documentation, answers quoted in public repositories.
 */
export function atomProperty(name: string, value: unknown, typeOf?: EdmTypeOf, namespaces = ''): string {
  const element = `d:${xmlName(name)}`;
  if (value === null || value === undefined) return `<${element}${namespaces} m:null="true" />`;
  if (Array.isArray(value)) return collection(element, name, value, typeOf, namespaces);
  const type = typeOf?.(name) ?? edmType(name, value);
  return `<${element}${namespaces}${type === 'Edm.String' ? '' : ` m:type="${xmlAttribute(type)}"`}${content(element, value)}`;
}

/** The properties of a complex value or an entity, one after another. */
export function atomProperties(properties: Readonly<Record<string, unknown>>, typeOf?: EdmTypeOf): string {
  return Object.entries(properties).map(([name, value]) => atomProperty(name, value, typeOf)).join('');
}

function collection(element: string, name: string, values: readonly unknown[], typeOf: EdmTypeOf | undefined, namespaces: string): string {
  const ofObjects = isComplex(values[0]) || isEntity(values[0]);
  const type = typeOf?.(name) ?? edmType(name, values);
  const written = values.map((value) => `<d:element${ofObjects ? ` m:type="${xmlAttribute(edmType(name, value))}"` : ''}${content('d:element', value)}`).join('');
  return `<${element}${namespaces}${ofObjects ? '' : ` m:type="${xmlAttribute(type)}"`}${written === '' ? ' />' : `>${written}</${element}>`}`;
}

/** What follows the attributes of an element, to its end. */
function content(element: string, value: unknown): string {
  if (isComplex(value) || isEntity(value)) return `>${atomProperties(value.properties)}</${element}>`;
  if (typeof value === 'object' && value !== null) return `>${atomProperties(value as Record<string, unknown>)}</${element}>`;
  const text = typeof value === 'number' ? String(value).replace('e', 'E') : String(value);
  // Readers take blanks at the ends away unless they are told not to.
  return `${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</${element}>`;
}
