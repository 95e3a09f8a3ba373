import type { DatabaseSync } from 'node:sqlite';
import { wrongArgument } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { findPerson } from '../people/organisation.ts';
import { siteUserByEmail } from '../people/principals.ts';
import { bodyProperties, voidAnswer } from '../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { all, change } from '../storage/prepared.ts';

export interface Mail {
  readonly From: string | null;
  readonly To: readonly string[];
  readonly CC: readonly string[];
  readonly BCC: readonly string[];
  readonly Subject: string;
  readonly Body: string;
  readonly AdditionalHeaders: Readonly<Record<string, string>>;
}

/**
 * `SP.Utilities.Utility.SendEmail`: an e-mail to people of the organisation is kept, and can be read at `/_local/mails`. SharePoint sends to nobody
 * else: without such a recipient it refuses (text quoted in Microsoft's troubleshooting articles; status and code remembered).
 */
export function sendEmail(segment: PathSegment): Resource {
  return {
    post: (request) => {
      keepMail(mailIn(request), request.session);
      return voidAnswer({ ...segment, raw: 'SendEmail' });
    },
  };
}

/** Keeps an e-mail of who asks; it must have recipients, and all of them must be of the organisation. */
export function keepMail(mail: Mail, { database, rootWebId, siteUrl, user, now }: Session): void {
  const known = (recipient: string): boolean => findPerson(database, recipient) !== undefined || siteUserByEmail(database, rootWebId, recipient) !== undefined;
  if (mail.To.length === 0 || ![...mail.To, ...mail.CC, ...mail.BCC].every(known)) {
    throw new SharePointError(500, '-2146232832, Microsoft.SharePoint.SPException', 'The e-mail message cannot be sent. Make sure the e-mail has a valid recipient.');
  }
  change(database, 'INSERT INTO sent_mails (sent, web_url, sender, mail) VALUES (?,?,?,?)', now().toISOString(), siteUrl, user.email, JSON.stringify(mail));
}

/** What was sent, in order. */
export function sentMails(database: DatabaseSync): unknown[] {
  return all<{ id: number; sent: string; web_url: string; sender: string; mail: string }>(database, 'SELECT * FROM sent_mails ORDER BY id')
    .map(({ id, sent, web_url: web, sender, mail }) => ({ id, sent, web, sender, ...JSON.parse(mail) as Mail }));
}

export function forgetMails(database: DatabaseSync): void {
  change(database, 'DELETE FROM sent_mails');
}

function mailIn(request: ResourceRequest): Mail {
  const properties = bodyProperties(request)['properties'];
  if (typeof properties !== 'object' || properties === null) throw wrongArgument();
  const { From, To, CC, BCC, Subject, Body, AdditionalHeaders } = properties as Record<string, unknown>;
  if (typeof Subject !== 'string' || typeof Body !== 'string' || !(From === undefined || From === null || typeof From === 'string')) throw wrongArgument();
  return { From: From ?? null, To: texts(To), CC: texts(CC), BCC: texts(BCC), Subject, Body, AdditionalHeaders: Object.fromEntries(members(AdditionalHeaders).map(pair)) };
}

/** Texts in an array, or in `{results}`. */
export function texts(value: unknown): string[] {
  return members(value).map((one) => {
    if (typeof one !== 'string') throw wrongArgument();
    return one;
  });
}

/** An array, or `{results}` of verbose OData; nothing is an empty one. */
function members(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  const list: unknown = Array.isArray(value) ? value : (value as { results?: unknown }).results;
  if (!Array.isArray(list)) throw wrongArgument();
  return list;
}

function pair(value: unknown): readonly [string, string] {
  const { Key, Value } = (value ?? {}) as { Key?: unknown; Value?: unknown };
  if (typeof Key !== 'string' || typeof Value !== 'string') throw wrongArgument();
  return [Key, Value];
}
