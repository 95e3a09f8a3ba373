import type { Session } from '../session.ts';
import { webById } from '../sites/web.ts';

/** What query variables stand for (Microsoft: query variables). */
export interface VariablePlace { readonly session: Session; readonly webUrl: string; readonly searchTerms: string }

const day = 86_400_000;

/**
 * Puts what they stand for in the place of a template's variables: `{searchTerms}`, `{User.Name}`, `{Today-7}`, `{Site.URL}` … What there is nothing
 * for (a page's or an address's own: `{Page.Title}`, `{QueryString.x}`) leaves nothing; `{?Author:{User.Name}}` goes with a variable in it that does.
 */
export function withoutVariables(template: string, place: VariablePlace): string {
  const conditional = /\{\?((?:[^{}]|\{[^{}]*\})*)\}/g;
  const whole = template.replaceAll(conditional, (_, inner: string) => [...inner.matchAll(/\{([^{}]*)\}/g)].some(([, name]) => valueOf(name ?? '', place) === '') ? '' : inner);
  return whole.replaceAll(/\{([A-Za-z\\|][^{}]*)\}/g, (_, name: string) => valueOf(name, place));
}

function valueOf(name: string, { session, webUrl, searchTerms }: VariablePlace): string {
  const { user } = session;
  const variable = name.trim().replace(/^[\\|]/, '').toLowerCase();
  const today = /^today(?:\s*([+-])\s*(\d{1,5}))?$/.exec(variable);
  if (today) return new Date(session.now().getTime() + Number(`${today[1] ?? '+'}${today[2] ?? 0}`) * day).toISOString().slice(0, 10);
  switch (variable) {
    case 'searchterms': case 'searchboxquery': return searchTerms;
    case 'user': case 'user.name': case 'user.preferredname': return user.title;
    case 'user.accountname': return user.loginName;
    case 'user.email': case 'user.workemail': return user.email;
    case 'user.department': return user.department;
    case 'user.jobtitle': return user.jobTitle;
    case 'user.preferredcontentlanguage': case 'user.preferreddisplaylanguage': case 'site.lcid': case 'site.locale': return '1033';
    case 'site': case 'site.url': return webUrl;
    case 'sitecollection': case 'sitecollection.url': return `${new URL(webUrl).origin}${webById(session.database, session.rootWebId).url}`;
    case 'site.id': return session.webId;
    case 'site.title': return webById(session.database, session.webId).properties.Title;
    case 'sitecollection.id': return webById(session.database, session.webId).siteId;
    default: return '';
  }
}
