import { listCatalogue } from '../lists/listCatalogue.ts';
import type { Entity } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { webById, type Web } from './web.ts';
import { webTemplateId } from './webTemplates.ts';

/** When anything in a web's lists was changed last. */
export function lastItemModified(session: Session): string {
  const catalogue = listCatalogue(session.database, session.webId);
  return session.lists.all().map((list) => catalogue.activity(list).lastModified).sort().pop() ?? webById(session.database, session.webId).created;
}

/** An SP.WebInformation: what is said of a web without opening it. Keys: pnp/cli-microsoft365 (web-add), [MS-CSOMSPT]. */
export function webInformationEntity(web: Web, session: Session, editLink = `Web/WebInfos('${web.webId}')`): Entity {
  const modified = lastItemModified(session.inWeb(web.webId));
  const template = String(web.properties['WebTemplate'] ?? 'SITEPAGEPUBLISHING');
  return {
    type: 'SP.WebInformation', editLink,
    properties: {
      Configuration: web.properties['Configuration'] ?? 0, Created: web.created.slice(0, 19), Description: web.properties['Description'] ?? '', Id: web.webId,
      Language: web.properties['Language'] ?? 1033, LastItemModifiedDate: modified, LastItemUserModifiedDate: modified, ServerRelativeUrl: web.url, Title: web.properties.Title,
      WebTemplate: template, WebTemplateId: webTemplateId(template),
    },
  };
}
