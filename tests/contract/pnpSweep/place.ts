import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalSharePoint } from '../../localSharePoint.ts';
import { come, pnp, type Pnp } from './pnp.ts';

/** What calls are made on: each asks for what it needs, and gets one of its own. */
export interface Place {
  readonly sp: Pnp;
  /** `http://…/sites/intranet` and its path. */
  readonly site: string;
  readonly path: string;
  /** The login of who asks, and of somebody else. */
  readonly me: string;
  readonly other: string;
  readonly name: () => string;
  /** PnPjs on another site. */
  readonly there: (url: string) => Pnp;
  list(): Promise<Pnp>;
  item(): Promise<Pnp>;
  field(): Promise<Pnp>;
  view(): Promise<Pnp>;
  comment(): Promise<Pnp>;
  file(): Promise<Pnp>;
  folder(): Promise<Pnp>;
  library(): Promise<Pnp>;
  page(): Promise<Pnp>;
  group(): Promise<Pnp>;
  level(): Promise<Pnp>;
  web(): Promise<Pnp>;
  attachment(): Promise<Pnp>;
  recycled(): Promise<Pnp>;
  contentType(): Promise<Pnp>;
  /** An address that takes web hooks, and says so when it is asked. */
  hook(): Promise<string>;
}
/** A call of one member, or of several in the way clients make it; it works if nothing is refused. */
export type Call = (place: Place) => Pnp | Promise<unknown>;
export type Calls = Readonly<Record<string, Call>>;

/** Answers the handshake of web hooks, for as long as this program runs. */
async function hook(): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(new URL(request.url ?? '/', 'http://x').searchParams.get('validationtoken') ?? '');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

export async function placeOn(sharePoint: LocalSharePoint): Promise<Place> {
  const sp = pnp(sharePoint);
  const { site } = sharePoint;
  const path = new URL(site).pathname;
  const me = String((await come(sp.web.currentUser())).LoginName);
  let made = 0;
  const name = (): string => `SchilContract ${(made += 1)}`;
  const list = async (template = 100): Promise<Pnp> => sp.web.lists.getById((await come(sp.web.lists.add(name(), '', template))).Id);
  const item = async (): Promise<Pnp> => {
    const parent = await list();
    return parent.items.getById((await come(parent.items.add({ Title: 'x' }))).Id);
  };
  const documents = `${path}/Shared Documents`;
  const file = async (): Promise<Pnp> => sp.web.getFileByServerRelativePath((await come(sp.web.getFolderByServerRelativePath(documents).files.addUsingPath(`${name()}.txt`, 'text'))).ServerRelativeUrl);
  const folder = async (): Promise<Pnp> => sp.web.getFolderByServerRelativePath((await come(sp.web.getFolderByServerRelativePath(documents).folders.addUsingPath(name()))).ServerRelativeUrl);
  return {
    sp, site, path, me, other: me.replace(/[^|]+$/, 'samir.elamrani@contoso.example'), name, list, item, file, folder, there: (url) => pnp(sharePoint, url),
    library: () => list(101),
    field: async () => { const parent = await list(); return parent.fields.getById((await come(parent.fields.addText('Words'))).Id); },
    view: async () => { const parent = await list(); return parent.views.getById((await come(parent.views.add('Another', false, { ViewQuery: '' }))).Id); },
    comment: async () => { const of = await item(); return of.comments.getById((await come(of.comments.add('words'))).id); },
    page: async () => { const page = await come(sp.web.addClientsidePage(name().replace(' ', ''), 'A page')); await come(page.save()); return page; },
    group: async () => sp.web.siteGroups.getById((await come(sp.web.siteGroups.add({ Title: name() }))).Id),
    level: async () => { const title = name(); await come(sp.web.roleDefinitions.add(title, 'x', 500, { High: 0, Low: 1 } as unknown)); return sp.web.roleDefinitions.getByName(title); },
    web: async () => { const title = name().replace(' ', ''); await come(sp.web.webs.add(title, title)); return pnp(sharePoint, `${site}/${title}`).web; },
    attachment: async () => { const of = await item(); await come(of.attachmentFiles.add('a.txt', 'text')); return of.attachmentFiles.getByName('a.txt'); },
    recycled: async () => sp.web.recycleBin.getById(await come((await item()).recycle())),
    // SharePoint chooses the id itself, whichever is asked for.
    contentType: async () => sp.web.contentTypes.getById((await come(sp.web.contentTypes.add('0x0100', name()))).data?.['Id']?.['StringValue']),
    hook,
  };
}
