import { RefusedError } from '../../domain/refusedError';
import type { Client } from '../connection/client';
import { numberIn, recordOf, textIn, type Row } from '../connection/parse';
import { inWords, refused } from '../connection/refusal';
import type { ListSchema } from '../schema/listSchema';
import { addOnce, KeyTaken, type Added } from './keyedWrite';
import { says, type ListRows } from './listRows';

/** Rows that this person adds, each once and in their own name. */
export class OwnRows {
  private readonly client: Client;
  private readonly rows: ListRows;
  private myId: Promise<number> | undefined;

  public constructor(client: Client, rows: ListRows) {
    this.client = client;
    this.rows = rows;
  }

  /** Who I am on this site; asked once, unless it is known. */
  public async me(): Promise<number> {
    if (!this.myId) {
      this.myId = this.askWhoIAm();
      // Not known is not for ever: the next one asks again.
      this.myId.catch(() => { this.myId = undefined; });
    }
    return this.myId;
  }

  public isMe(id: number): void {
    this.myId = Promise.resolve(id);
  }

  /** Adds what somebody wrote. When an earlier attempt did arrive, though its answer did not, the words may have been changed since: the later ones stay. */
  public async addWords(list: ListSchema, key: string, values: Row, select: readonly string[]): Promise<Row> {
    const { row, wasThere } = await this.add(list, key, values, select);
    if (!wasThere || says(row, values)) return row;
    await this.rows.change(list, numberIn(row, 'Id'), textIn(row, 'odata.etag'), values);
    return this.rows.read(list, numberIn(row, 'Id'), select);
  }

  public async add(list: ListSchema, key: string, values: Row, select: readonly string[]): Promise<Added> {
    const me = await this.me();
    try {
      return await addOnce(this.client, list, { ...values, Key: key }, select, me);
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw refused(error);
      await this.refuseSomebodyElse(list, error, me);
      // Somebody else wrote a row with this key first; the person's own words go in under another one.
      return addOnce(this.client, list, { ...values, Key: `${key}-${me}-${Math.random().toString(36).slice(2)}` }, select, me);
    }
  }

  /** In this browser another person may have signed in since the page was opened. What went in under their name is taken away again. */
  private async refuseSomebodyElse(list: ListSchema, { row, wasThere }: KeyTaken, me: number): Promise<void> {
    const now = await this.askWhoIAm();
    if (now === me) return;
    if (!wasThere && numberIn(recordOf(row.Author), 'Id') === now) await this.rows.remove(list, numberIn(row, 'Id'));
    throw new RefusedError('somebodyElse', `The page was opened by person ${me}; now it is person ${now}.`);
  }

  private async askWhoIAm(): Promise<number> {
    return numberIn(recordOf(await inWords(this.client.web('currentuser').select('Id')())), 'Id');
  }
}
