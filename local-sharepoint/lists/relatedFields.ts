import type { ListSchema } from '../model/list.ts';
import { grants } from '../model/basePermissions.ts';
import { referrersOf } from '../items/relationships.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import type { Entity, Resource } from '../routing/resource.ts';

/** `getrelatedfields`: the lookups that point to this list (documented), of lists that this person may see. */
export function relatedFieldsResource(target: ListSchema): Resource {
  return {
    get: (request) => applyQuery(referrersOf(target, request.session).filter(({ list }) => grants(request.session.permissions.onList(list), 'ViewListItems')).map(({ list, field }): Entity => ({
      type: 'SP.RelatedField', editLink: `Web/Lists(guid'${target.id}')/GetRelatedFields('${field.id}')`, navigation: ['LookupList'],
      properties: { FieldId: field.id, ListId: list.id, RelationshipDeleteBehavior: field.properties['RelationshipDeleteBehavior'] ?? 0, WebId: list.webId },
    })), request, 'SP.RelatedFields'),
  };
}
