/**
 * Properties that people change of their own profile in a new SharePoint Online (remembered; recorded for HomePhone and SPS-Skills). The others
 * come from the directory: only an administrator may change them.
 */
export const editableByOwner: ReadonlySet<string> = new Set((
  'AboutMe PictureURL CellPhone Fax HomePhone Assistant SPS-PastProjects SPS-Skills SPS-School SPS-Birthday SPS-StatusNotes SPS-Interests SPS-Responsibility SPS-HireDate SPS-HashTags '
  + 'SPS-Location SPS-PictureTimestamp SPS-PicturePlaceholderState SPS-EmailOptin SPS-PrivacyPeople SPS-PrivacyActivity SPS-TimeZone SPS-MUILanguages SPS-ContentLanguages SPS-Locale '
  + 'SPS-PhoneticFirstName SPS-PhoneticLastName SPS-PhoneticDisplayName QuickLinks WebSite SPS-RegionalSettings-FollowWeb SPS-CalendarType SPS-AltCalendarType SPS-AdjustHijriDays '
  + 'SPS-ShowWeeks SPS-WorkDays SPS-WorkDayStartHour SPS-WorkDayEndHour SPS-Time24 SPS-FirstDayOfWeek SPS-FirstWeekOfYear'
).split(' '));

/** Properties with several values, written with `|` between them. */
export const multiValued: ReadonlySet<string> = new Set(['SPS-Skills', 'SPS-Interests', 'SPS-PastProjects', 'SPS-School', 'SPS-Responsibility', 'SPS-HashTags', 'SPS-Peers', 'SPS-ProxyAddresses', 'SPS-MemberOf']);

/** Properties that stand in a column of `people`, where search and the people picker read them. */
export const columnsOfPeople: Readonly<Record<string, string>> = {
  AboutMe: 'about', 'SPS-Skills': 'skills', 'SPS-Interests': 'interests', WorkPhone: 'phone', Department: 'department', 'SPS-Department': 'department',
  Title: 'job_title', 'SPS-JobTitle': 'job_title', Office: 'office', 'SPS-Location': 'office',
};
