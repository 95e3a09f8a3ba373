import fc from 'fast-check';
import { mutated } from './bodies.ts';
import { name, text } from './texts.ts';

const elements = fc.constantFrom(
  'View', 'Query', 'Where', 'And', 'Or', 'Eq', 'Neq', 'Gt', 'Geq', 'Lt', 'Leq', 'In', 'Values', 'Value', 'FieldRef', 'IsNull', 'IsNotNull', 'BeginsWith', 'Contains', 'Includes', 'NotIncludes', 'DateRangesOverlap', 'Membership', 'OrderBy', 'GroupBy', 'RowLimit', 'ViewFields', 'Joins', 'Join', 'ProjectedFields', 'Field', 'Today', 'Now', 'UserID', 'Month', 'ListProperty', 'XML', 'Aggregations', 'QueryOptions', 'Folder',
  'CHOICES', 'CHOICE', 'Default', 'Formula', 'FieldRefs', 'Validation', 'DisplayPattern', 'Customization', 'x', 'a:b', 'Request', 'Actions', 'ObjectPaths', 'Method', 'Parameters', 'Parameter',
);
const attributes = fc.array(fc.tuple(fc.constantFrom('Name', 'Type', 'DisplayName', 'ID', 'List', 'ShowField', 'Mult', 'LookupId', 'Ascending', 'Paged', 'Scope', 'IncludeTimeValue', 'OffsetDays', 'ListAlias', 'RefType', 'Collapse', 'GroupLimit', 'Required', 'Indexed', 'EnforceUniqueValues', 'Min', 'Max', 'Format', 'ResultType', 'Decimals', 'xmlns', 'xmlns:x', '__proto__', 'StaticName'), fc.oneof(name, text, fc.constantFrom('TRUE', 'FALSE', 'Text', 'Note', 'Number', 'Lookup', 'LookupMulti', 'User', 'Choice', 'DateTime', 'Calculated', 'Boolean', 'LEFT', 'INNER'))), { maxLength: 4 })
  .map((all) => all.map(([key, value]) => ` ${key}="${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`).join(''));
const escapedText = text.map((value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));

/** An element with anything in it. */
const element: fc.Arbitrary<string> = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'medium' },
    fc.tuple(elements, attributes).map(([tag, given]) => `<${tag}${given}/>`),
    fc.tuple(elements, attributes, escapedText).map(([tag, given, inside]) => `<${tag}${given}>${inside}</${tag}>`),
    fc.tuple(elements, attributes, fc.array(tie('element'), { maxLength: 4 })).map(([tag, given, inside]) => `<${tag}${given}>${inside.join('')}</${tag}>`),
  ),
})).element;

/** A condition as CAML has it, so that what lies behind the parser is reached, too. */
const condition: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(fc.constantFrom('Eq', 'Neq', 'Gt', 'Geq', 'Lt', 'Leq', 'BeginsWith', 'Contains', 'Includes', 'NotIncludes'), name, fc.constantFrom('Text', 'Number', 'DateTime', 'Lookup', 'Boolean', 'x'), fc.oneof(escapedText, fc.constantFrom('<Today/>', '<Today OffsetDays="1e9"/>', '<UserID/>', '<Now/>', '<Month/>')))
      .map(([operator, column, type, value]) => `<${operator}><FieldRef Name="${column.replaceAll(/[&<"]/g, '')}"/><Value Type="${type}">${value}</Value></${operator}>`),
    fc.tuple(name, fc.array(escapedText, { maxLength: 5 })).map(([column, values]) => `<In><FieldRef Name="${column.replaceAll(/[&<"]/g, '')}"/><Values>${values.map((value) => `<Value Type="Text">${value}</Value>`).join('')}</Values></In>`),
    fc.tuple(fc.constantFrom('And', 'Or'), tie('condition'), tie('condition')).map(([both, left, right]) => `<${both}>${left}${right}</${both}>`),
  ),
})).condition;
const view = fc.tuple(condition, element, fc.oneof(fc.nat(6000).map(String), escapedText)).map(([where, more, limit]) => `<View><Query><Where>${where}</Where><OrderBy><FieldRef Name="Title"/></OrderBy></Query>${more}<RowLimit>${limit}</RowLimit></View>`);
const field = fc.tuple(attributes, element).map(([given, inside]) => `<Field${given} DisplayName="f">${inside}</Field>`);

/** What harms parsers of XML: entities, depth, size, pieces that do not belong. */
const harmful = fc.oneof(
  fc.constantFrom(
    '<!DOCTYPE x [<!ENTITY a "b">]><View>&a;</View>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><View><Query>&a;</Query></View>', '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><View/>',
    `<!DOCTYPE x [<!ENTITY a0 "x">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]><View>&a20;</View>`, '<View>&undefined;</View>', '<View>&#0;&#x1F;&#xD800;&#x110000;&#99999999999;</View>', '<?xml version="1.1" encoding="utf-16"?><View/>', '<View><![CDATA[', '<View><!--', '<View><?', '<View/><View/>', '<View a="1" a="2"/>', '<a:View xmlns:a="x"/>', '<View', '</View>', '<View></x>', '<>', '< View/>', '<View><Query><Where/></Query></View>',
  ),
  fc.tuple(fc.constantFrom('<a>', '<View>', '<And>', '<Where><And>', '<a><b/>'), fc.nat(5000)).map(([open, times]) => open.repeat(times)),
  fc.nat(200_000).map((length) => `<View><Query><Where><Eq><FieldRef Name="${'x'.repeat(length)}"/><Value Type="Text">${'y'.repeat(length)}</Value></Eq></Where></Query></View>`),
  fc.nat(3000).map((times) => `<View ${Array.from({ length: times }, (_, at) => `a${at}="1"`).join(' ')}/>`), text,
);

/** XML for columns, views and queries: whole, broken, harmful. */
export const markup: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: view }, { weight: 3, arbitrary: field }, { weight: 2, arbitrary: element }, { weight: 2, arbitrary: harmful },
  { weight: 2, arbitrary: fc.tuple(fc.oneof(view, field), fc.nat(), fc.nat(20)).map(([whole, at, length]) => mutated(whole, at, length)) },
);
