/** A colleague, as the page shows them: a name, a face, what they do. */
export interface Person {
  /** The person's id on this site; what a mention and an author refer to. */
  readonly id: number;
  readonly name: string;
  /** May be empty for people without a mailbox. */
  readonly email: string;
  readonly jobTitle?: string;
  readonly department?: string;
  /** Address of their picture on the site itself; the component shows initials when it does not load. */
  readonly photoUrl: string;
}

/** Finds colleagues for an @mention. */
export interface PeopleRepository {
  /** People whose name or address matches what was typed; at most `limit`, best first. Rejects with a `RefusedError`. */
  search(text: string, limit: number): Promise<PersonSuggestion[]>;
}

/** A colleague found by search, who may not yet be known on the site (then without an id there). */
export interface PersonSuggestion {
  /** SharePoint's login name (claims form); what identifies them. */
  readonly loginName: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle?: string;
  readonly photoUrl: string;
}
