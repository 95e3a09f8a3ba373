/**
 * Names that SharePoint answers and this service does not yet; a request for one is refused with 501 rather than with "not found".
 * From the endpoints that @pnp/sp 4 calls, the navigations of recorded entities and Microsoft's REST reference. Lower case.
 */
const ofRoot = [
  '$metadata', 'sp.appcontextsite',
  'addimagefromexternalurl', 'addimage', 'translations', 'feed',
  'graph', 'v2.0', 'v2.1', 'contextinfo', 'hubsites', 'hubsitejoinapproval', 'spsitemanager', 'sitemanager', 'groupsitemanager', 'publishingchannels', 'themes', 'thememanager',
  'social.feed', 'getuseronedrivequotamax', 'setuseronedrivequota', 'resetuseronedrivequotatodefault', 'getdefaultdocumentlibrary', 'getuserprofileproperties', 'siteiconmanager',
  'sp.utilities.utility.createwikipageincontextweb',
  'microsoft.sharepoint.portal.sitemanager',
  'microsoft.sharepoint.utilities.webtemplateextensions.sitescriptutility.runtimeextensions', 'sp.publishing.sitepageservice', 'sp.sharing.documentsharingmanager', 'sp.web.sharing.sharelink', 'sp.web.shareobject',
  'sp.relateditemmanager', 'sp.apphelper', 'sp.movecopyutil', 'sp.oauth.token', 'sp_tenantsettings_current', 'groupservice', 'videoservice', 'taxonomy', 'termstore', 'alerts', 'projectserver', 'processquery',
];
const ofSiteAndWeb = [
  'recyclebin', 'folders', 'rootfolder',
  'getcatalog', 'applytheme', 'applywebtemplate', 'syncflowinstances', 'getallclientsidecomponents', 'tenantappcatalog', 'sitecollectionappcatalog', 'getcontextwebthemedata',
  'getsharinglinkkind', 'getsharinglinkdata', 'getfilebyserverrelativeurl', 'getfilebyserverrelativepath', 'getfilebyid', 'getfilebyurl', 'getfolderbyserverrelativeurl',
  'getfolderbyserverrelativepath', 'getfolderbyid', 'getfolderbyurl', 'mappeduser', 'getlistitem', 'getlistitemusingpath', 'getpushnotificationsubscribersbyuser', 'getstorageentity',
  'setstorageentity', 'removestorageentity', 'accessrequestslist', 'activities', 'activitylogger', 'apptiles',
  'canmodernizehomepage', 'clientwebparts', 'dataleakagepreventionstatusinfo', 'hostedapps', 'listtemplates', 'multilingualsettings', 'onedriveshareditems',
  'pushnotificationsubscribers', 'titleresource', 'descriptionresource', 'siteuserinfolist', 'themeinfo', 'workflowassociations', 'workflowtemplates', 'uploadimage',
  'incrementsiteclientsideapplicationversion', 'executeremotelogic', 'processexternalnotification', 'audit', 'secondarycontact', 'openweb', 'getbyid', 'createpreviewspsite',
  'customscriptsafedomains', 'hubsitesynchronizablevisitorgroup', 'joinhubsite', 'registerhubsite', 'unregisterhubsite', 'issitelockreadonly', 'getwebtemplates', 'loadapptoweb', 'doesusershavepermissions',
];
const ofList = [
  'recycle',
  'getcheckedoutfiles', 'renderashtml', 'parsedocumenttemplate', 'setexempt', 'publishmappedview',
  'createdocument', 'createdocumentandgeteditlink', 'getwebdavurl', 'saveasnewview', 'saveastemplate', 'syncflowcallback', 'getspecialfolderurl', 'ensureuploadfolder',
];
const ofItem = [
  'attachmentfiles', 'versions', 'file', 'folder', 'properties', 'getdlppolicytip',
  'deletewithparameters', 'systemupdate', 'validateupdatefetchlistitem', 'getwopiframeurl', 'parselookups', 'reserveattachmentname', 'sharelink', 'unsharelink', 'copyto', 'moveto',
  'setcommentsdisabledscope', 'getsharinginformation', 'setcompliancetag', 'setcompliancetagwithnohold', 'mediaserviceupdate', 'overridepolicytip', 'files', 'undelete', 'addthumbnailfielddata',
];

const ofFile = [
  'checkin', 'checkout', 'undocheckout', 'publish', 'unpublish', 'approve', 'deny', 'getlimitedwebpartmanager', 'versionevents', 'versionexpirationreport', 'effectiveinformationrightsmanagementsettings',
  'storagemetrics', 'addtemplatefile', 'openbinarystream', 'savebinarystream', 'getpreauthorizedaccessurl', 'getimagepreviewurl', 'getimagepreviewuri',
  ...['copyfile', 'copyfilebypath', 'movefile', 'movefilebypath', 'copyfolder', 'copyfolderbypath', 'movefolder', 'movefolderbypath'].map((name) => `sp.movecopyutil.${name}`),
];

/** Asked by PnPjs, member by member (`tests/contract/pnpSweep`). */
const ofPnp = [
  'maptoicon', 'utctolocaltime', 'localtimetoutc', 'synchubsitetheme', 'getcustomlisttemplates', 'getclientsidewebparts',
  'shareobject', 'unshareobject', 'checkpermissions', 'getobjectsharingsettings', 'deletelinkbykind', 'sp.web.getdocumentlibraries', 'sp.web.getweburlfrompageurl', 'sp.site.exists',
];
/** Asked by the CLI for Microsoft 365. */
const ofCli = ['brandcenter', 'setchromeoptions', 'archive', 'unarchive', 'getrecyclebinitems', 'getrecyclebinitemsbyqueryinfo'];
/** Types of which nothing is here: whatever is called on them. */
const types = ['microsoft.sharepoint.utilities.webtemplateextensions.sitescriptutility', 'sp.relateditemmanager', 'sp.publishing.sitepageservice', 'microsoft.online.sharepoint.tenantadministration.tenant', 'sp.directory.directorysession', 'sp.compliancepolicy.sppolicystoreproxy'];

const names: ReadonlySet<string> = new Set([...ofRoot, ...ofSiteAndWeb, ...ofList, ...ofItem, ...ofFile, ...ofPnp, ...ofCli]);

/** Whether SharePoint answers this name and this service does not; `name` in lower case. */
export function notHere(name: string): boolean {
  return names.has(name) || types.some((type) => name.startsWith(`${type}.`) || name.startsWith(`${type.replaceAll('.', '_')}_`));
}
