/** A document that was found, with what other tables know of it. */
export interface FoundDocument {
  readonly doc_id: number;
  readonly source: string;
  readonly item_id: number;
  readonly web_id: string | null;
  readonly class: string;
  readonly title: string;
  /** Server-relative. */
  readonly path: string;
  readonly filename: string | null;
  readonly filetype: string | null;
  readonly content_type: string | null;
  readonly unique_id: string;
  readonly created: string | null;
  readonly modified: string | null;
  readonly body: string;
  readonly author_name: string | null;
  readonly editor_name: string | null;
  /** The same with address and login name. */
  readonly author_person: string | null;
  readonly editor_person: string | null;
  /** Of the site collection. */
  readonly site_url: string | null;
  readonly web_url: string | null;
  readonly site_id: string | null;
  readonly site_title: string | null;
  /** Of a web. */
  readonly web_template: string | null;
  /** The page of the list it is in. */
  readonly list_path: string | null;
  readonly likes: number;
  /** Further values by name. */
  readonly properties: Readonly<Record<string, string | number>> | null;
}
