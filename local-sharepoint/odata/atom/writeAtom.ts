import { randomUUID } from 'node:crypto';
import type { Answer, ResourceRequest } from '../../routing/resource.ts';
import { project } from '../project.ts';
import { atomEntry, atomFeed, type AtomPlace } from './atomEntry.ts';
import { atomProperty } from './atomProperty.ts';
import { xmlAttribute } from './xmlText.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const dataNamespaces = ' xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"'
  + ' xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"';

type Written = Extract<Answer, { kind: 'entity' | 'collection' | 'property' }>;

/**
 * An answer as Atom: an entry, a feed, or one property as XML. Recorded in public repositories (answers of SharePoint 2013 to SharePoint Online alike),
 * and documented; the content types are those of Microsoft's OData library.
 */
export function writeAtom(answer: Written, request: Pick<ResourceRequest, 'query' | 'webUrl' | 'session'>): { contentType: string; body: string } {
  const place: AtomPlace = { api: `${request.webUrl}/_api/`, now: `${request.session.now().toISOString().slice(0, 19)}Z`, selected: (request.query.get('$select') ?? '') !== '' };
  const namespaces = ` xml:base="${xmlAttribute(place.api)}" xmlns="http://www.w3.org/2005/Atom"${dataNamespaces}`;
  switch (answer.kind) {
    case 'entity': return { contentType: 'application/atom+xml;type=entry;charset=utf-8', body: declaration + atomEntry(project(answer.entity, request), place, namespaces) };
    case 'collection': {
      const entities = answer.entities.map((entity) => project(entity, request));
      return { contentType: 'application/atom+xml;type=feed;charset=utf-8', body: declaration + atomFeed(entities, place, randomUUID(), answer.nextLink, namespaces) };
    }
    case 'property': return { contentType: 'application/xml;charset=utf-8', body: declaration + atomProperty(answer.name, answer.value, answer.edmType === undefined ? undefined : () => answer.edmType, dataNamespaces) };
  }
}
