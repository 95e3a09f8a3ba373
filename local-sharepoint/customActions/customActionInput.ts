import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { maskOf } from '../permissions/roleDefinitionsResource.ts';
import { toHighLow } from '../model/basePermissions.ts';
import type { ResourceRequest } from '../routing/resource.ts';

/** The properties of a custom action, as they are when nothing is said, in SharePoint's order. Recorded: exemplar "usercustomactions". */
export const customActionDefaults: Readonly<Record<string, unknown>> = {
  ClientSideComponentId: '00000000-0000-0000-0000-000000000000', ClientSideComponentProperties: '', CommandUIExtension: null, Description: null, Group: null, HostProperties: '', ImageUrl: null,
  Location: null, Name: null, RegistrationId: null, RegistrationType: 0, Rights: { High: '0', Low: '0' }, ScriptBlock: null, ScriptSrc: null, Sequence: 0, Title: null, Url: null,
};
const type = 'SP.UserCustomAction';
const unchangeable: ReadonlySet<string> = new Set(['Id', 'Scope', 'VersionOfUserCustomAction', 'DescriptionResource', 'TitleResource', 'CommandUIExtensionResource']);

/** What a body says of a custom action. Throws SharePoint's refusal of unknown names and wrong types. */
export function customActionInput(request: ResourceRequest): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entityBody(request, [type]))) {
    if (unchangeable.has(name)) continue;
    if (!Object.hasOwn(customActionDefaults, name)) throw unknownProperty(name, type);
    found[name] = read(name, value);
  }
  return found;
}

function read(name: string, value: unknown): unknown {
  if (name === 'Rights') return toHighLow(maskOf(value));
  if (name === 'RegistrationType' || name === 'Sequence') {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType('Edm.Int32');
    return value;
  }
  if (value !== null && typeof value !== 'string') throw wrongType('Edm.String');
  if (name === 'ClientSideComponentId' && !/^[0-9a-f-]{36}$/i.test(value ?? '')) throw wrongType('Edm.Guid');
  return value;
}

/** Whether an action runs script of its own: that needs "Add and Customize Pages", which nobody has where custom script is off, as it is here. */
export function runsScript(properties: Readonly<Record<string, unknown>>): boolean {
  const set = (name: string): boolean => typeof properties[name] === 'string' && properties[name] !== '';
  return set('ScriptBlock') || set('ScriptSrc') || set('CommandUIExtension') || (set('Url') && /^\s*javascript:/i.test(String(properties['Url'])));
}
