import { logChange } from '../changes/changeLog.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { installNavigation } from '../navigation/nodes.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { installHomePage } from '../page/installHomePage.ts';
import { fullControlId } from '../permissions/builtInRoles.ts';
import { assignRole, createScope } from '../permissions/roleAssignments.ts';
import { bodyProperties } from '../routing/arguments.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { languages } from './languages.ts';
import { installLibraries } from './installSite.ts';
import { addWeb, webById, webByUrl, type Web } from './web.ts';
import { webTemplates } from './webTemplates.ts';
import { badWebAddress, webAddressTaken } from './webRefusals.ts';

/** SP.WebCreationInformation or SP.WebInfoCreationInformation, read. */
interface NewWeb {
  readonly title: string;
  readonly leaf: string;
  readonly description: string;
  readonly language: number;
  readonly template: string;
  readonly configuration: number;
  readonly ownPermissions: boolean;
}

/**
 * Makes a web below the session's, with Site Pages, Documents, Site Assets and a home page: `webs/add` with `{parameters: {Title, Url, …}}` and `webinfos/add`.
 * Throws what SharePoint says of a taken address. What SharePoint sets of a new web is recorded (PnP Core SDK, AddWebWithCustomOptions).
 */
export function addSubWeb(request: ResourceRequest, kind: 'SP.WebCreationInformation' | 'SP.WebInfoCreationInformation'): Web {
  const { session } = request;
  demand(session.permissions.onWeb(), 'ManageSubwebs');
  const { database } = session;
  const asked = newWeb(request, kind);
  const parent = webById(database, session.webId);
  const url = `${parent.url}/${asked.leaf}`;
  // The folders of a web's lists are there, too.
  if (webByUrl(database, url) || session.lists.byUrl(url) || asked.leaf.toLowerCase() === 'lists') throw webAddressTaken(url);
  const web = addWeb(database, {
    url, parent, created: session.now(), properties: {
      Title: asked.title, Description: asked.description, Language: asked.language, WebTemplate: asked.template, Configuration: asked.configuration, HeaderLayout: 0,
      MegaMenuEnabled: false, AuthorId: session.user.id, EnableMinimalDownload: asked.template === 'STS' && asked.configuration === 0,
    },
  });
  if (asked.ownPermissions) ownPermissions(session, web);
  logChange(database, { kind: 'Web', type: 'Add', webId: web.webId }, session.now());
  installLibraries(database, web);
  installNavigation(database, web.webId, url, session.now());
  installHomePage(session.inWeb(web.webId), true);
  return web;
}

/** A web that does not inherit begins with its maker alone. */
function ownPermissions({ database, user }: Session, web: Web): void {
  createScope(database, { id: web.webId, webId: web.webId, kind: 'web', listId: null, itemId: null });
  assignRole(database, web.webId, user.id, fullControlId);
}

function newWeb(request: ResourceRequest, kind: string): NewWeb {
  const given = bodyProperties(request);
  const own = kind === 'SP.WebCreationInformation' ? 'UseSamePermissionsAsParentSite' : 'UseUniquePermissions';
  const known = new Set(['Title', 'Url', 'Description', 'Language', 'WebTemplate', own]);
  for (const name of Object.keys(given)) if (!known.has(name)) throw unknownProperty(name, kind);
  const { Title = '', Url = '', Description = '', Language = 1033, WebTemplate = 'STS' } = given;
  if (typeof Title !== 'string' || typeof Url !== 'string' || typeof Description !== 'string' || typeof WebTemplate !== 'string') throw wrongType('Edm.String');
  if (typeof Language !== 'number') throw wrongType('Edm.Int32');
  const flag = given[own] ?? false;
  if (typeof flag !== 'boolean') throw wrongType('Edm.Boolean');
  const [, template = '', configuration = '0'] = /^(\w+)(?:#(\d{1,4}))?$/.exec(WebTemplate === '' ? 'STS' : WebTemplate) ?? [];
  const site = webTemplates.find(({ Name }) => Name === `${template}#${configuration}`);
  if (!site || site.IsRootWebOnly || template === 'GLOBAL' || !languages.some(({ lcid }) => lcid === Language)) throw wrongArgument();
  const leaf = validLeaf(Url);
  return {
    title: Title === '' ? leaf : Title, leaf, description: Description, language: Language, template, configuration: Number(configuration),
    ownPermissions: own === 'UseUniquePermissions' ? flag : !flag,
  };
}

/** Documented: no `~ " # % & * : < > ? / \ { | }`, no dot at either end or two together, no `_` in front. */
function validLeaf(url: string): string {
  const leaf = url.trim();
  if (leaf === '') throw wrongArgument();
  if (leaf.length > 128 || /["#%&*:<>?/\\{|}~\p{Cc}]|^[._]|\.$|\.\./u.test(leaf)) throw badWebAddress(leaf);
  return leaf;
}
