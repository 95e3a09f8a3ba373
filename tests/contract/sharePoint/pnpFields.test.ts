import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { AddFieldOptions, type IList, type SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf, refusedWith } from './pnp.ts';
import { visitor } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
let sp: SPFI;
let list: IList;
let places: string;
before(async () => {
  sp = pnpOf(sharePoint);
  places = (await sp.web.lists.add('Places')).Id;
  list = sp.web.lists.getById((await sp.web.lists.add('Fields')).Id);
});

type Field = Record<string, unknown>;
const pick = (field: unknown, ...names: readonly string[]): unknown[] => names.map((name) => (field as Field)[name]);
/** SharePoint takes a default with every type of column; PnPjs' types don't know. */
const startingWith = (DefaultValue: string): object => ({ DefaultValue });

describe('PnPjs: columns of every type', () => {
  it('text and notes', async () => {
    const text = await list.fields.addText('Short text', { MaxLength: 50, Group: 'Ours', Required: true, Description: 'short' });
    assert.deepEqual(pick(text, 'InternalName', 'EntityPropertyName', 'StaticName', 'MaxLength', 'Group', 'Required', 'Description', 'TypeAsString', 'FieldTypeKind'),
      ['Short_x0020_text', 'Short_x0020_text', 'Short_x0020_text', 50, 'Ours', true, 'short', 'Text', 2]);
    const note = await list.fields.addMultilineText('Long', { NumberOfLines: 12, RichText: true, RestrictedMode: true, AppendOnly: false, AllowHyperlink: true });
    assert.deepEqual(pick(note, 'TypeAsString', 'NumberOfLines', 'RichText', 'RestrictedMode', 'AllowHyperlink', 'Filterable', 'Sortable'), ['Note', 12, true, true, true, false, false]);
    assert.deepEqual(pick(await list.fields.addMultilineText('Appending', { AppendOnly: true }), 'AppendOnly'), [true]);
  });

  it('numbers and yes/no', async () => {
    const number = await list.fields.addNumber('Points', { MinimumValue: 1, MaximumValue: 10, Indexed: true });
    assert.deepEqual(pick(number, 'TypeAsString', 'MinimumValue', 'MaximumValue', 'Indexed', 'IndexStatus', 'CommaSeparator', 'Unit', 'CustomUnitOnRight'), ['Number', 1, 10, true, 1, true, null, false]);
    assert.deepEqual(pick(await list.fields.addCurrency('Price', { CurrencyLocaleId: 1043 }), 'TypeAsString', 'CurrencyLocaleId'), ['Currency', 1043]);
    assert.deepEqual(pick(await list.fields.addBoolean('Done', startingWith('1')), 'TypeAsString', 'DefaultValue'), ['Boolean', '1']);
    const calculated = await list.fields.addCalculated('Sum', { Formula: '=[Points]*2', OutputType: 9 } as never);
    assert.deepEqual(pick(calculated, 'TypeAsString', 'FieldTypeKind', 'Formula', 'OutputType', 'DateFormat', 'DisplayFormat', 'ReadOnlyField', 'ShowAsPercentage'), ['Calculated', 17, '=Points*2', 9, 0, -1, true, false]);
  });

  it('choices', async () => {
    const choice = await list.fields.addChoice('Colour', { Choices: ['Red', 'Green & blue'], EditFormat: 1, ...startingWith('Red') });
    // This call is made in verbose JSON: arrays come as {results: […]}.
    assert.deepEqual(pick(choice, 'TypeAsString', 'Choices', 'EditFormat', 'FillInChoice'), ['Choice', { __metadata: { type: 'Collection(Edm.String)' }, results: ['Red', 'Green & blue'] }, 1, false]);
    const several = await list.fields.addMultiChoice('Tags', { Choices: ['a', 'b'], FillInChoice: true });
    assert.deepEqual(pick(several, 'TypeAsString', 'FieldTypeKind', 'FillInChoice'), ['MultiChoice', 15, true]);
    assert.deepEqual((await list.fields.getByTitle('Tags')() as unknown as { Choices: string[] }).Choices, ['a', 'b']);
  });

  it('dates, people, lookups and links', async () => {
    assert.deepEqual(pick(await list.fields.addDateTime('Due', { DisplayFormat: 0, DateTimeCalendarType: 1, FriendlyDisplayFormat: 1 }), 'TypeAsString', 'DisplayFormat', 'FriendlyDisplayFormat'), ['DateTime', 0, 1]);
    assert.deepEqual(pick(await list.fields.addUser('Helper', { SelectionMode: 0 }), 'TypeAsString', 'SelectionMode', 'AllowMultipleValues'), ['User', 0, false]);
    assert.deepEqual(pick(await list.fields.addUser('Helpers', { SelectionMode: 1, AllowMultipleValues: true } as never), 'TypeAsString', 'AllowMultipleValues', 'Sortable'), ['UserMulti', true, false]);
    const lookup = await list.fields.addLookup('Place', { LookupListId: places, LookupFieldName: 'Title' });
    assert.deepEqual(pick(lookup, 'TypeAsString', 'LookupList', 'LookupField', 'IsRelationship', 'RelationshipDeleteBehavior'), ['Lookup', places, 'Title', true, 0]);
    assert.match(await refusedWith(list.fields.addLookup('Nowhere', { LookupListId: '00000000-0000-0000-0000-000000000001', LookupFieldName: 'Title' })), /^404 .*List does not exist/);
    assert.deepEqual(pick(await list.fields.addUrl('Link', { DisplayFormat: 0 }), 'TypeAsString', 'DisplayFormat', 'Filterable'), ['URL', 0, false]);
    const also = await list.fields.addDependentLookupField('Place:ID', (lookup as unknown as Field)['Id'] as string, 'ID');
    assert.deepEqual(pick(also, 'InternalName', 'TypeAsString', 'IsDependentLookup', 'PrimaryFieldId', 'LookupField', 'ReadOnlyField'), ['Place_x003a_ID', 'Lookup', true, (lookup as unknown as Field)['Id'], 'ID', true]);
    assert.deepEqual(pick(await list.fields.getByTitle('Place')(), 'DependentLookupInternalNames'), [['Place_x003a_ID']]);
    assert.match(await refusedWith(list.fields.addDependentLookupField('Nowhere', '00000000-0000-0000-0000-000000000001', 'Title')), /^400 .*does not exist/);
  });

  it('pictures and places (ImageFieldTest, LocationFieldTest)', async () => {
    assert.deepEqual(pick(await list.fields.addImageField('Picture'), 'TypeAsString', 'FieldTypeKind', 'TypeDisplayName', 'TypeShortDescription', 'Filterable', 'Sortable', 'NumberOfLines'), ['Thumbnail', 34, 'Thumbnail', 'Image', false, false, 6]);
    assert.deepEqual(pick(await list.fields.addLocation('Where'), 'TypeAsString', 'FieldTypeKind', 'TypeDisplayName', 'TypeShortDescription'), ['Location', 33, 'Location', 'Location']);
    const parts = await list.fields.filter("startswith(Title,'Where: ')").select('InternalName', 'TypeAsString', 'FieldTypeKind')();
    assert.deepEqual(parts.map((field) => pick(field, 'InternalName', 'TypeAsString', 'FieldTypeKind').join(' ')), ['CountryOrRegion Text 2', 'State Text 2', 'City Text 2', 'PostalCode Text 2', 'Street Text 2', 'GeoLoc Geolocation 31', 'DispName Text 2']);
    await list.items.add({
      Title: 'Away', Picture: JSON.stringify({ fileName: 'river.jpg', serverRelativeUrl: '/sites/x/SiteAssets/river.jpg' }),
      Where: JSON.stringify({ DisplayName: 'Hotel', Address: { Street: 'Lonsdale Street', City: 'Melbourne', CountryOrRegion: 'Australia' }, Coordinates: { Latitude: -37.8, Longitude: 144.9 } }),
    });
    const [item] = await list.items.filter("Title eq 'Away'")() as Field[];
    assert.deepEqual([...pick(item, 'City', 'State', 'DispName', 'GeoLoc'), JSON.parse(String(item?.['Picture']))['fileName']], ['Melbourne', null, 'Hotel', { Altitude: 0, Latitude: -37.8, Longitude: 144.9, Measure: 0 }, 'river.jpg']);
    assert.match(await refusedWith(list.items.add({ City: 'Paris' })), /^500 .*may be read only/);
    assert.match(await refusedWith(list.items.add({ Where: 'somewhere' })), /^500 .*Invalid text value/);
  });
});

describe('PnPjs: columns from XML', () => {
  it('take their internal name from the display name, unless the hint option is given', async () => {
    assert.deepEqual(pick(await list.fields.createFieldAsXml('<Field Type="Text" Name="PublishDate" DisplayName="Publish Date" />'), 'InternalName', 'Title'), ['Publish_x0020_Date', 'Publish Date']);
    const hinted = await list.fields.createFieldAsXml({ SchemaXml: '<Field Type="Choice" Name="Kind" DisplayName="Kind of thing" Format="RadioButtons"><Default>b</Default><CHOICES><CHOICE>a</CHOICE><CHOICE>b &amp; c</CHOICE></CHOICES></Field>', Options: AddFieldOptions.AddFieldInternalNameHint } as never);
    assert.deepEqual(pick(hinted, 'InternalName', 'Title', 'DefaultValue', 'Choices', 'EditFormat'), ['Kind', 'Kind of thing', 'b', ['a', 'b & c'], 1]);
    assert.match(await refusedWith(list.fields.createFieldAsXml({ SchemaXml: '<Field Type="Text" Name="Kind" DisplayName="Other"/>', Options: 8 } as never)), /^500 .*duplicate field name/);
    assert.equal((await list.fields.createFieldAsXml('<Field Type="Text" DisplayName="Kind"/>') as unknown as Field)['InternalName'], 'Kind0');
    assert.equal((await list.fields.createFieldAsXml('<Field Type="Text" DisplayName="Größe 2"/>') as unknown as Field)['InternalName'], 'Gr_x00f6__x00df_e_x0020_2');
  });

  it('read limits, defaults, lookups and options', async () => {
    const number = await list.fields.createFieldAsXml('<Field Type="Number" DisplayName="Limited" Min="2" Max="5" Decimals="1" Required="TRUE" Indexed="TRUE" EnforceUniqueValues="TRUE"/>');
    assert.deepEqual(pick(number, 'MinimumValue', 'MaximumValue', 'DisplayFormat', 'Required', 'Indexed', 'EnforceUniqueValues'), [2, 5, 1, true, true, true]);
    const lookup = await list.fields.createFieldAsXml(`<Field Type="LookupMulti" DisplayName="Many places" List="{${places}}" ShowField="Title" Mult="TRUE"/>`);
    assert.deepEqual(pick(lookup, 'TypeAsString', 'AllowMultipleValues'), ['LookupMulti', true]);
    assert.equal((await list.fields.createFieldAsXml('<Field Type="Lookup" DisplayName="By address" List="Lists/Places" ShowField="Title"/>') as unknown as Field)['LookupList'], places);
    await list.fields.createFieldAsXml({ SchemaXml: '<Field Type="DateTime" DisplayName="Shown" Format="DateOnly"><Default>[today]</Default></Field>', Options: AddFieldOptions.AddFieldToDefaultView } as never);
    assert.deepEqual((await list.defaultView.fields() as unknown as { Items: string[] }).Items, ['LinkTitle', 'Shown']);
    for (const [xml, refusal] of [['<Field', /^400/], ['<Field Type="Text"/>', /^400/], ['<Field Type="Nonsense" DisplayName="x"/>', /^500 .*Field type Nonsense is not installed/], ['<Field Type="Calculated" DisplayName="x"/>', /^500 .*syntax error/],
      ['<Field Type="Number" DisplayName="x" Min="much"/>', /^400/], ['<Field Type="Lookup" DisplayName="x"/>', /^400/], ['<!DOCTYPE x [<!ENTITY a "b">]><Field Type="Text" DisplayName="&a;"/>', /^(400|200|not)/]] as const) {
      assert.match(await refusedWith(list.fields.createFieldAsXml(xml)), refusal, xml);
    }
  });
});

describe('PnPjs: columns afterwards', () => {
  it('change, and go', async () => {
    const field = list.fields.getByInternalNameOrTitle('Short_x0020_text');
    await field.update({ Title: 'Shorter', Description: 'changed', Required: false, Indexed: true, EnforceUniqueValues: true });
    assert.deepEqual(pick(await field(), 'Title', 'InternalName', 'Description', 'Required', 'Indexed', 'EnforceUniqueValues'), ['Shorter', 'Short_x0020_text', 'changed', false, true, true]);
    assert.equal((await list.fields.getByTitle('Shorter')()).InternalName, 'Short_x0020_text');
    assert.match(await refusedWith(field.update({ Nonsense: 1 } as never)), /^400 .*The property 'Nonsense' does not exist on type 'SP.FieldText'/);
    assert.match(await refusedWith(list.fields.getByInternalNameOrTitle('Long').update({ Indexed: true })), /^500/);
    assert.match(await refusedWith(list.fields.getByInternalNameOrTitle('Done').update({ Indexed: true, EnforceUniqueValues: true })), /^500/);
    await field.setShowInEditForm(false);
    await field.setShowInNewForm(true);
    await field.setShowInDisplayForm(false);
    assert.match(String(pick(await field(), 'SchemaXml')[0]), / ShowInEditForm="FALSE" ShowInNewForm="TRUE" ShowInDisplayForm="FALSE" \/>$/);
    await field.delete();
    assert.match(await refusedWith(field()), /^400 .*-2147024809, System.ArgumentException.*Column 'Short_x0020_text' does not exist/);
    assert.match(await refusedWith(list.fields.getByInternalNameOrTitle('Title').delete()), /^500/);
    assert.equal((await list.fields.filter("FromBaseType eq false and TypeAsString eq 'Lookup'").select('Title')()).length, 3);
    assert.match(await refusedWith(pnpOf(sharePoint, visitor).web.lists.getByTitle('Fields').fields.addText('Mine')), /^403/);
  });

  it('no more than 20 indexes', async () => {
    const indexed = sp.web.lists.getById((await sp.web.lists.add('Indexed')).Id);
    for (let at = 0; at < 20; at += 1) await indexed.fields.addNumber(`N${at}`, { Indexed: true });
    assert.match(await refusedWith(indexed.fields.addNumber('N20', { Indexed: true })), /^500 .*maximum number of indices/);
  });
});
