import { spPostDeleteETag } from '@pnp/sp/spqueryable';
import type { ReactionChange } from '../../domain/feed/feedRepository';
import type { Client } from '../connection/client';
import { numberIn, rowsOf } from '../connection/parse';
import { inWords, outcome, refusalOf, refused, valueOf } from '../connection/refusal';
import { listPath } from '../schema/listAddress';
import { reactions } from '../schema/reactions';
import { isThreshold } from './postQueries';

/** The one row that a person, target and kind may have. */
export function reactionKey({ targetKind, targetId, kind }: ReactionChange, personId: number): string {
  return `${targetKind}-${targetId}-${kind}-${personId}`;
}

/** Deletes my reaction: the row of its key, and rows with other keys that say the same. One round trip to look, one to delete. */
export async function takeBack(client: Client, change: ReactionChange, me: number): Promise<void> {
  const { targetKind, targetId, kind } = change;
  const path = `${listPath(client.site, reactions)}/items`;
  const filters = [`Key eq '${reactionKey(change, me)}' and Author/Id eq ${me}`, `TargetId eq ${targetId} and TargetKind eq '${targetKind}' and Kind eq '${kind}' and Author/Id eq ${me}`];
  const [keyed, saying] = await inWords(client.batch((asker) => filters.map((filter) => outcome<unknown>(asker.collection(path).select('Id').filter(filter).top(20)()))));
  const others = await saying;
  // Where thousands reacted, SharePoint refuses to look for other keys (the list view threshold).
  const rows = [...rowsOf(valueOf(await keyed)), ...isThreshold(others) ? [] : rowsOf(valueOf(others))];
  const ids = Array.from(new Set(rows.map((row) => numberIn(row, 'Id'))));
  if (ids.length === 0) return;
  const asked = await inWords(client.batch((asker) => ids.map((id) => outcome(spPostDeleteETag(asker.web(`${path}(${id})`))))));
  for (const result of asked) {
    const ended = await result;
    if (!ended.ok && refusalOf(ended.error)?.status !== 404) throw refused(ended.error);
  }
}
