import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { clockOf } from '../model/clock.ts';
import { all } from '../storage/prepared.ts';
import { addPeople, findPerson, type PersonInput } from '../people/organisation.ts';
import { allWebs } from '../sites/web.ts';
import { forgetMails, sentMails } from '../utilities/sendEmail.ts';
import type { Faults } from './faults/faults.ts';
import { readFaults } from './faults/readFaults.ts';
import { bodyOf, send } from './httpAnswer.ts';
import { actAsCookie } from './identity.ts';
import { readClock, shownClock } from './localClock.ts';
import type { OpenPages } from './openPages.ts';
import { readQuota } from './quota/limits.ts';
import type { Quotas } from './quota/quotas.ts';
import type { RequestLog } from './requestLog.ts';

interface Context { readonly database: DatabaseSync; readonly faults: Faults; readonly quotas: Quotas; readonly log: RequestLog; readonly pages: OpenPages | undefined }

/** `/_local/…`: what is not SharePoint's but this service's own. Answers false for a name it does not have. */
export async function localRoutes(url: URL, request: IncomingMessage, response: ServerResponse, context: Context): Promise<boolean> {
  const json = (status: number, value: unknown, headers: Record<string, string> = {}): true => {
    send(request, response, status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers }, JSON.stringify(value));
    return true;
  };
  const clock = clockOf(context.database);
  const posted = request.method === 'POST' ? await jsonBody(request) : undefined;
  switch (`${request.method} ${url.pathname.toLowerCase().replace(/\/$/, '')}`) {
    case 'GET /_local/health': return json(200, { status: 'ready', sites: allWebs(context.database).filter((web) => web.parentId === undefined).map((web) => web.url) });
    case 'GET /_local/events': context.pages?.connect(response); return context.pages !== undefined;
    case 'GET /_local/requests': return json(200, context.log.all());
    case 'DELETE /_local/requests': context.log.clear(); return json(200, {});
    case 'POST /_local/faults': {
      const faults = readFaults(posted);
      if (typeof faults === 'string') return json(400, { error: faults });
      return json(200, { added: faults.length, rules: context.faults.add(faults) });
    }
    case 'GET /_local/faults': return json(200, context.faults.shown());
    case 'DELETE /_local/faults': context.faults.clear(); return json(200, {});
    case 'GET /_local/clock': return json(200, shownClock(clock));
    case 'DELETE /_local/clock': clock.set({ offset: 0 }); return json(200, shownClock(clock));
    case 'POST /_local/clock': {
      const setting = readClock(posted, clock);
      if (typeof setting === 'string') return json(400, { error: setting });
      clock.set(setting);
      return json(200, shownClock(clock));
    }
    case 'GET /_local/quota': return json(200, context.quotas.shown());
    case 'DELETE /_local/quota': context.quotas.set({}); return json(200, {});
    case 'POST /_local/quota': {
      const limits = readQuota(posted);
      if (typeof limits === 'string') return json(400, { error: limits });
      context.quotas.set(limits);
      return json(200, context.quotas.shown());
    }
    case 'GET /_local/people': return json(200, all(context.database, 'SELECT email, title, job_title AS jobTitle, department FROM people ORDER BY title LIMIT 500'));
    case 'POST /_local/people': {
      const people = (Array.isArray(posted) ? posted : [posted]) as PersonInput[];
      if (!people.every((person) => typeof person === 'object' && person !== null && typeof person.email === 'string' && person.email.includes('@'))) {
        return json(400, { error: 'Each person needs an "email".' });
      }
      return json(200, { added: addPeople(context.database, people) });
    }
    case 'GET /_local/mails': return json(200, sentMails(context.database));
    case 'DELETE /_local/mails': forgetMails(context.database); return json(200, {});
    case 'POST /_local/act-as': {
      const email = typeof posted === 'object' && posted !== null && 'email' in posted ? String(posted.email) : '';
      if (!findPerson(context.database, email)) return json(404, { error: `Nobody here has the e-mail address "${email}".` });
      return json(200, { email }, { 'Set-Cookie': `${actAsCookie}=${encodeURIComponent(email)}; Path=/; SameSite=Strict` });
    }
    default: return false;
  }
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await bodyOf(request)).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
