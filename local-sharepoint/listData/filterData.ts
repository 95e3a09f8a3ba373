import type { SQLInputValue } from 'node:sqlite';
import { toForm } from '../items/dates.ts';
import { numberText } from '../items/valueText.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { escapedAttribute, escapedText } from '../model/markup.ts';
import { wrongArgument } from '../model/refusals.ts';
import { bodyProperties } from '../routing/arguments.ts';
import type { Answer, PathSegment, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { chosenView } from './chosenView.ts';
import { groupText } from './groupCell.ts';
import { demandOneValue, distinctValues } from './groups.ts';
import { renderParameters } from './renderParameters.ts';

const noView = '00000000-0000-0000-0000-000000000000';

/**
 * `RenderListFilterData` with `{parameters: {FieldInternalName, ViewId, ViewXml}}`: what a column can be filtered by, as the HTML of a `SELECT`; its first
 * `OPTION` is "(All)". Seen in SharePoint Online's own list pages, which read it so (the example of their FilterSelect, and ListFilterUtilities); the link to
 * sort by that follows the `<br>`, and which they throw away, is not written.
 */
export function listFilterData(list: ListSchema, segment: PathSegment, request: ResourceRequest): Answer {
  const given = (name: string): string | undefined => {
    const value = bodyProperties(request)[name] ?? segment.named[name.toLowerCase()] ?? request.query.get(name.toLowerCase());
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const field = list.fields.find(({ internalName }) => internalName === given('FieldInternalName'));
  if (!field) throw wrongArgument();
  demandOneValue(field, 'RenderListFilterData');
  const parameters = renderParameters(request);
  const viewId = given('ViewId');
  const view = chosenView(viewId === undefined ? parameters : { ...parameters, adHoc: new Map([...parameters.adHoc, ['viewid', viewId]]) }, list, request.session);
  const options = distinctValues(list, view, field, request.session).map((value) => optionOf(field, value, request.session))
    .sort((left, right) => field.type === 'Number' || field.type === 'Currency' ? 0 : left.shown.localeCompare(right.shown, 'en'));
  return { kind: 'raw', status: 200, contentType: 'text/html; charset=utf-8', body: selectHtml(field, options, view.stored?.id ?? noView) };
}

interface Option { readonly value: string; readonly shown: string }

/** Numbers have 15 digits as values (seen); the rest is remembered: days, 1 and 0, and "(Empty)". */
function optionOf(field: FieldSchema, value: SQLInputValue, session: Session): Option {
  if (value === null || value === '') return { value: '', shown: '(Empty)' };
  switch (field.type) {
    case 'Number': case 'Currency': return { value: groupText(field, value, session), shown: numberText(field, Number(value)) };
    case 'DateTime': return { value: String(value), shown: toForm(`${String(value)}T00:00:00Z`, true) };
    case 'Boolean': case 'Attachments': return { value: String(value), shown: Number(value) === 1 ? 'Yes' : 'No' };
    default: return { value: groupText(field, value, session), shown: groupText(field, value, session) };
  }
}

function selectHtml({ internalName, title, type }: FieldSchema, options: readonly Option[], viewId: string): string {
  const name = internalName.replace(/[^A-Za-z0-9]/g, (sign) => `\\u0025${sign.charCodeAt(0).toString(16)}`);
  const select = `<SELECT id="diidFilter${escapedAttribute(internalName)}" TITLE="Filter by ${escapedAttribute(title)}" OnChange='FilterField("{${viewId.toUpperCase()}}","${name}",this.options[this.selectedIndex].value, this.selectedIndex);' dir="">`
    + `<OPTION  SELECTED Value="">(All)</OPTION>${options.map(({ value, shown }) => `<OPTION Value="${escapedAttribute(value)}" >${escapedText(shown)}</OPTION>`).join('')}</SELECT><br>`;
  return type === 'Number' || type === 'Currency' ? `<DIV ALIGN=RIGHT class="ms-numHeader">${select}</DIV>` : select;
}
