import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A running local SharePoint. */
export interface LocalSharePoint {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  readonly site: string;
  /** Of its process. */
  readonly pid: number;
  ask(path: string, asking?: Asking): Promise<Answer>;
  /** Asks for something to go wrong. */
  fault(fault: object | readonly object[]): Promise<void>;
  requests(): Promise<readonly Logged[]>;
  forgetRequests(): Promise<void>;
  stop(): Promise<void>;
  /** As `kill -9`: without a chance to finish anything. */
  kill(): Promise<void>;
}
export interface Asking { readonly as?: string; readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
export interface Answer { readonly status: number; readonly text: string; readonly json: unknown }
export interface Logged { readonly method: string; readonly path: string; readonly status: number; readonly bytes: number; readonly milliseconds: number; readonly user: string; readonly parts?: readonly string[] }

/** Starts one with a database of its own, as its users start it: `main.ts` with these arguments. */
export function startLocalSharePoint(...args: readonly string[]): Promise<LocalSharePoint> {
  return started(process.execPath, programOf(args));
}

/** Starts one that can write no file beyond this size: what its writes then meet is what they meet on a full disk. Not on Windows. */
export function startWithLittleRoom(kibibytes: number, ...args: readonly string[]): Promise<LocalSharePoint> {
  return started('bash', ['-c', `ulimit -f ${kibibytes} && exec "$0" "$@"`, process.execPath, ...programOf(args)]);
}

function programOf(args: readonly string[]): string[] {
  return ['--disable-warning=ExperimentalWarning', 'local-sharepoint/main.ts', '--port', '0', ...args];
}

async function started(program: string, args: readonly string[]): Promise<LocalSharePoint> {
  const data = mkdtempSync(join(tmpdir(), 'local-sharepoint-'));
  const child = spawn(program, args.includes('--data') ? args : [...args, '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`The local SharePoint ended with ${code}: ${said}`)));
  });
  const site = `${url}/sites/intranet`;
  const ask = async (path: string, { as, method = 'GET', body, headers = {} }: Asking = {}): Promise<Answer> => {
    const answer = await fetch(path.startsWith('/') ? `${url}${path}` : `${site}/_api/${path}`, {
      method, body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      headers: { accept: 'application/json;odata=nometadata', 'content-type': 'application/json', authorization: as === undefined ? 'Bearer owner' : `Basic ${btoa(`${as}:x`)}`, ...headers },
    });
    const text = await answer.text();
    return { status: answer.status, text, json: /^[[{]/.test(text) ? JSON.parse(text) as unknown : undefined };
  };
  const end = (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.on('exit', () => { rmSync(data, { recursive: true, force: true }); resolve(); });
    child.kill(signal);
  });
  return {
    url, site, ask, pid: child.pid ?? 0,
    fault: async (fault) => {
      const { status, text } = await ask('/_local/faults', { method: 'POST', body: fault });
      if (status !== 200) throw new Error(text);
    },
    requests: async () => (await ask('/_local/requests')).json as readonly Logged[],
    forgetRequests: async () => { await ask('/_local/requests', { method: 'DELETE' }); },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
