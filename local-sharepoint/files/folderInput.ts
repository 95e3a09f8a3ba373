import { updateItem } from '../items/changeItems.ts';
import { demand, notHereYet } from '../model/refusals.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { saveWeb, webById } from '../sites/web.ts';
import type { Folder } from './place.ts';

/** What a client sends back as it read it. */
const workedOut: ReadonlySet<string> = new Set(['Exists', 'ExistsAllowThrowForPolicyFailures', 'ExistsWithException', 'IsWOPIEnabled', 'ItemCount', 'ProgID', 'ServerRelativeUrl', 'TimeCreated', 'TimeLastModified', 'UniqueId']);

/** Changes a folder as a MERGE of it says: `Name` renames it, `WelcomePage` of the web's own folder is its home page. */
export function changeFolder({ list, row, url }: Folder, request: ResourceRequest): void {
  const { session } = request;
  for (const [name, value] of Object.entries(entityBody(request, ['SP.Folder']))) {
    if (workedOut.has(name)) continue;
    if (name !== 'Name' && name !== 'WelcomePage') throw unknownProperty(name, 'SP.Folder');
    if (typeof value !== 'string') throw wrongType('Edm.String');
    if (name === 'Name' && value === url.split('/').pop()) continue;
    if (name === 'Name' && list && row) updateItem(list, session, row, new Map([['FileLeafRef', value], ['Title', value]]), false);
    else if (name === 'WelcomePage' && !list) {
      demand(session.permissions.onWeb(), 'ManageWeb');
      const web = webById(session.database, session.webId);
      web.properties['WelcomePage'] = value;
      saveWeb(session.database, web);
    } else if (value !== '') throw notHereYet(`setting ${name} of this folder`);
  }
}
