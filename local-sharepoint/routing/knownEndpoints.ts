/**
 * Names that SharePoint answers and this service does not yet; a request for one is refused with 501 rather than with "not found".
 * From the endpoints that @pnp/sp 4 calls and from Microsoft's REST reference. Lower case.
 */
export const notHere: ReadonlySet<string> = new Set([
  'search', 'attachmentfiles', 'versions', 'comments', 'getcomments', 'likedbyinformation', 'like', 'unlike', 'getfilebyserverrelativeurl',
  'getfilebyserverrelativepath', 'getfilebyid', 'getfolderbyserverrelativeurl', 'getfolderbyserverrelativepath', 'getfolderbyid', 'folders', 'files',
  'webs', 'webinfos', 'navigation', 'features', 'recyclebin', 'regionalsettings', 'usercustomactions', 'eventreceivers', 'subscriptions', 'allproperties',
  'availablecontenttypes', 'availablefields', 'getchanges', 'getlistitemchangessincetoken', 'getrelatedfields', 'forms', 'getcatalog', 'applytheme',
  'hubsitedata', 'sitepages', 'sitemanager', 'groupsitemanager', 'publishingchannels', 'themes', 'thememanager', 'social.feed', 'social.following',
  'microsoft.office.server.reputationmodel.reputation.setlike', 'microsoft.office.server.reputationmodel.reputation.setrating', 'reserveattachmentname',
  'parselookups', 'ensuresiteassetslibrary', 'siteiconmanager', 'sp.utilities.utility.sendemail', 'sp.utilities.utility.resolveprincipalincurrentcontext',
  'graph', 'v2.0', 'v2.1', 'tenantappcatalog', 'sitecollectionappcatalog', 'getcontextwebthemedata', 'getsharinglinkkind', 'sharelink', 'workflowassociations',
  'informationrightsmanagementsettings', 'syncflowinstances', 'getspecialfolderurl', 'getallclientsidecomponents', 'copyto', 'recycle', 'validateupdatefetchlistitem',
]);
