import { spPostDeleteETag, spPostMerge } from '@pnp/sp/spqueryable';
import { RefusedError } from '../../domain/refusedError';
import type { Client } from '../connection/client';
import { recordOf, type Row } from '../connection/parse';
import { inWords, refused } from '../connection/refusal';
import { listPath } from '../schema/listAddress';
import type { ListSchema } from '../schema/listSchema';

/** Single rows of the product's lists. Everything may be repeated, and rejects with a `RefusedError`. */
export class ListRows {
  private readonly client: Client;

  public constructor(client: Client) {
    this.client = client;
  }

  public async read(list: ListSchema, id: number, select: readonly string[]): Promise<Row> {
    return recordOf(await inWords(this.client.web(this.path(list, id)).select(...select).expand('Author')()));
  }

  /** Only "missing" says that it is gone; anything else says nothing about it. */
  public async isThere(list: ListSchema, id: number): Promise<boolean> {
    return this.read(list, id, ['Id', 'Author/Id']).then(() => true, (error: unknown) => refused(error).reason !== 'missing');
  }

  /** Changes a row unless it was changed since. When an answer was lost, a conflict with one's own words is no conflict. */
  public async change(list: ListSchema, id: number, etag: string, values: Row): Promise<void> {
    try {
      await twiceWhenLost(() => spPostMerge(this.client.web(this.path(list, id)), { body: JSON.stringify(values), headers: { 'IF-Match': etag } }));
    } catch (error) {
      const refusal = refused(error);
      if (refusal.reason !== 'conflict') throw refusal;
      const row = await this.read(list, id, [...Object.keys(values).filter((name) => name !== 'Title'), 'Author/Id']);
      if (!says(row, values)) throw refusal;
    }
  }

  /** One that is gone already is as good as deleted. */
  public async remove(list: ListSchema, id: number): Promise<void> {
    try {
      await twiceWhenLost(() => spPostDeleteETag(this.client.web(this.path(list, id))));
    } catch (error) {
      if (refused(error).reason !== 'missing') throw refused(error);
    }
  }

  private path(list: ListSchema, id: number): string {
    return `${listPath(this.client.site, list)}/items(${id})`;
  }
}

/** Whether a row says what was to be written. The title is made from the words. */
export function says(row: Row, values: Row): boolean {
  return Object.keys(values).every((name) => name === 'Title' || (row[name] ?? null) === values[name]);
}

async function twiceWhenLost(send: () => Promise<unknown>): Promise<unknown> {
  return send().catch((error: unknown) => {
    if (error instanceof RefusedError && error.reason === 'offline') return send();
    throw error;
  });
}
