import { escapedText } from '../model/markup.ts';
import type { Session } from '../session.ts';
import { one } from '../storage/prepared.ts';

/** What a row says of a column that holds one person. Recorded: PnP Core SDK, SpecialFieldRestUpdateTest, VerifyUserFieldsInRepetiveUpdates. */
export function personCell(name: string, id: number | undefined, session: Session): [string, unknown][] {
  const of = (part: string, value: string): [string, unknown] => [`${name}.${part}`, value];
  if (id === undefined) {
    return [[name, ''], ...['id', 'title'].map((part) => of(part, '')), of('span', '<div class="ms-peopleux-vanillauser"> </div>'), ...['email', 'sip', 'jobTitle', 'department', 'picture'].map((part) => of(part, ''))];
  }
  const { title, email } = shown(id, session);
  const job = one<{ jobTitle: string | null; department: string | null }>(session.database,
    'SELECT person.job_title AS jobTitle, person.department FROM principals p JOIN people person ON person.login_name = p.login_name WHERE p.web_id = ? AND p.id = ?', session.rootWebId, id);
  return [
    [name, [{ id: String(id), title, email, sip: email, picture: '' }]], of('id', String(id)), of('title', title), of('span', span(id, title, email, session)), of('email', email), of('sip', email),
    of('jobTitle', job?.jobTitle ?? ''), of('department', job?.department ?? ''), of('picture', ''),
  ];
}

/** Several people: what SharePoint puts under `.title`, `.email` … comes from other columns (recorded), so nothing stands there here. */
export function peopleCell(name: string, ids: readonly number[], session: Session): [string, unknown][] {
  const people = ids.map((id) => ({ id, ...shown(id, session) }));
  const rest: [string, unknown][] = ['email', 'sip', 'jobTitle', 'department', 'picture'].map((part) => [`${name}.${part}`, '']);
  return [
    [name, people.length === 0 ? '' : people.map(({ id, title, email }) => ({ id: String(id), value: title, title, email, sip: email, picture: '' }))],
    [`${name}.id`, people.map(({ id, title, email }) => `${id};#${title},#,#${email},#${email},#${title},#,#`).join(';#')], [`${name}.title`, ''],
    [`${name}.span`, people.length === 0 ? '' : `<div class='ms-vb'>${people.map(({ id, title, email }) => span(id, title, email, session)).join('')}</div>`], ...rest,
  ];
}

function shown(id: number, session: Session): { title: string; email: string } {
  return { title: session.directory.principal(id)?.title ?? '', email: session.directory.user(id)?.email ?? '' };
}

/** The link to a person as classic pages draw it; in the recordings with a sign of presence before it. */
function span(id: number, title: string, email: string, { siteUrl }: Session): string {
  return `<span class="ms-noWrap"><span class='ms-imnSpan'><a href='#' onclick='IMNImageOnClick(event);return false;' class='ms-imnlink ms-spimn-presenceLink' >`
    + `<span class='ms-spimn-presenceWrapper ms-imnImg ms-spimn-imgSize-10x10'><img name='imnmark' class='ms-spimn-img ms-spimn-presence-disconnected-10x10x32' title='' ShowOfflinePawn='1'`
    + ` src='/_layouts/15/images/spimn.png?rev=47'  alt='No presence information' sip='${escapedText(email)}' id='imn_${id},type=sip'/></span></a></span><span class="ms-noWrap ms-imnSpan">`
    + `<a class="ms-subtleLink" onclick="GoToLinkOrDialogNewWindow(this);return false;" href="${siteUrl}/_layouts/15/userdisp.aspx?ID=${id}">${escapedText(title)}</a></span></span>`;
}
