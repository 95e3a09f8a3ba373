import { notHereYet } from '../model/refusals.ts';
import { managedProperty } from './managedProperties.ts';
import type { SortKey } from './order.ts';

export interface SearchSource {
  readonly id: string;
  /** KQL that the source adds. */
  readonly only: string;
  readonly order?: readonly SortKey[];
}

const lastChanged = managedProperty('LastModifiedTime');

/** Result sources that every site has (Microsoft: built-in result sources). */
const sources: readonly SearchSource[] = [
  { id: '8413cd39-2156-4e00-b54d-11efd9abdb89', only: '-ContentClass=urn:content-class:SPSPeople' },
  { id: 'b09a7990-05ea-4af9-81ef-edfab16c4e31', only: 'ContentClass=urn:content-class:SPSPeople' },
  { id: 'e7ec8cee-ded8-43c9-beb5-436b54b31e84', only: 'IsDocument:1' },
  { id: '5e34578e-4d08-4edc-8bf3-002acf3cdbcc', only: 'ContentClass=STS_ListItem_WebPageLibrary' },
  { id: '38403c8c-3975-41a8-826e-717f2d41568a', only: '(FileType:jpg OR FileType:jpeg OR FileType:png OR FileType:gif OR FileType:bmp OR FileType:svg OR ContentClass=STS_ListItem_PictureLibrary)' },
  { id: '9479bf85-e257-4318-b5a8-81a180f5faa1', only: 'ContentTypeId:0x010108*' },
  {
    id: 'ba63bbae-fa9c-42c0-b027-9a878f16557c', only: '-ContentClass=urn:content-class:SPSPeople',
    order: lastChanged === undefined ? [] : [{ kind: 'property', name: 'LastModifiedTime', property: lastChanged, descending: true }],
  },
];

export const peopleSourceId = 'b09a7990-05ea-4af9-81ef-edfab16c4e31';

/** By its id, with or without braces; everything but people when none is given. One that is not here is refused with 501. */
export function resultSource(id: string): SearchSource {
  const wanted = id.replace(/[{}]/g, '').toLowerCase();
  const found = wanted === '' ? sources[0] : sources.find((source) => source.id === wanted);
  if (!found) throw notHereYet(`the result source ${id}`);
  return found;
}
