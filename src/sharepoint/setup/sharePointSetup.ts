import type { SetupProgress, SetupRepository, SetupState } from '../../domain/setup/setupRepository';
import { RefusedError } from '../../domain/refusedError';
import type { Client } from '../connection/client';
import { refused } from '../connection/refusal';
import { compare } from './compare';
import { rounds, sendRound } from './mend';
import { readSiteState } from './siteState';

/** Set-up of the product's lists on a site. */
export class SharePointSetup implements SetupRepository {
  private readonly client: Client;

  public constructor(client: Client) {
    this.client = client;
  }

  public async check(): Promise<SetupState> {
    try {
      return compare(await readSiteState(this.client));
    } catch (error) {
      throw refused(error);
    }
  }

  /** Round by round, each from what the site has by then; stopping between two leaves nothing half-done that repeating does not finish. */
  public async run(onProgress: (progress: SetupProgress) => void, signal: AbortSignal): Promise<SetupState> {
    try {
      let total = 0;
      for (const round of rounds) {
        const state = await readSiteState(this.client);
        if (!state.mayManage) throw new RefusedError('notAllowed', 'Setting up needs the right to manage lists and permissions.');
        const wrong = compare(state).parts.filter((part) => part.problem && part.repairable);
        total = Math.max(total, wrong.length);
        const next = wrong.filter(round.mends)[0];
        if (next) onProgress({ done: total - wrong.length, total, part: next });
        if (signal.aborted) return compare(state);
        if (wrong.length > 0) await sendRound(this.client, round, state);
      }
      return compare(await readSiteState(this.client));
    } catch (error) {
      throw refused(error);
    }
  }
}
