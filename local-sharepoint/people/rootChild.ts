import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { peoplePicker } from './peoplePicker.ts';
import { isFollowingResource, peopleManager, trendingTags } from './profiles/peopleManager.ts';
import { ownerProfile, profileLoader } from './profiles/profileLoader.ts';
import { followingResource } from '../social/followingResource.ts';
import { notHereYet } from '../model/refusals.ts';

const picker = 'sp.ui.applicationpages.clientpeoplepickerwebserviceinterface';

/** The children of `_api` that are about people: the people picker and profiles. */
export function rootChild(segment: PathSegment, request: ResourceRequest): Resource | undefined {
  switch (segment.name) {
    case `${picker}.clientpeoplepickersearchuser`: return peoplePicker('ClientPeoplePickerSearchUser');
    case `${picker}.clientpeoplepickerresolveuser`: return peoplePicker('ClientPeoplePickerResolveUser');
    case 'sp.userprofiles.peoplemanager': return peopleManager();
    case 'sp.userprofiles.peoplemanager.isfollowing': return isFollowingResource(segment);
    case 'sp.userprofiles.peoplemanager.gettrendingtags': return trendingTags();
    case 'sp.userprofiles.profileloader.getprofileloader': return profileLoader();
    case 'sp.userprofiles.profileloader.getowneruserprofile': return ownerProfile(request);
    case 'social.following': return followingResource();
    default:
      if (segment.name.startsWith(`${picker}.`) || segment.name.startsWith('sp.userprofiles.')) {
        throw notHereYet(segment.raw);
      }
      return undefined;
  }
}
