import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalSharePoint, type LocalSharePoint } from '../../localSharePoint.ts';

type Start = (how?: (...args: readonly string[]) => Promise<LocalSharePoint>) => Promise<LocalSharePoint>;

/** For what must survive a restart: `start` starts a local SharePoint on a folder that stays until `work` ends. What `work` left running is stopped. */
export async function onKeptData(work: (start: Start, data: string) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'kept-sharepoint-'));
  const running = new Set<LocalSharePoint>();
  const start: Start = async (how = startLocalSharePoint) => {
    const started = await how('--empty', '--data', data);
    running.add(started);
    return { ...started, stop: () => { running.delete(started); return started.stop(); }, kill: () => { running.delete(started); return started.kill(); } };
  };
  try {
    await work(start, data);
  } finally {
    for (const left of running) await left.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
