import type { SetupPart, SetupProgress, SetupRepository, SetupState } from '../../../domain/setup/setupRepository';
import { personOf } from '../../../domain/feed/testing/words';
import { RefusedError, type RefusalReason } from '../../../domain/refusedError';

export const owner = personOf(1, { name: 'Marijke van der Velden', email: 'marijke@contoso.example' });

export function partOf(name: string, more: Partial<SetupPart> = {}): SetupPart {
  return { subject: 'column', list: 'SchilPosts', name, repairable: true, ...more };
}

/** A site that is set up part by part, each when the test says so. */
export class InMemorySetup implements SetupRepository {
  public mayManage: boolean = true;
  public parts: SetupPart[] = [partOf('', { subject: 'list', problem: 'missing' }), partOf('Body', { problem: 'missing' }), partOf('ThemeId', { problem: 'missing' })];
  /** Waits before each part; nothing unless the test says so. */
  public beforePart: () => Promise<void> = async () => undefined;
  private refusal: RefusedError | undefined;

  /** The next check or run is refused. */
  public refuseNext(reason: RefusalReason): void {
    this.refusal = new RefusedError(reason, 'Said by the server');
  }

  public async check(): Promise<SetupState> {
    this.throwRefusal();
    return this.state();
  }

  public async run(onProgress: (progress: SetupProgress) => void, signal: AbortSignal): Promise<SetupState> {
    this.throwRefusal();
    const wrong = this.parts.filter(({ problem, repairable }) => problem && repairable);
    for (let done = 0; done < wrong.length && !signal.aborted; done += 1) {
      onProgress({ done, total: wrong.length, part: wrong[done] });
      await this.beforePart();
      if (signal.aborted) break;
      this.parts = this.parts.map((part) => part === wrong[done] ? { ...part, problem: undefined } : part);
    }
    return this.state();
  }

  private state(): SetupState {
    const wrong = this.parts.filter(({ problem }) => problem).length;
    return {
      status: wrong === 0 ? 'ready' : wrong === this.parts.length ? 'missing' : 'incomplete', parts: this.parts, mayManage: this.mayManage, owners: [owner], participants: ['Intranet Visitors'], editors: ['Intranet Members'],
    };
  }

  private throwRefusal(): void {
    const refusal = this.refusal;
    this.refusal = undefined;
    if (refusal) throw refusal;
  }
}
