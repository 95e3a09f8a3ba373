import type { FieldType } from '../model/list.ts';

interface PageField { readonly id: string; readonly internalName: string; readonly title: string; readonly type: FieldType; readonly hidden?: true; readonly properties?: Readonly<Record<string, unknown>> }

const people = { SelectionMode: 0, AllowMultipleValues: true };

/**
 * The columns of Site Pages beside those of every library, in their order. Recorded: PnP Core SDK, PublishPage (ids, names, titles, types and what is hidden). What
 * SharePoint calls HTML is a note here, and is as long as it has to be.
 */
export const pageFields: readonly PageField[] = [
  { id: 'c33527b4-d920-4587-b791-45024d00068a', internalName: 'WikiField', title: 'Wiki Content', type: 'Note', properties: { UnlimitedLengthInDocumentLibrary: true } },
  { id: '7efc33c1-b56b-490e-9c9b-1097e971ba96', internalName: 'ClientSideApplicationId', title: 'Client Application Page ID', type: 'Guid', hidden: true },
  { id: 'daef58d7-ccfd-43fc-b776-2e292cc66bba', internalName: 'PageLayoutType', title: 'Page Layout Type', type: 'Text', hidden: true },
  { id: '4966388e-6e12-4bc6-8990-5b5b66153eae', internalName: 'CanvasContent1', title: 'Authoring Canvas Content', type: 'Note', properties: { UnlimitedLengthInDocumentLibrary: true } },
  { id: '5baf6db5-9d25-4738-b15e-db5789298e82', internalName: 'BannerImageUrl', title: 'Banner Image URL', type: 'URL' },
  { id: 'fb3259ac-bd07-4397-b7aa-03e885b0838e', internalName: 'BannerImageOffset', title: 'Banner Image Offset', type: 'Text', hidden: true },
  { id: '3f155110-a6a2-4d70-926c-94648101f0e8', internalName: 'Description', title: 'Description', type: 'Note' },
  { id: 'f5ad16a2-85be-46b2-b5f0-2bb8b4a5074a', internalName: 'PromotedState', title: 'Promoted State', type: 'Number' },
  { id: 'c84f8697-331e-457d-884a-c4fb8f30ea74', internalName: 'FirstPublishedDate', title: 'First Published Date', type: 'DateTime' },
  { id: '261075db-0525-4fb8-a6ea-772014186599', internalName: 'LayoutWebpartsContent', title: 'Page Layout Content', type: 'Note', properties: { UnlimitedLengthInDocumentLibrary: true } },
  { id: '1a7348e7-1bb7-4a47-9790-088e7cb20b58', internalName: '_AuthorByline', title: 'Author Byline', type: 'UserMulti', properties: people },
  { id: 'd60d65ff-ff42-4044-a684-ac3f7a5e598c', internalName: '_TopicHeader', title: 'Topic header', type: 'Text' },
  { id: '9de685c5-fdf5-4319-b987-3edf55efb36f', internalName: '_SPSitePageFlags', title: 'Site Page Flags', type: 'MultiChoice' },
  { id: '9889a80f-c9ec-41d8-a359-ac5fb5c4cfa2', internalName: '_SPCallToAction', title: 'Call To Action', type: 'Note' },
  { id: '0e7b982f-698a-4d0c-aacb-f16906f66d30', internalName: '_OriginalSourceUrl', title: 'Original Source Url', type: 'Text' },
  { id: '36193413-dd5c-4096-8c1e-1b40098b9ba3', internalName: '_OriginalSourceSiteId', title: 'Original Source Site ID', type: 'Guid' },
  { id: '3477a5bc-c605-4b2e-a7c1-8db8f13c017e', internalName: '_OriginalSourceWebId', title: 'Original Source Web ID', type: 'Guid' },
  { id: '139da674-dbf6-439f-98e0-4eb05fa9a669', internalName: '_OriginalSourceListId', title: 'Original Source List ID', type: 'Guid' },
  { id: '91e86a43-75f2-426f-80da-35edfb47d55d', internalName: '_OriginalSourceItemId', title: 'Original Source Item ID', type: 'Guid' },
];

/** How Site Pages is set up (recorded there), with drafts for editors alone (documented for pages). */
export const pageLibrarySettings: Readonly<Record<string, unknown>> = { ContentTypesEnabled: true, IsApplicationList: true, EnableMinorVersions: true, ForceCheckout: true, EnableFolderCreation: false, DraftVersionVisibility: 1 };
