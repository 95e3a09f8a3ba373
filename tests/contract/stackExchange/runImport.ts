import { spawn, type ChildProcess } from 'node:child_process';

export interface Ended { readonly code: number | null; readonly out: string; readonly err: string }
export interface Running { readonly child: ChildProcess; readonly ended: Promise<Ended> }

export const smallCommunity = 'tests/contract/stackExchange/small-community';

/** Starts `npm run import -- …` as its users do. `token` goes into SHAREPOINT_TOKEN. */
export function startImport(args: readonly string[], token = ''): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/import/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, SHAREPOINT_TOKEN: token },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
  return { child, ended: new Promise((resolve) => { child.on('close', (code) => resolve({ code, out, err })); }) };
}

export async function runImport(args: readonly string[], token?: string): Promise<Ended> {
  return startImport(args, token).ended;
}

/** The figures of a line of the table: read, imported, already there, skipped. */
export function figures({ out }: Ended, line: string): number[] {
  const found = out.split('\n').find((one) => one.startsWith(line) && /\d$/.test(one)) ?? '';
  return found.slice(line.length).trim().split(/\s+/).map(Number);
}
