import fc from 'fast-check';

/** What has broken a service like this one somewhere. */
const notorious = [
  '', ' ', "'", "''", '"', '`', ';', '--', '/*', '%', '_', '\\', '/', '..', '../..', '.', '?', '#', '&', '&amp;', '&#x0;', '<', ']]>', '<![CDATA[', '<!--', '<?x?>', '{', '}', '[', ']', '(', ')', '@', '@a', '$', '$$', '~', '|', '*', '+', ',', '=', ':', '\t', '\n', '\r\n', '\0',
  "' OR 1=1 --", "x'); DROP TABLE lists; --", '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '%00', '%27', '%2f', '%25', '%', '%zz', '\u202e', '\ufeff', '\u2028', '\ud800', '\udc00', '😀', 'é', 'ß', 'İ', '\u0301', '\u0001', '\u007f', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '_version', '_scope', 'rowid',
  'null', 'true', 'TRUE', 'undefined', 'NaN', 'Infinity', '-0', '0', '-1', '1', '1.5', '1e999', '9007199254740993', '2147483648', '0x10', '1L', '5000', '00000000-0000-0000-0000-000000000000', '{00000000-0000-0000-0000-000000000000}', '2026-02-30T00:00:00Z', '0001-01-01', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '/Date(8640000000000001)/',
  'Paged=TRUE&p_ID=1', 'Paged=TRUE&PagedPrev=TRUE&p_ID=99999999999', '1;3;00000000-0000-0000-0000-000000000000;9999999999999999999;-1', '[today]', '=[Title]&[Title]', '=IF(', 'SP.Data.', '0x0100', '0x0120', '/sites/intranet', '/sites/intranet/Shared Documents', '/sites/intranet/SitePages/Home.aspx', 'i:0#.f|membership|', 'c:0(.s|true', 'http://x.example', 'javascript:alert(1)',
];

/** A text that may break something: a notorious one, any characters at all, or one that is long. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...notorious) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...notorious), fc.constantFrom(...notorious)).map((both) => both.join('')) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('x', '(', '[', '<a>', "'", '%', '\\', '*', 'a ', '&', '0', '"', '/'), fc.nat(3000)).map(([unit, times]) => unit.repeat(times)) },
);

/** Names of properties, columns and options that somewhere in the service mean something, and some that nowhere do. */
export const name: fc.Arbitrary<string> = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom('Title', 'Id', 'ID', 'GUID', 'Note1', 'Body', 'Tags', 'Link', 'Who', 'Team', 'Points', 'Done', 'Due', 'Place', 'Places', 'PlaceId', 'WhoId', 'TeamId', 'Author', 'AuthorId', 'Editor', 'Created', 'Modified', 'FileRef', 'FileLeafRef', 'FileDirRef', 'ContentType', 'ContentTypeId', 'Attachments', 'OData__UIVersionString', 'FieldValuesAsText', 'ParentList', 'RoleAssignments', 'File', 'Folder', 'Versions', 'Name', 'EMail', 'LoginName', '*') },
  { weight: 1, arbitrary: text },
);
/** The same one step further: `Author/Title`. */
export const path: fc.Arbitrary<string> = fc.oneof({ weight: 4, arbitrary: name }, { weight: 1, arbitrary: fc.constantFrom('Author/Title', 'Who/EMail', 'Team/Id', 'Place/Title', 'Places/Title', 'ParentList/Title', 'FieldValuesAsText/Title', 'File/Name', 'RoleAssignments/Member') }, { weight: 1, arbitrary: fc.array(name, { minLength: 2, maxLength: 3 }).map((steps) => steps.join('/')) });

/** Text in quotes as OData has them, mostly. */
export const quoted: fc.Arbitrary<string> = fc.oneof({ weight: 8, arbitrary: text.map((value) => `'${value.replaceAll("'", "''")}'`) }, { weight: 1, arbitrary: text.map((value) => `'${value}'`) });

export const literal: fc.Arbitrary<string> = fc.oneof(
  quoted, fc.integer().map(String), fc.double().map(String), fc.constantFrom('null', 'true', 'false', '1', '0', '-1', '5L', '5.0M', '1e400', '1.', '.5'), fc.uuid().map((guid) => `guid'${guid}'`), text.map((value) => `datetime'${value}'`), fc.date({ noInvalidDate: true }).map((date) => `datetime'${date.toISOString()}'`), text,
);

/** Without lone surrogates, which no escape can hold. */
export function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}
