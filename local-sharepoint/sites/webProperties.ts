import { accessDenied } from '../model/refusals.ts';
import { associatedGroup } from '../people/groups.ts';
import type { Resource, ResourceRequest } from '../routing/resource.ts';

/**
 * `web/allproperties`: the property bag, to read. Names are written as OData has them (`_x005f_` for a leading underscore within). Custom script is off,
 * which keeps everybody from writing it. Keys: PnP Core SDK, GetWebAllPropertiesTest.
 */
export function allPropertiesResource(): Resource {
  const refused = (): never => { throw accessDenied(); };
  return {
    get: (request) => ({ kind: 'entity', entity: { type: 'SP.PropertyValues', editLink: 'Web/AllProperties', properties: bag(request) } }),
    merge: refused, put: refused,
  };
}

function bag({ session: { database, rootWebId } }: ResourceRequest): Record<string, unknown> {
  const [owners, members, visitors] = (['owner', 'member', 'visitor'] as const).map((kind) => String(associatedGroup(database, rootWebId, kind)?.id ?? ''));
  return {
    vti_x005f_categories: 'Travel Expense\\ Report Business Competition Goals/Objectives Ideas Miscellaneous Waiting VIP In\\ Process Planning Schedule', vti_x005f_createdassociategroups: [owners, visitors, members].join(';'),
    vti_x005f_defaultlanguage: 'en-us', vti_x005f_associateownergroup: owners, OData__x005f__x005f_AllowExternalEmbedding: 1, vti_x005f_associategroups: [members, visitors, owners].join(';'),
    vti_x005f_approvallevels: 'Approved Rejected Pending\\ Review', vti_x005f_associatevisitorgroup: visitors, vti_x005f_extenderversion: '16.0.0.21701', vti_x005f_associatemembergroup: members,
    vti_x005f_indexedpropertykeys: '',
  };
}
