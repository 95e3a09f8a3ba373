import type { Outcome } from './product.ts';
import type { Connection } from './connection.ts';
import { patiently } from './patiently.ts';

export interface NewPerson { readonly name: string; readonly email: string; readonly location: string; readonly about: string }
export interface SitePerson { readonly id: number; readonly login: string; readonly already: boolean }

/**
 * Makes at most 100 people known to the site, in their order. Those whom the organisation does not have are added to it when it is a local
 * SharePoint's; elsewhere they stay undefined.
 */
export async function addPeople(connection: Connection, people: readonly NewPerson[]): Promise<(SitePerson | undefined)[]> {
  const known = await ensure(connection, people, true);
  const strangers = people.filter((_, at) => known[at] === undefined);
  if (strangers.length === 0 || connection.local === undefined) return known;
  await addToOrganisation(connection, connection.local, strangers);
  const added = await ensure(connection, strangers, false);
  return people.map((person, at) => known[at] ?? added[strangers.indexOf(person)]);
}

async function ensure({ product, client }: Connection, people: readonly NewPerson[], already: boolean): Promise<(SitePerson | undefined)[]> {
  return patiently(product, async () => {
    const asked = await client.batch((asker) => people.map(({ email }) => product.outcome(
      product.spPost(asker.web('ensureuser'), { body: JSON.stringify({ logonName: `i:0#.f|membership|${email}` }) }),
    )));
    return (await Promise.all(asked)).map((answer) => person(answer));
  });

  /** Undefined for somebody whom the organisation does not have. Recorded: exemplar "err-ensureuser-400". */
  function person(answer: Outcome): SitePerson | undefined {
    if (!answer.ok) {
      const status = product.refusalOf(answer.error)?.status ?? 0;
      if (status === 400 || status === 404) return undefined;
      throw answer.error;
    }
    const { Id, LoginName } = product.recordOf(answer.value);
    return { id: Number(Id), login: String(LoginName), already };
  }
}

async function addToOrganisation({ product }: Connection, local: string, people: readonly NewPerson[]): Promise<void> {
  const body = JSON.stringify(people.map(({ name, email, location, about }) => ({ email, title: name, office: location, about })));
  await patiently(product, async () => {
    const answer = await fetch(`${local}/_local/people`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (!answer.ok) throw Object.assign(new Error(`The local SharePoint did not add people: ${answer.status} ::> ${await answer.text()}`), { status: answer.status });
  });
}
