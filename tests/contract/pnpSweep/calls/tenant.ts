import type { Call, Calls } from '../place.ts';

const id = '6142d2a0-63a5-4ba0-aede-d9fefca2c767';
const groups: Readonly<Record<string, readonly unknown[]>> = {
  canUserCreateGroup: [], clearCurrentUserTeamsCache: [], create: [id], createGroup: ['x', 'x', true, [], '', []], delete: ['https://x/sites/x'], ensureTeamForGroup: [], ensureTeamForGroupEx: [], getAllOrgLabels: [0],
  getCurrentUserJoinedTeams: [false, false], getCurrentUserSharedChannelMemberGroups: [], getCurrentUserTeamConnectedMemberGroups: [], getGroupCreationContext: [], getGroupSiteConversionData: [], getSiteStatus: [id],
  getTeamChannelFilesUrl: [id, id], getTeamChannels: [id, false], getTeamChannelsDirect: [id], getTeamChannelsEx: [id], getTeamChannelsWithSiteUrl: ['https://x'], getUserSharedChannelMemberGroups: ['x'],
  getUserTeamConnectedMemberGroups: ['x'], getValidSiteUrlFromAlias: ['x'], isTeamifyPromptHidden: ['https://x'], notebook: [id], pinToTeam: [{}], call: ['CanUserCreateGroup'],
};
const designs: Readonly<Record<string, readonly unknown[]>> = {
  run: [{}], createSiteDesign: [{ Title: 'x', WebTemplate: '68', SiteScriptIds: [id] }], applySiteDesign: [id, 'https://x'], getSiteDesigns: [], getSiteDesignMetadata: [id], updateSiteDesign: [{ Id: id }], deleteSiteDesign: [id],
  getSiteDesignRights: [id], grantSiteDesignRights: [id, ['x']], revokeSiteDesignRights: [id, ['x']], addSiteDesignTask: ['https://x', id], addSiteDesignTaskToCurrentWeb: [id], getSiteDesignTask: [id],
  getSiteDesignRun: ['https://x'], getSiteDesignRunStatus: ['https://x', id],
};
const scripts: Readonly<Record<string, readonly unknown[]>> = {
  run: [{}], getSiteScripts: [], createSiteScript: ['x', 'x', {}], getSiteScriptMetadata: [id], deleteSiteScript: [id], updateSiteScript: [{ Id: id }], getSiteScriptFromList: ['https://x/Lists/x'], getSiteScriptFromWeb: ['https://x', {}], executeSiteScriptAction: ['{}'],
};
const each = (owner: string, member: string, calls: Readonly<Record<string, readonly unknown[]>>): [string, Call][] => Object.entries(calls).map(([name, args]) => [`${owner}.${name}`, ({ sp }) => {
  const call = sp[member]?.[name]?.(...args);
  if (call === undefined) throw new Error(`This version of PnPjs has no ${owner}.${name}.`);
  return call;
}]);

/** What belongs to the tenant and to Microsoft 365 groups. */
export const tenantCalls: Calls = {
  'SPFI.groupSiteManager': ({ sp }) => sp.groupSiteManager.canUserCreateGroup(),
  ...Object.fromEntries([...each('GroupSiteManager', 'groupSiteManager', groups), ...each('SiteDesigns', 'siteDesigns', designs), ...each('SiteScripts', 'siteScripts', scripts)]),
  'SPFI.siteDesigns': ({ sp }) => sp.siteDesigns.getSiteDesigns(),
  'SPFI.siteScripts': ({ sp }) => sp.siteScripts.getSiteScripts(),
  'Web.getSiteDesignRuns': ({ sp }) => sp.web.getSiteDesignRuns(),
  'Web.addSiteDesignTask': ({ sp }) => sp.web.addSiteDesignTask(id),
  'Web.getSiteDesignRunStatus': ({ sp }) => sp.web.getSiteDesignRunStatus(id),
  'Web.getSiteScript': ({ sp }) => sp.web.getSiteScript(),
};
