/**
 * What PnPjs' presets add to its classes, for the type checker alone. PnPjs says it with `declare module "../webs/types"`,
 * which Node's own way of resolving modules (`moduleResolution: nodenext`) doesn't find for want of the `.js`.
 */
import type { IComments, ILikeData, ILikedByInformation, RatingValues } from '@pnp/sp/comments/types.js';
import type { IAttachments } from '@pnp/sp/attachments/types.js';
import type { ClientsidePageLayoutType, IClientsidePage, IClientsidePageComponent, IRepostPage, PromotedState } from '@pnp/sp/clientside-pages/types.js';
import type { IContentType, IContentTypes } from '@pnp/sp/content-types/types.js';
import type { IFields } from '@pnp/sp/fields/types.js';
import type { IFile, IFiles } from '@pnp/sp/files/types.js';
import type { IFolder, IFolders } from '@pnp/sp/folders/types.js';
import type { IItems } from '@pnp/sp/items/types.js';
import type { ILists, IList } from '@pnp/sp/lists/types.js';
import type { INavigation, INavigationService } from '@pnp/sp/navigation/types.js';
import type { IProfiles } from '@pnp/sp/profiles/types.js';
import type { IRecycleBin } from '@pnp/sp/recycle-bin/types.js';
import type { IRegionalSettings } from '@pnp/sp/regional-settings/types.js';
import type { SearchResults } from '@pnp/sp/search/query.js';
import type { ISuggestQuery, ISuggestResult } from '@pnp/sp/search/suggest.js';
import type { SearchQueryInit } from '@pnp/sp/search/types.js';
import type { IRoleDefinitions, ISecurableMethods } from '@pnp/sp/security/types.js';
import type { ISiteGroup, ISiteGroups } from '@pnp/sp/site-groups/types.js';
import type { ISiteUser, ISiteUserInfo, ISiteUsers } from '@pnp/sp/site-users/types.js';
import type { ISite } from '@pnp/sp/sites/types.js';
import type { ISocial } from '@pnp/sp/social/types.js';
import type { IUtilities } from '@pnp/sp/sputilities/types.js';
import type { ISubscriptions } from '@pnp/sp/subscriptions/types.js';
import type { IUserCustomActions } from '@pnp/sp/user-custom-actions/types.js';
import type { IView, IViews } from '@pnp/sp/views/types.js';
import type { IWeb } from '@pnp/sp/webs/types.js';

declare module '@pnp/sp/fi.js' {
  interface SPFI {
    readonly web: IWeb;
    readonly site: ISite;
    readonly navigation: INavigationService;
    readonly profiles: IProfiles;
    readonly social: ISocial;
    readonly utility: IUtilities;
    searchSuggest(query: ISuggestQuery | string): Promise<ISuggestResult>;
    search(query: SearchQueryInit): Promise<SearchResults>;
    batched(): [SPFI, () => Promise<void>];
  }
}

declare module '@pnp/sp/webs/types.js' {
  interface IWeb extends ISecurableMethods {
    readonly lists: ILists;
    getList(url: string): IList;
    readonly siteUsers: ISiteUsers;
    readonly currentUser: ISiteUser;
    ensureUser(loginName: string): Promise<ISiteUserInfo>;
    getUserById(id: number): ISiteUser;
    readonly siteGroups: ISiteGroups;
    readonly associatedOwnerGroup: ISiteGroup;
    readonly associatedMemberGroup: ISiteGroup;
    readonly associatedVisitorGroup: ISiteGroup;
    readonly roleDefinitions: IRoleDefinitions;
    createDefaultAssociatedGroups(groupNameSeed: string, siteOwner: string, copyRoleAssignments?: boolean, clearSubscopes?: boolean, siteOwner2?: string): Promise<void>;
    readonly contentTypes: IContentTypes;
    readonly fields: IFields;
    readonly availablefields: IFields;
    readonly userCustomActions: IUserCustomActions;
    readonly navigation: INavigation;
    readonly regionalSettings: IRegionalSettings;
    readonly recycleBin: IRecycleBin;
    readonly folders: IFolders;
    readonly rootFolder: IFolder;
    getFolderByServerRelativePath(path: string): IFolder;
    getFolderById(id: string): IFolder;
    getFileByServerRelativePath(path: string): IFile;
    getFileById(id: string): IFile;
    getClientsideWebParts(): Promise<IClientsidePageComponent[]>;
    addClientsidePage(pageName: string, title?: string, layout?: ClientsidePageLayoutType, promotedState?: PromotedState): Promise<IClientsidePage>;
    loadClientsidePage(path: string): Promise<IClientsidePage>;
    addRepostPage(details: IRepostPage): Promise<string>;
  }
}

declare module '@pnp/sp/lists/types.js' {
  interface IList extends ISecurableMethods {
    readonly fields: IFields;
    readonly views: IViews;
    readonly defaultView: IView;
    readonly items: IItems;
    readonly contentTypes: IContentTypes;
    readonly rootFolder: IFolder;
    readonly subscriptions: ISubscriptions;
  }
}

declare module '@pnp/sp/items/types.js' {
  interface IItem extends ISecurableMethods {
    readonly id?: never;
    readonly file: IFile;
    readonly folder: IFolder;
    readonly comments: IComments;
    readonly contentType: IContentType;
    readonly attachmentFiles: IAttachments;
    like(): Promise<void>;
    unlike(): Promise<void>;
    getLikedBy(): Promise<ILikeData[]>;
    getLikedByInformation(): Promise<ILikedByInformation>;
    rate(rating: RatingValues): Promise<number>;
  }
}

declare module '@pnp/sp/folders/types.js' {
  interface IFolder {
    readonly files: IFiles;
  }
}
