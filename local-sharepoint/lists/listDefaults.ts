/** What a list has beside its schema, unless somebody changed it. Recorded: exemplars "list-add-generic", "list-add-doclib". */
export const listDefaults: Readonly<Record<string, unknown>> = {
  ContentTypesEnabled: false, CrawlNonDefaultViews: false, DefaultContentApprovalWorkflowId: '00000000-0000-0000-0000-000000000000',
  DefaultItemOpenUseListSetting: false, Description: '', Direction: 'none', DisableCommenting: false, DisableGridEditing: false, DraftVersionVisibility: 0,
  EnableFolderCreation: false, EnableMinorVersions: false, EnableModeration: false, EnableRequestSignOff: true, EnableVersioning: true,
  ExemptFromBlockDownloadOfNonViewableFiles: false, FileSavePostProcessingEnabled: false, ForceCheckout: false, HasExternalDataSource: false, Hidden: false,
  DefaultSensitivityLabelForLibrary: '', IrmEnabled: false, IrmExpire: false, IrmReject: false, IsApplicationList: false, IsCatalog: false, IsPrivate: false,
  ListExperienceOptions: 0, MajorWithMinorVersionsLimit: 0, MultipleDataList: false, NoCrawl: false, ParserDisabled: false, ServerTemplateCanCreateFolders: true,
  OnQuickLaunch: false, ValidationFormula: null, ValidationMessage: null,
};
