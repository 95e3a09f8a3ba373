import type { Difference, Kind } from './differences.ts';

/** Differences that are known: which, in which recordings (all unless told), and why. */
export interface Known { readonly kinds?: readonly Kind[]; readonly path: RegExp; readonly in?: RegExp; readonly why: string }

/** The recorded site and ours are two sites, with their own people, lists and settings. */
const ofTheSite: readonly Known[] = [
  { path: /RegionalSettings\.TimeZone\./, why: 'the time zone of the site' },
  { path: /(^|\.)ItemCount$/, why: 'how many items the site holds' },
  { path: /ListExperienceOptions$/, why: 'the recorded library was set to the new experience' },
  { kinds: ['value'], path: /((^|\.)(author|CurrentUser)|likedBy\[\d+\]|(Author|Editor)\.Lookup)\.?[iI]d$|(AuthorId|EditorId|PrincipalId|UserId\.NameId|User\w+Field1(String)?Id(\[0\])?)$/, why: 'the number of a person' },
  { path: /^value\[\d+\]\.(Id|LoginName|Title|Email|IsSiteAdmin|UserPrincipalName)$|^Id$/, in: /EffectiveUserPermissions|check-user-permissions|user-get|SetUserViaIdOnly|SpecialField|UpdateListItemModified|users-collection/, why: 'who comes first among the people of the site' },
  { kinds: ['length'], path: /^value$/, in: /users-collection/, why: 'how many administrators a site has' },
  { kinds: ['value'], path: /^(d\.)?(Title|Description|SiteLogoUrl|MegaMenuEnabled|WebTemplate)$/, in: /^web-/, why: 'the recorded site belongs to a group' },
  { kinds: ['value'], path: /(RoleDefinitionBindings\[0\]|value\[0\]|^)\.?Id$/, in: /AddRoleDefinitions|roledefs/, why: 'the number of a new level' },
  { kinds: ['value'], path: /Length$|ContentTag$/, in: /GetListItemChanges|file-get/, why: 'another document was sent' },
  { kinds: ['value'], path: /itemId$|odata\.nextLink$/, in: /comments-30/, why: 'the number of the item, and what stands in the token of a page of comments' },
  { kinds: ['value', 'length'], path: /DirectReports|Extended|Peers|^Title|PersonalUrl|PictureUrl|UserUrl|UserProfileProperties\[\d+\]\.Value/, in: /profile/, why: 'the profile of another person' },
  { kinds: ['value', 'length'], path: /ElapsedTime|RowCount|TotalRows|Table\.Rows$/, in: /search/, why: 'what a site has that can be found' },
  { kinds: ['value'], path: /SMTotalSize(\.LookupId)?$|value\[0\]\.Size$/, why: 'how many bytes SharePoint uses to store an item' },
  { kinds: ['value'], path: /^(Length|ContentTag)$/, in: /file-get/, why: 'what SharePoint writes into a new page' },
  { path: /^Row\[0\]/, in: /renderlistdata-[23]/, why: 'the recorded page, of which its program asked for all columns' },
  { kinds: ['type', 'value'], path: /(AppAuthor|AppEditor)$/, why: 'the recorded client signs in as an app' },
];

/** The recordings are of 2021 to 2024: SharePoint has changed, and some of them differ among themselves. */
const ofTheTime: readonly Known[] = [
  { kinds: ['additional'], path: /Fields\[(_ColorHex|_ColorTag|_Emoji|ParentUniqueId)\]$/, why: 'a column that came to SharePoint later; newer recordings have it' },
  { kinds: ['additional'], path: /(OData__ColorTag|ExistsAllowThrowForPolicyFailures|ExistsWithException|ScopeId|CurrentFolderPrincipalCount)$/, why: 'a property that came to SharePoint later; newer recordings have it' },
];

/** Refused on purpose, in the whole service. */
const refused: readonly Known[] = [
  { path: /^notificationUrl$/, in: /webhook/, why: 'notifications are sent to this machine alone' },
  { path: /Taxonomy|TaxCatchAll/, why: 'managed metadata is refused' },
  { path: /^value|SchemaXml$/, in: /SpecialFieldRestUpdate/, why: 'without the two columns of managed metadata, which are refused, and what SharePoint keeps for them' },
];

/** Not yet as it was recorded. */
export const open: readonly Known[] = [
  { path: /LookupList$/, why: 'person columns do not name the list of people' },
  { kinds: ['status'], path: /^$/, in: /SpecialField|GetListChanges/, why: 'not here yet: the group of everyone except external users, the library Site Assets of a new site' },
  { path: /^Lists\[Site Pages\]|^(ContentTypesEnabled|DocumentTemplateUrl|EnableFolderCreation|EnableMinorVersions|EnableModeration|ForceCheckout|IsApplicationList|DraftVersionVisibility)$/, why: 'pages are drafts for their editors until they are published, whatever the site' },
  { path: /Fields\[|^Fields$/, in: /GetListFields|CaseInsensitive/, why: 'details of the columns of libraries, and those that come with use: what Office, sharing and flows keep' },
  { path: /Fields\[(_ModerationStatus|_CommentFlags|_CommentCount|\w{31,33})\]/, why: 'details of built-in columns' },
  { path: /LinkingUr[il]$|ServerRedirectedEmbedUr[il]$/, why: 'links into Office on the web' },
  { kinds: ['type'], path: /^Title$/, in: /GetListItemChanges/, why: 'the title that Word left in the document' },
  { kinds: ['missing'], path: /SensitivityLabelToEncryptOnDownloadForLibrary/, why: 'a property that came to SharePoint later' },
  { kinds: ['missing'], path: /results\[SP\.Change(Item|Site|Folder|File)\]$/, why: 'changes of sites, folders and files are not logged' },
  { kinds: ['value'], path: /results\[SP\.Change(Web|Item)\]\.(ChangeType|ItemId)/, why: 'which change came first' },
  { kinds: ['value'], path: /Lists\[Site Assets\]\.(DocumentTemplateUrl|IsApplicationList)/, why: 'the settings of Site Assets' },
  { path: /SchemaXml$/, in: /contenttype/, why: "a content type's XML is written anew" },
  { path: /^value(\[\d+\]\.(BasePermissions.*|Description|Id|Name|Order|RoleTypeKind))?$/, in: /AddRoleDefinitions/, why: 'the hidden level System.LimitedView, which sites get with sharing links' },
  { path: /OData__ExtendedDescription|UniqueId/, in: /item-doclib-folder/, why: 'items of libraries' },
  { path: /RowLimit|^LastRow|^Row$/, in: /renderlistdata/, why: 'RenderListDataAsStream without a row limit' },
];

const all: readonly Known[] = [...ofTheSite, ...ofTheTime, ...refused, ...open];

/** What accounts for a difference, if anything is known to. */
export function knownOf(name: string, { kind, path }: Difference): Known | undefined {
  return all.find((each) => (each.kinds === undefined || each.kinds.includes(kind)) && each.path.test(path) && (each.in === undefined || each.in.test(name)));
}
