import { spPost } from '@pnp/sp/spqueryable';
import { RefusedError } from '../../domain/refusedError';
import type { Client } from '../connection/client';
import { rowsOf, type Row } from '../connection/parse';
import { codes, refusalOf, refused } from '../connection/refusal';
import { listPath } from '../schema/listAddress';
import type { ListSchema } from '../schema/listSchema';

const attempts = 3;

/** A row with this key that is somebody else's; keys are made to be unguessable, but a list can be written to by other tools. */
export class KeyTaken extends Error {
  public readonly row: Row;
  public readonly wasThere: boolean;

  public constructor({ row, wasThere }: Added) {
    super(String(row.Key));
    this.row = row;
    this.wasThere = wasThere;
  }
}

/** The row as it is now, and whether it was there before: from an earlier attempt. */
export interface Added { readonly row: Row; readonly wasThere: boolean }

/**
 * Adds a row once, however often it is tried: the row's unique `Key` makes a repeated write fail, and then the row that is there is the one.
 * Answers the row as `select` wants it, with its author. Throws `KeyTaken` when that row is not this person's.
 */
export async function addOnce(client: Client, list: ListSchema, values: Readonly<Record<string, unknown>> & { readonly Key: string }, select: readonly string[], myId: number): Promise<Added> {
  const path = `${listPath(client.site, list)}/items`;
  let wasThere = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await spPost(client.collection(path), { body: JSON.stringify(values) });
      break;
    } catch (error) {
      if (refusalOf(error)?.code === codes.duplicate) {
        wasThere = true;
        break;
      }
      // The answer was lost, or SharePoint was busy: whether the row was added is not known, and trying again is safe.
      const uncertain = error instanceof RefusedError && error.reason === 'offline';
      if (!uncertain || attempt === attempts) throw refused(error);
    }
  }
  const row = await rowByKey(client, list, values.Key, select);
  if (!row) throw new RefusedError('unexpected', `The row ${values.Key} was added but cannot be read.`);
  if (authorId(row) !== myId) throw new KeyTaken({ row, wasThere });
  return { row, wasThere };
}

/** The row with this key, if it is there. */
export async function rowByKey(client: Client, list: ListSchema, key: string, select: readonly string[]): Promise<Row | undefined> {
  try {
    const query = client.collection(`${listPath(client.site, list)}/items`).select(...select).expand('Author').filter(`Key eq '${key.replace(/'/g, "''")}'`).top(1);
    return rowsOf(await query())[0];
  } catch (error) {
    throw refused(error);
  }
}

function authorId(row: Row): number {
  const author = row.Author;
  return typeof author === 'object' && author !== null && 'Id' in author ? Number(author.Id) : 0;
}
