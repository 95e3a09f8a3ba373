import { CannotImport } from './cannotImport.ts';
import type { SetupState } from './product.ts';
import type { Progress } from '../progress.ts';
import type { Connection } from './connection.ts';

/** What the import cannot do without; permissions and views that an owner changed on purpose are left alone. */
const needed = new Set(['list', 'column', 'index', 'uniqueKey', 'setting']);

/** Sets the lists up, as the owner's *Set up* button does, when they are missing or older than the product. */
export async function readyLists({ product, client }: Connection, progress: Progress): Promise<void> {
  const setup = new product.SharePointSetup(client);
  const state = await setup.check();
  if (!state.mayManage) {
    throw new CannotImport(`You may not import to ${client.site.webUrl}: only a site owner can set who wrote a post and when. Ask ${owners(state)}, or use their access token.`);
  }
  if (!lacks(state)) return;
  progress.stage('Setting up', 1);
  const ready = await setup.run(({ done, total }) => progress.report(done, total), new AbortController().signal);
  progress.end();
  if (lacks(ready)) throw new CannotImport(`The lists of ${client.site.webUrl} could not be set up completely. Open the web part there as a site owner: its set-up check names what is wrong.`);
}

function lacks({ parts }: SetupState): boolean {
  return parts.some(({ subject, problem }) => problem !== undefined && needed.has(subject));
}

function owners({ owners: people }: SetupState): string {
  return people.length === 0 ? 'an owner of the site' : people.map(({ name, email }) => (email === '' ? name : `${name} (${email})`)).join(' or ');
}
