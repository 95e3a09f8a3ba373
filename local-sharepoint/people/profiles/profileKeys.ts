/** The keys of a profile in SharePoint's order. Recorded: PnP Core SDK, GetUserPropertiesForTests. */
export const profileKeys: readonly string[] = (
  'UserProfile_GUID SID ADGuid AccountName FirstName SPS-PhoneticFirstName LastName SPS-PhoneticLastName PreferredName ' +
  'SPS-PhoneticDisplayName WorkPhone Department Title SPS-JobTitle SPS-Department Manager AboutMe PersonalSpace PictureURL UserName ' +
  'QuickLinks WebSite PublicSiteRedirect SPS-DataSource SPS-MemberOf SPS-Dotted-line SPS-Peers SPS-Responsibility SPS-SipAddress ' +
  'SPS-MySiteUpgrade SPS-DontSuggestList SPS-ProxyAddresses SPS-HireDate SPS-DisplayOrder SPS-ClaimID SPS-ClaimProviderID ' +
  'SPS-ClaimProviderType SPS-LastColleagueAdded SPS-OWAUrl SPS-SavedAccountName SPS-SavedSID SPS-ResourceSID SPS-ResourceAccountName ' +
  'SPS-ObjectExists SPS-MasterAccountName SPS-PersonalSiteCapabilities SPS-UserPrincipalName SPS-O15FirstRunExperience ' +
  'SPS-PersonalSiteInstantiationState SPS-PersonalSiteFirstCreationTime SPS-PersonalSiteLastCreationTime SPS-PersonalSiteNumberOfRetries ' +
  'SPS-PersonalSiteFirstCreationError SPS-DistinguishedName SPS-SourceObjectDN SPS-LastKeywordAdded SPS-FeedIdentifier WorkEmail CellPhone ' +
  'Fax HomePhone Office SPS-Location Assistant SPS-PastProjects SPS-Skills SPS-School SPS-Birthday SPS-StatusNotes SPS-Interests SPS-HashTags ' +
  'SPS-PictureTimestamp SPS-EmailOptin SPS-PicturePlaceholderState SPS-PrivacyPeople SPS-PrivacyActivity SPS-PictureExchangeSyncState ' +
  'SPS-MUILanguages SPS-ContentLanguages SPS-TimeZone SPS-RegionalSettings-FollowWeb SPS-Locale SPS-CalendarType SPS-AltCalendarType ' +
  'SPS-AdjustHijriDays SPS-ShowWeeks SPS-WorkDays SPS-WorkDayStartHour SPS-WorkDayEndHour SPS-Time24 SPS-FirstDayOfWeek SPS-FirstWeekOfYear ' +
  'SPS-RegionalSettings-Initialized OfficeGraphEnabled SPS-UserType SPS-HideFromAddressLists SPS-RecipientTypeDetails DelveFlags ' +
  'PulseMRUPeople msOnline-ObjectId SPS-PointPublishingUrl SPS-TenantInstanceId SPS-SharePointHomeExperienceState SPS-RefreshToken DelveDemo ' +
  'DelveTest SPS-MultiGeoFlags PreferredDataLocation'
).split(' ');
