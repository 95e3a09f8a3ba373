import type { Answer, Entity, ResourceRequest } from '../routing/resource.ts';
import { notHereYet } from '../people/refusals.ts';
import { contentTypes, formatOf, type Format } from './format.ts';
import { isEntity, project } from './project.ts';

export interface WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Writes what a resource answered in the format that the caller accepts. Data in Atom is refused with 501. */
export function writeAnswer(answer: Answer, request: Pick<ResourceRequest, 'headers' | 'query' | 'webUrl'>): WrittenAnswer {
  if (answer.kind === 'raw') return { status: answer.status, headers: { 'CONTENT-TYPE': answer.contentType, ...answer.headers }, body: answer.body };
  const format = formatOf(request.headers['accept']);
  const headers = { 'CONTENT-TYPE': contentTypes[format === 'atom' ? 'nometadata' : format] };
  if (answer.kind === 'empty') return { status: answer.status ?? 200, headers: { ...headers, ...answer.headers }, body: '' };
  if (format === 'atom') throw notHereYet('answers in Atom: ask for application/json');
  const writer = new Writer(format, request);
  switch (answer.kind) {
    case 'entity': {
      const etag: Record<string, string> = answer.entity.etag === undefined ? {} : { ETAG: answer.entity.etag };
      return { status: answer.status ?? 200, headers: { ...headers, ...etag, ...answer.headers }, body: JSON.stringify(writer.whole(answer.entity)) };
    }
    case 'collection': return { status: 200, headers, body: JSON.stringify(writer.collection(answer.entities, answer.nextLink)) };
    case 'property': return { status: 200, headers, body: JSON.stringify(writer.property(answer.name, answer.value)) };
  }
}

class Writer {
  readonly #format: Exclude<Format, 'atom'>;
  readonly #request: Pick<ResourceRequest, 'query' | 'webUrl'>;

  constructor(format: Exclude<Format, 'atom'>, request: Pick<ResourceRequest, 'query' | 'webUrl'>) {
    this.#format = format;
    this.#request = request;
  }

  whole(entity: Entity): unknown {
    const written = this.#entity(project(entity, this.#request));
    if (this.#format === 'verbose') return { d: written };
    return this.#format === 'nometadata' ? written : { 'odata.metadata': `${this.#api()}$metadata#${entity.type}/@Element`, ...written };
  }

  collection(entities: readonly Entity[], nextLink: string | undefined): unknown {
    const value = entities.map((entity) => this.#entity(project(entity, this.#request)));
    if (this.#format === 'verbose') return { d: { results: value, ...(nextLink === undefined ? {} : { __next: nextLink }) } };
    const next = nextLink === undefined ? {} : { 'odata.nextLink': nextLink };
    if (this.#format === 'nometadata') return { ...next, value };
    return { 'odata.metadata': `${this.#api()}$metadata#${entities[0]?.type ?? 'Collection'}`, ...next, value };
  }

  /** One property: bare when it is an object, under `value` when it is not; nothing is `odata.null`. */
  property(name: string, value: unknown): unknown {
    if (this.#format === 'verbose') return { d: { [name]: this.#value(value) } };
    const metadata = this.#format === 'nometadata' ? {} : { 'odata.metadata': `${this.#api()}$metadata#Edm.${typeof value === 'string' ? 'String' : 'Object'}` };
    if (value === null || value === undefined) return { ...metadata, 'odata.null': true };
    if (typeof value === 'object' && !Array.isArray(value)) return { ...metadata, ...(this.#value(value) as object) };
    return { ...metadata, value: this.#value(value) };
  }

  #entity(entity: Entity): Record<string, unknown> {
    const id = `${this.#api()}${entity.editLink}`;
    const properties = Object.fromEntries(Object.entries(entity.properties).map(([name, value]) => [name, this.#value(value)]));
    if (this.#format === 'nometadata') return properties;
    if (this.#format === 'minimalmetadata') {
      return { 'odata.type': entity.type, 'odata.id': id, ...(entity.etag === undefined ? {} : { 'odata.etag': entity.etag }), 'odata.editLink': entity.editLink, ...properties };
    }
    const deferred = this.#deferred(entity, id);
    return { __metadata: { id, uri: id, ...(entity.etag === undefined ? {} : { etag: entity.etag }), type: entity.type }, ...deferred, ...properties };
  }

  /** Navigation properties that were not expanded; `$select` leaves them out, as recorded. */
  #deferred(entity: Entity, id: string): Record<string, unknown> {
    if (this.#request.query.get('$select')) return {};
    return Object.fromEntries((entity.navigation ?? []).filter((name) => !(name in entity.properties)).map((name) => [name, { __deferred: { uri: `${id}/${name}` } }]));
  }

  #value(value: unknown): unknown {
    if (isEntity(value)) return this.#entity(value);
    if (!Array.isArray(value)) return value;
    const written = value.map((one: unknown) => this.#value(one));
    return this.#format === 'verbose' ? { results: written } : written;
  }

  #api(): string {
    return `${this.#request.webUrl}/_api/`;
  }
}
