import type { ResourceRequest } from '../../routing/resource.ts';
import type { Person } from '../organisation.ts';
import { pictureTimestamp } from './profilePicture.ts';

/** Addresses that belong to a person. There is no host of personal sites here: they are named, but lead nowhere. */
export function personalUrl(person: Person, request: Pick<ResourceRequest, 'webUrl'>): string {
  return `${hostOf(request)}${personalPath(person)}`;
}

export function personalPath({ email }: Person): string {
  return `/personal/${email.replace(/[^a-z0-9]/gi, '_')}/`;
}

export function personPage({ login_name: login }: Person, request: Pick<ResourceRequest, 'webUrl'>): string {
  return `${hostOf(request)}/Person.aspx?accountname=${encoded(login)}`;
}

/** Null for who has no picture. */
export function pictureUrl(person: Person, { webUrl, session: { database } }: Pick<ResourceRequest, 'webUrl' | 'session'>): string | null {
  if (person.photo === 0) return null;
  const uploaded = pictureTimestamp(database, person.login_name);
  return `${hostOf({ webUrl })}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(person.email)}${uploaded === undefined ? '' : `&t=${uploaded}`}`;
}

/** Recorded: pnp/pnpcore, GetUserProfileTests. */
export function editProfileLink(request: Pick<ResourceRequest, 'webUrl'>): string {
  return `${hostOf(request)}/_layouts/15/EditProfile.aspx?UserSettingsProvider=dfb95e82%2D8132%2D404b%2Db693%2D25418fdac9b6&ReturnUrl=${encoded(`${request.webUrl}/_api/SP.UserProfiles.PeopleManager`)}`;
}

export function hostOf({ webUrl }: Pick<ResourceRequest, 'webUrl'>): string {
  return new URL(webUrl).origin;
}

/** As SharePoint escapes what it puts into addresses: everything but letters and digits. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[-._~!*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

