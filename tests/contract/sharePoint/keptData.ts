import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalSharePoint, type LocalSharePoint } from '../../localSharePoint.ts';

/** For what must survive a restart: `start` starts a local SharePoint on a folder that stays until `work` ends. What `work` left running is stopped. */
export async function onKeptData(work: (start: () => Promise<LocalSharePoint>, data: string) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'kept-sharepoint-'));
  const running = new Set<LocalSharePoint>();
  const start = async (): Promise<LocalSharePoint> => {
    const started = await startLocalSharePoint('--empty', '--data', data);
    running.add(started);
    return { ...started, stop: () => { running.delete(started); return started.stop(); } };
  };
  try {
    await work(start, data);
  } finally {
    for (const left of running) await left.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
