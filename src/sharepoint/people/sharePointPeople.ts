import { spPost } from '@pnp/sp/spqueryable';
import type { PeopleRepository, PersonSuggestion } from '../../domain/people/person';
import type { Client } from '../connection/client';
import { recordOf, textIn, textOr, type Row } from '../connection/parse';
import { refused } from '../connection/refusal';
import { photoUrl } from './parsePerson';

const picker = 'SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.clientPeoplePickerSearchUser';

/** Colleagues through SharePoint's own people picker: no search, no Graph. */
export class SharePointPeople implements PeopleRepository {
  private readonly client: Client;

  public constructor(client: Client) {
    this.client = client;
  }

  public async search(text: string, limit: number): Promise<PersonSuggestion[]> {
    const queryParams = {
      AllowEmailAddresses: true, AllowMultipleEntities: false, AllUrlZones: false, MaximumEntitySuggestions: limit, PrincipalSource: 15, PrincipalType: 1, QueryString: text,
    };
    try {
      const answer: unknown = await spPost(this.client.root(picker), { body: JSON.stringify({ queryParams }) });
      return this.suggestions(answer).slice(0, limit);
    } catch (error) {
      throw refused(error);
    }
  }

  /** The service answers a text of JSON, under `value` or under its own name. */
  private suggestions(answer: unknown): PersonSuggestion[] {
    const text = typeof answer === 'string' ? answer : textOr(recordOf(answer), 'value', textOr(recordOf(answer), 'ClientPeoplePickerSearchUser', '[]'));
    const entities: unknown = JSON.parse(text);
    return (Array.isArray(entities) ? entities : []).map(recordOf).filter((entity) => entity.EntityType === 'User').map((entity) => this.suggestion(entity));
  }

  private suggestion(entity: Row): PersonSuggestion {
    const data = recordOf(entity.EntityData ?? {});
    const email = textOr(data, 'Email', '');
    const jobTitle = textOr(data, 'Title', '');
    return { loginName: textIn(entity, 'Key'), name: textOr(entity, 'DisplayText', email), email, photoUrl: photoUrl(this.client.site, email), ...(jobTitle ? { jobTitle } : {}) };
  }
}
