import type { FieldSchema } from '../model/list.ts';
import { escapedAttribute, escapedText } from '../model/markup.ts';
import { baseSchema } from './baseSchemas.ts';
import { attributeOf, attributesOf, flag, type Attributes } from './fieldAttributes.ts';
import type { FieldHolder } from './fieldHolder.ts';
import { referencedFields } from './columnFormulas.ts';
import { fieldTypes } from './fieldTypes.ts';

/** A column as `<Field …/>`. Recorded: PnP Core SDK, ListFieldTests: what was given first, in its order, then what SharePoint adds. */
export function schemaXml(holder: FieldHolder, field: FieldSchema): string {
  const text = describedAttributes(holder, field).map(([name, value]) => `${name}="${escapedAttribute(value)}"`).join(' ');
  const inside = insideOf(holder, field);
  return inside === '' ? `<Field ${text} />` : `<Field ${text}>${inside}</Field>`;
}

/** A column's attributes: those that are kept, those that were recorded of what every list has, or such as follow from its properties. */
export function describedAttributes(holder: FieldHolder, field: FieldSchema): Attributes {
  const kept = attributesOf(field);
  if (kept.length > 0) return kept;
  return baseSchema(field, holder.library)?.attributes.map(([name, value]) => [name, name === 'DisplayName' ? field.title : value] as const) ?? madeUp(holder, field);
}

/** The attributes of a column that was never described by any: one that came with its list, or of older data. */
function madeUp(holder: FieldHolder, field: FieldSchema): Attributes {
  const { type, properties } = field;
  const specific = Object.keys(fieldTypes[type].properties).filter((name) => properties[name] !== undefined && properties[name] !== fieldTypes[type].properties[name]);
  return [
    ['Type', typeof field.properties['TypeAsString'] === 'string' ? field.properties['TypeAsString'] : type], ['Name', field.internalName], ['DisplayName', field.title], ['ID', `{${field.id}}`],
    ...typeof properties['Group'] === 'string' ? [['Group', properties['Group']] as const] : [],
    ['Required', flag(field.required)], ['EnforceUniqueValues', flag(field.unique)], ['Indexed', flag(field.indexed)],
    ...specific.flatMap((name) => {
      const [attribute, value] = attributeOf(type, name, properties[name]) ?? [];
      return attribute === undefined || value === undefined || Array.isArray(properties[name]) ? [] : [[attribute, value] as const];
    }),
    ['SourceID', field.fromBaseType ? 'http://schemas.microsoft.com/sharepoint/v3' : `{${holder.id}}`], ['StaticName', field.internalName],
    ...field.description === '' ? [] : [['Description', field.description] as const],
    ...field.hidden ? [['Hidden', 'TRUE'] as const] : [], ...field.readOnly ? [['ReadOnly', 'TRUE'] as const] : [], ...field.fromBaseType ? [['FromBaseType', 'TRUE'] as const] : [],
  ];
}

/** What stands between the tags, in the order in which it was given. */
function insideOf(holder: FieldHolder, field: FieldSchema): string {
  const base = baseSchema(field, holder.library);
  if (base && base.inner !== '') return base.inner;
  const written: ReadonlyMap<string, string> = new Map([
    ['Default', element('Default', field.defaultValue)], ['DefaultFormula', element('DefaultFormula', field.properties['DefaultFormula'])], ['CHOICES', choices(field)],
    ['MAPPINGS', typeof field.properties['Mappings'] === 'string' ? field.properties['Mappings'] : ''], ['Formula', element('Formula', field.properties['Formula'])], ['FieldRefs', fieldRefs(holder, field)],
    ['Validation', validation(field)],
  ]);
  const given = Array.isArray(field.properties['children']) ? field.properties['children'].map(String) : [];
  return [...new Set([...given, ...written.keys()])].map((name) => written.get(name) ?? '').join('');
}

function element(name: string, value: unknown): string {
  return typeof value === 'string' && value !== '' ? `<${name}>${escapedText(value)}</${name}>` : '';
}

function choices({ properties }: FieldSchema): string {
  if (!Array.isArray(properties['Choices']) || properties['Choices'].length === 0) return '';
  return `<CHOICES>${properties['Choices'].map((choice) => `<CHOICE>${escapedText(String(choice))}</CHOICE>`).join('')}</CHOICES>`;
}

/** The columns that a formula reads; PnP-Sites-Core replaces them by their titles when it takes a list elsewhere. */
function fieldRefs(holder: FieldHolder, field: FieldSchema): string {
  const names = [...new Set(referencedFields(holder.fields, field).map(({ internalName }) => internalName))];
  return names.length === 0 ? '' : `<FieldRefs>${names.map((name) => `<FieldRef Name="${name}" />`).join('')}</FieldRefs>`;
}

function validation({ properties }: FieldSchema): string {
  const [formula, message] = [properties['ValidationFormula'], properties['ValidationMessage']];
  if (typeof formula !== 'string' || formula === '') return '';
  return `<Validation${typeof message === 'string' && message !== '' ? ` Message="${escapedAttribute(message)}"` : ''}>${escapedText(formula)}</Validation>`;
}
