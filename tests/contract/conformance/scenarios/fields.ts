import type { Json, Rest } from '../../sharePoint/rest.ts';
import { addField, addItem, addList, allLists, byTitle, context, deleteList, fieldsOf, firstByTitle, listPath, merge, remove, updateItem, type Scenario } from '../pnpCore.ts';
import type { Request } from '../replay.ts';

const first = (answer: Json): Json => (answer['value'] as Json[])[0] ?? {};
const fieldAt = (list: Json, field: Json): string => `${listPath(list)}/Fields('${String(field['Id'])}')`;
const deleteField = (list: Json, field: Json): Request => ({ path: fieldAt(list, field), method: 'POST', headers: remove });

/** An item of a list to look up: a page, which a new site has. */
async function anyItem(rest: Rest, list: Json): Promise<number> {
  return Number(first((await rest(`${listPath(list)}/items?$select=Id&$top=1`)).json)['Id']);
}

/** A column is added to the documents and removed again. */
const added = (name: string, options = 0, change?: (xml: string) => string): Scenario => ({
  name: `ListFieldTests.${name}`,
  run: async (replay, recorded) => {
    await context(replay);
    const list = first(await replay.next(firstByTitle('Documents')));
    const field = await replay.next(addField(listPath(list), recorded[3], options, change));
    await replay.next(deleteField(list, field));
  },
});

export const fieldScenarios: readonly Scenario[] = [
  added('AddListFieldAsXmlAsyncTest', 16, (xml) => xml.replace(' Name="ADDED FIELD"', ' Name="ADDEDFIELD"')),
  added('AddListFieldChoiceAsyncTest'),
  added('AddListFieldDateTimeAsyncTest'),
  added('AddListFieldMultilineTextAsyncTest'),
  added('AddListFieldNumberAsyncTest'),
  added('AddListFieldUserAsyncTest'),
  { name: 'ListFieldTests.AddListFieldLookupAsyncTest', run: async (replay, recorded) => {
    await context(replay);
    const lists = (await replay.next(allLists))['Lists'] as Json[];
    const of = (title: string): Json => lists.find((list) => list['Title'] === title) ?? {};
    const field = await replay.next(addField(listPath(of('Documents')), recorded[3], 0, (xml) => xml.replace(/List="[^"]*"/, `List="${String(of('Site Pages')['Id'])}"`)));
    await replay.next(deleteField(of('Documents'), field));
  } },
  { name: 'ListFieldTests.AddNewListFieldExceptionsAsyncTests', run: async (replay) => {
    await context(replay);
    await replay.next(firstByTitle('Documents'));
  } },
  { name: 'ListFieldTests.DeleteListFieldTest', run: async (replay, recorded) => {
    await context(replay);
    const list = first(await replay.next(firstByTitle('Documents')));
    const field = await replay.next(addField(listPath(list), recorded[3]));
    await replay.next(deleteField(list, field));
    await replay.next({ path: `${listPath(list)}/Fields?$filter=Title eq 'TO DELETE FIELD'&$top=1` });
  } },
  { name: 'ListFieldTests.GetListFieldsTest', run: async (replay) => {
    await context(replay);
    await replay.next({ path: `${byTitle('Documents').path}?$select=Id,Fields&$expand=Fields` });
  } },
  { name: 'ListFieldTests.UpdateListFieldTest', run: async (replay, recorded) => {
    await context(replay);
    const list = first(await replay.next(firstByTitle('Documents')));
    const field = await replay.next(addField(listPath(list), recorded[3]));
    await replay.next({ path: fieldAt(list, field), body: { Title: 'UPDATED' }, headers: merge });
    await replay.next({ path: `${listPath(list)}/Fields?$filter=Title eq 'UPDATED'&$top=1` });
    await replay.next(deleteField(list, field));
  } },
  { name: 'ListItemTests.BulkAddListItemsWithBadFieldNameTest', run: async (replay, recorded) => {
    await context(replay);
    const list = await replay.next(addList('PNP_SDK_TEST_BulkAddListItemsWithBadFieldNameTest'));
    await replay.next(addField(listPath(list), recorded[3], 16));
    await replay.nextBatch([addItem(list, { Title: 'My title 1', MetaInfo: 'abc' }), addItem(list, { Title: 'My title 2', MetaInfo: 'abc' })]);
    await replay.next(fieldsOf(list));
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.SetUserViaIdOnly', run: async (replay, recorded) => {
    await context(replay);
    const list = await replay.next(addList('PNP_SDK_TEST_SetUserViaIdOnly'));
    await replay.next(addField(listPath(list), recorded[3], 16));
    await replay.next({ path: 'Web/CurrentUser' });
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.RegularRestUpdateTest', run: async (replay, recorded) => {
    await context(replay);
    await replay.next(byTitle('PNP_SDK_TEST_RegularRestUpdateTest'));
    const list = await replay.next(addList('PNP_SDK_TEST_RegularRestUpdateTest'));
    for (let at = 4; at <= 12; at += 1) await replay.next(addField(listPath(list), recorded[at], 16));
    const rocks = 'PnP Rocks...PnP Rocks...PnP Rocks...PnP Rocks...PnP Rocks...PnP Rocks...PnP Rocks';
    await replay.next(addItem(list, { Title: 'Item1', Text1: 'PnP Rocks', MultilineText1: rocks, Number1: '67687', Bool1: '1', DateTime1: '2020-12-06 06:25:47', Currency1: '67.67', ChoiceSingle1: 'Option A', ChoiceMulti1: 'Option A;#Option B;#' }));
    await replay.next(fieldsOf(list));
    await replay.next(updateItem(list, 1, { Text1: '22 PnP Rocks', MultilineText1: `2222 ${rocks}`, Number1: '22222', Bool1: '0', DateTime1: '2020-11-26 06:25:47', Currency1: '22.22', ChoiceSingle1: 'Option B', ChoiceMulti1: 'Option A;#Option B;#Option C;#' }));
    await replay.next(updateItem(list, 1, { Text1: '', MultilineText1: '', Number1: '0', DateTime1: null, Currency1: '0', ChoiceSingle1: '', ChoiceMulti1: '' }));
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.SpecialFieldRestUpdateTest', run: async (replay, recorded, rest) => {
    await context(replay);
    const me = await replay.next({ path: 'Web/CurrentUser' });
    await replay.next({ path: 'Web/EnsureUser', body: { logonName: 'Everyone except external users' } });
    const pages = await replay.next(byTitle('Site Pages'));
    await replay.next(byTitle('PNP_SDK_TEST_SpecialFieldRestUpdateTest'));
    const list = await replay.next(addList('PNP_SDK_TEST_SpecialFieldRestUpdateTest'));
    const toPages = (xml: string): string => xml.replace(/ List="[^"]*"/, ` List="${String(pages['Id'])}"`);
    for (let at = 7; at <= 18; at += 1) {
      const csom = at === 12 || at === 14;
      const managedMetadata = at === 11 || at === 13;
      if (csom) await replay.nextRefused({ path: '../_vti_bin/client.svc/ProcessQuery', body: '<Request/>', headers: { 'content-type': 'text/xml' } }, 'CSOM (client.svc/ProcessQuery) is another protocol: only its refusal is here');
      else if (managedMetadata) await replay.nextRefused(addField(listPath(list), recorded[at], 16, (xml) => xml.split('<Customization>')[0]?.replace(/ (List|WebId|ShowField)="[^"]*"/g, '').replace(/([^/])>$/, '$1/>') ?? ''), 'managed metadata columns are refused');
      else await replay.next(addField(listPath(list), recorded[at], 16, toPages));
    }
    const key = JSON.stringify([{ Key: me['LoginName'] }]);
    const page = await anyItem(rest, pages);
    await replay.next(addItem(list, { Title: 'Item1', URLField1: 'https://pnp.com, PnP Rocks', URLField2: 'https://pnp.com, https://pnp.com', UserSingleField1: key, UserMultiField1: key, LookupSingleField1: String(page), LookupMultiField1: `${page};#;#` }));
    await replay.next(fieldsOf(list));
    await replay.next(updateItem(list, 1, { URLField1: 'https://pnp.com/rocks, PnP RocksA', URLField2: 'https://pnp.com/rocks, https://pnp.com', UserSingleField1: key, UserMultiField1: key, LookupMultiField1: `${page};#;#${page};#;#` }));
    await replay.next(updateItem(list, 1, { URLField1: '', URLField2: '', UserSingleField1: '[]', UserMultiField1: '[]', LookupSingleField1: null, LookupMultiField1: '' }));
    await replay.next(deleteList(list));
  } },
];
