import { readFileSync } from 'node:fs';
import { comesFrom, type ContentType } from './contentType.ts';

interface Recorded {
  readonly id: string; readonly name: string; readonly group: string; readonly description: string; readonly hidden?: true; readonly readOnly?: true; readonly sealed?: true;
  readonly forms?: readonly [string, string, string]; readonly template?: string; readonly fields: readonly (readonly [id: string, name: string])[];
}

/** The content types that every site collection has. Recorded: PnP Core SDK, GetWebAvailableContentTypesTest and ContentTypesFieldLinkAddTest. */
export const builtInContentTypes: readonly ContentType[] = (JSON.parse(readFileSync(new URL('./builtInContentTypes.json', import.meta.url), 'utf8')) as Recorded[]).map((recorded) => ({
  id: recorded.id, name: recorded.name, group: recorded.group, description: recorded.description, hidden: recorded.hidden === true, readOnly: recorded.readOnly === true,
  sealed: recorded.sealed === true, forms: recorded.forms ?? ['ListForm', 'ListForm', 'ListForm'], properties: propertiesOf(recorded),
  // Which columns are required and hidden is recorded of Item and Document.
  fields: recorded.fields.map(([id, name]) => ({
    id, name, required: name === 'FileLeafRef' || (name === 'Title' && comesFrom(recorded.id, '0x01') && !comesFrom(recorded.id, '0x0101')), hidden: name === 'Created' && comesFrom(recorded.id, '0x0101'),
  })),
}));

function propertiesOf({ template }: Recorded): Record<string, string> {
  return template === undefined ? {} : { DocumentTemplate: template };
}

export function builtInContentType(id: string): ContentType | undefined {
  return builtInContentTypes.find((type) => type.id === id);
}
