import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { peoplePicker } from './peoplePicker.ts';
import { peopleManager } from './profile.ts';
import { notHereYet } from '../model/refusals.ts';

const picker = 'sp.ui.applicationpages.clientpeoplepickerwebserviceinterface';

/** The children of `_api` that are about people: the people picker and profiles. */
export function rootChild(segment: PathSegment, _request: ResourceRequest): Resource | undefined {
  switch (segment.name) {
    case `${picker}.clientpeoplepickersearchuser`: return peoplePicker('ClientPeoplePickerSearchUser');
    case `${picker}.clientpeoplepickerresolveuser`: return peoplePicker('ClientPeoplePickerResolveUser');
    case 'sp.userprofiles.peoplemanager': return peopleManager();
    default:
      if (segment.name.startsWith(`${picker}.`) || segment.name.startsWith('sp.userprofiles.')) {
        throw notHereYet(segment.raw);
      }
      return undefined;
  }
}
