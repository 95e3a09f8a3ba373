import type { DatabaseSync } from 'node:sqlite';
import { wrongArgument } from '../../model/refusals.ts';
import { SharePointError } from '../../model/sharePointError.ts';
import { voidAnswer } from '../../routing/arguments.ts';
import type { PathSegment, Resource } from '../../routing/resource.ts';
import { change, one } from '../../storage/prepared.ts';

/** 4.76 MB (Microsoft: SetMyProfilePicture). */
const largest = 5_000_000;
const kinds: readonly { readonly contentType: string; readonly begins: Buffer }[] = [
  { contentType: 'image/png', begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { contentType: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  { contentType: 'image/bmp', begins: Buffer.from('BM') },
];

export interface ProfilePicture { readonly content_type: string; readonly bytes: Uint8Array; readonly changed: string }

/** `SetMyProfilePicture`: the body is a picture in BMP, JPEG or PNG format. Recorded answer: `{"odata.null":true}`. */
export function setMyPicture(segment: PathSegment): Resource {
  return {
    post: ({ bytes, session: { database, user, now } }) => {
      const kind = kinds.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
      if (!kind) throw wrongArgument();
      if (bytes.length > largest) throw new SharePointError(413, '-2147024882, Microsoft.SharePoint.SPException', 'The picture must be smaller than 4.76 MB.');
      change(database, 'INSERT OR REPLACE INTO profile_pictures VALUES (?,?,?,?)', user.loginName, kind.contentType, bytes, now().toISOString());
      change(database, 'UPDATE people SET photo = 1 WHERE login_name = ?', user.loginName);
      return voidAnswer(segment);
    },
  };
}

export function pictureOf(database: DatabaseSync, login: string): ProfilePicture | undefined {
  return one<ProfilePicture>(database, 'SELECT content_type, bytes, changed FROM profile_pictures WHERE login_name = ?', login);
}

/** When somebody's own picture was uploaded, in seconds since the year 1, as SharePoint counts; undefined when it never was. */
export function pictureTimestamp(database: DatabaseSync, login: string): string | undefined {
  const changed = one<{ changed: string }>(database, 'SELECT changed FROM profile_pictures WHERE login_name = ?', login)?.changed;
  return changed === undefined ? undefined : String(Math.floor(Date.parse(changed) / 1000) + 62_135_596_800);
}
