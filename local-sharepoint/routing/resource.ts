import type { EdmTypeOf } from '../odata/edmType.ts';
import type { Session } from '../session.ts';

/**
 * A REST path is walked one segment at a time, as SharePoint's client service does: `_api/web/lists/getbytitle('A')/items(3)`
 * starts at the root resource and asks each resource for its child. What cannot be walked answers 404 (unknown) or 501 (known to
 * SharePoint, not yet here).
 */
export interface PathSegment {
  /** Lower-cased name; the `SP.` type prefixes stay, e.g. `sp.ui.applicationpages.clientpeoplepickerwebserviceinterface.x`. */
  readonly name: string;
  /** As typed, for error messages and property names. */
  readonly raw: string;
  /** Positional arguments, parsed: `getbytitle('A')` → ['A'], `items(3)` → [3], `lists(guid'…')` → ['…']. */
  readonly args: readonly Literal[];
  /** Named arguments: `getfile(serverRelativeUrl='x')`; names lower-cased. */
  readonly named: Readonly<Record<string, Literal>>;
}
export type Literal = string | number | boolean | null;

/** One request as a resource sees it; a part of a `$batch` looks the same as a request of its own. */
export interface ResourceRequest extends Place {
  readonly method: 'GET' | 'POST' | 'MERGE' | 'PUT' | 'DELETE';
  /** Decoded query, names lower-cased, `$` kept: `$select`, `$filter`, `@p1` … Aliases in arguments are already put in place. */
  readonly query: ReadonlyMap<string, string>;
  /** Lower-cased header names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body parsed as JSON (verbose `{ parameters | __metadata | results }` kept as sent), or undefined when there is none. */
  readonly json: unknown;
  readonly bytes: Buffer;
}

/** The web that is asked. */
export interface Place {
  /** Who asks, where, and the database of the site. */
  readonly session: Session;
  /** `https://host/sites/x` of the web, for links. */
  readonly webUrl: string;
}

/** What a resource answers; `odata/` writes it in the metadata mode the caller accepts. */
export type Answer =
  | { kind: 'entity'; entity: Entity; status?: 200 | 201; headers?: Record<string, string> }
  | { kind: 'collection'; entities: readonly Entity[]; nextLink?: string; /** Of its members; read when there are none. */ type?: string }
  | { kind: 'property'; name: string; value: unknown; /** When its name and value do not tell. */ edmType?: string }
  | { kind: 'raw'; status: number; contentType: string; body: string | Buffer; headers?: Record<string, string> }
  | { kind: 'empty'; status?: 200 | 204; headers?: Record<string, string> };

/** One entity before it is written: its properties in order, and what metadata modes add. */
export interface Entity {
  /** e.g. `SP.List`, `SP.Data.TasksListItem` */
  readonly type: string;
  /** Relative to `_api/`, e.g. `Web/Lists(guid'…')/Items(3)`; odata.id, uri and editLink are made from it. */
  readonly editLink: string;
  /** What metadata modes call it, when that is not its address: a list item is named by its bare guid. */
  readonly id?: string;
  /** What it is a member of, e.g. `SP.ListData.TasksListItems`; else `SP.ApiData.` and the plural of its type. */
  readonly set?: string;
  /** Bare value with quotes, e.g. `"1"` or `"<guid>,3"`. */
  readonly etag?: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Names of navigation properties, written as `__deferred` in verbose. */
  readonly navigation?: readonly string[];
  /** The web whose it is, when that may be another one than is asked. */
  readonly place?: Place;
  /** True when `$select` and `$expand` were already obeyed: items read only what is asked. */
  readonly projected?: true;
  /** Types of properties that neither name nor value tells (a number column's 5 is `Edm.Double`); `Navigation` for an empty one that was expanded. */
  readonly edmType?: EdmTypeOf;
}

export interface Resource {
  /** The next resource on the path, or undefined when there is none of that name. Throws SharePointError for a missing thing. */
  child?(segment: PathSegment, request: ResourceRequest): Resource | undefined;
  get?(request: ResourceRequest): Answer;
  post?(request: ResourceRequest): Answer;
  merge?(request: ResourceRequest): Answer;
  put?(request: ResourceRequest): Answer;
  delete?(request: ResourceRequest): Answer;
}
