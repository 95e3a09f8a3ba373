import { fromHighLow } from '../model/basePermissions.ts';
import type { RoleDefinition } from './roleDefinitions.ts';

const role = (id: number, name: string, high: number, low: number, position: number, kind: number, description: string, hidden = false): RoleDefinition =>
  ({ id, name, mask: fromHighLow(high, low), position, kind, description, hidden });

export const fullControlId = 1073741829;
export const limitedAccessId = 1073741825;

/** The permission levels every site has. Recorded: PnP Core SDK, ids, masks, order and kinds of SharePoint Online. */
export const builtInRoles: readonly RoleDefinition[] = [
  role(fullControlId, 'Full Control', 2147483647, 4294967295, 1, 5, 'Has full control.'),
  role(1073741828, 'Design', 432, 1012866047, 32, 4, 'Can view, add, update, delete, approve, and customize.'),
  role(1073741830, 'Edit', 432, 1011030767, 48, 6, 'Can add, edit and delete lists; can view, add, update and delete list items and documents.'),
  role(1073741827, 'Contribute', 432, 1011028719, 64, 3, 'Can view, add, update, and delete list items and documents.'),
  role(1073741826, 'Read', 176, 138612833, 128, 2, 'Can view pages and list items and download documents.'),
  role(1073741832, 'Restricted View', 65584, 134418433, 144, 8, 'Can view pages, list items, and documents. Documents can be viewed in the browser but not downloaded.', true),
  role(limitedAccessId, 'Limited Access', 48, 134287360, 160, 1, 'Can view specific lists, document libraries, list items, folders, or documents when given permissions.', true),
  role(1073741833, 'Web-Only Limited Access', 560, 134221824, 176, 9, 'Can only view the web when given permissions.', true),
];
