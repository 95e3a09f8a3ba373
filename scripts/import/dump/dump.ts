import { open, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { CannotImport } from '../../site/cannotImport.ts';

/** One file of a dump. */
export interface DumpFile {
  readonly name: string;
  readonly path: string;
  /** What its outermost element is called. */
  readonly root: string;
  /** Bytes; 0 when the file is not there. */
  readonly size: number;
}

export interface Dump {
  /** The community by the name of its folder, as it can stand in keys and addresses: `conlang-meta`. */
  readonly community: string;
  readonly users: DumpFile;
  readonly posts: DumpFile;
  readonly comments: DumpFile;
  readonly votes: DumpFile;
  readonly tags: DumpFile;
}

/** Finds the files of a dump. Without posts and people there is nothing to import; the other files may be missing. */
export async function openDump(folder: string): Promise<Dump> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw new CannotImport(`There is no folder "${folder}". Give the folder of a Stack Exchange data dump.`);
  const file = async (name: string): Promise<DumpFile> => {
    const path = join(folder, name);
    const size = await stat(path).then((found) => (found.isFile() ? found.size : 0), () => 0);
    return { name, path, size, root: name.replace('.xml', '').toLowerCase() };
  };
  const [users, posts, comments, votes, tags] = await Promise.all(['Users.xml', 'Posts.xml', 'Comments.xml', 'Votes.xml', 'Tags.xml'].map(file)) as [DumpFile, DumpFile, DumpFile, DumpFile, DumpFile];
  const missing = [posts, users].filter(({ size }) => size === 0).map(({ name }) => name);
  if (missing.length > 0) throw new CannotImport(`"${folder}" is not a Stack Exchange data dump: ${missing.join(' and ')} cannot be found in it, or ${missing.length > 1 ? 'are' : 'is'} empty.`);
  for (const one of [users, posts, comments, votes, tags]) if (one.size > 0) await checkBeginning(one);
  return { community: communityOf(folder), users, posts, comments, votes, tags };
}

async function checkBeginning({ name, path, root }: DumpFile): Promise<void> {
  const text = await beginningOf(path).catch((error: Error) => {
    throw new CannotImport(`${name} cannot be read: ${error.message}`);
  });
  const first = /<([A-Za-z][^\s/>]*)/.exec(text)?.[1];
  if (first !== root) throw new CannotImport(`${name} is not of a Stack Exchange data dump: it should begin with <${root}>${first === undefined ? '' : `, not <${first}>`}.`);
}

/** Enough of a file to see its first element. */
async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function communityOf(folder: string): string {
  return basename(resolve(folder)).toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'community';
}
