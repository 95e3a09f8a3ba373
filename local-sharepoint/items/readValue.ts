import type { SQLInputValue } from 'node:sqlite';
import type { FieldSchema } from '../model/list.ts';

/** A stored value as item JSON has it. People and lookups are their ids. */
export function readValue(field: FieldSchema, stored: SQLInputValue | undefined): unknown {
  if (stored === null || stored === undefined) return field.type === 'Attachments' ? false : null;
  switch (field.type) {
    case 'Boolean': case 'Attachments': return stored === 1;
    case 'MultiChoice': case 'UserMulti': case 'LookupMulti': return JSON.parse(String(stored)) as unknown;
    case 'URL': {
      const { Url: url, Description: description } = JSON.parse(String(stored)) as { Url: string; Description: string };
      return { Description: description, Url: url };
    }
    default: return stored;
  }
}
