import { isComplex, type Complex } from '../routing/complex.ts';
import type { Answer, Entity, ResourceRequest } from '../routing/resource.ts';
import { writeAtom } from './atom/writeAtom.ts';
import { edmType } from './edmType.ts';
import { acceptedFormat, contentTypeOf, speaksOData4, type Format } from './format.ts';
import { isEntity, project } from './project.ts';

export interface WrittenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Writes what a resource answered in the format that the caller accepts. */
export function writeAnswer(answer: Answer, request: Pick<ResourceRequest, 'headers' | 'query' | 'webUrl' | 'session'>): WrittenAnswer {
  if (answer.kind === 'raw') return { status: answer.status, headers: { 'CONTENT-TYPE': answer.contentType, ...answer.headers }, body: answer.body };
  const format = acceptedFormat(request.headers);
  const headers = { 'CONTENT-TYPE': contentTypeOf(format, request.headers) };
  if (answer.kind === 'empty') return { status: answer.status ?? 200, headers: { ...headers, ...answer.headers }, body: '' };
  const etag: Record<string, string> = answer.kind === 'entity' && answer.entity.etag !== undefined ? { ETAG: answer.entity.etag } : {};
  const status = answer.kind === 'entity' ? answer.status ?? 200 : 200;
  const more = answer.kind === 'entity' ? answer.headers : {};
  if (format === 'atom') {
    const { contentType, body } = writeAtom(answer, request);
    return { status, headers: { 'CONTENT-TYPE': contentType, ...etag, ...more }, body };
  }
  const writer = new Writer(format, request);
  switch (answer.kind) {
    case 'entity': return { status, headers: { ...headers, ...etag, ...more }, body: JSON.stringify(writer.whole(answer.entity)) };
    case 'collection': return { status: 200, headers, body: JSON.stringify(writer.collection(answer.entities, answer.nextLink, answer.type)) };
    case 'property': return { status: 200, headers, body: JSON.stringify(writer.property(answer.name, answer.value, answer.edmType)) };
  }
}

class Writer {
  readonly #format: Exclude<Format, 'atom'>;
  readonly #request: Pick<ResourceRequest, 'query' | 'webUrl'>;
  readonly #api: string;
  /** `odata.`, or `@odata.` for who speaks OData 4 (as SPFx's SPHttpClient does). */
  readonly #prefix: string;
  readonly #select: string;

  constructor(format: Exclude<Format, 'atom'>, request: Pick<ResourceRequest, 'query' | 'webUrl' | 'headers'>) {
    this.#format = format;
    this.#request = request;
    this.#api = `${request.webUrl}/_api/`;
    this.#prefix = speaksOData4(request.headers) ? '@odata.' : 'odata.';
    const select = request.query.get('$select');
    this.#select = select === undefined || select === '' ? '' : `&$select=${select}`;
  }

  whole(entity: Entity): unknown {
    const written = this.#entity(project(entity, this.#request));
    if (this.#format === 'verbose') return { d: written };
    return { ...this.#metadata(`${setOf(entity)}/@Element${this.#select}`), ...written };
  }

  collection(entities: readonly Entity[], nextLink: string | undefined, type: string | undefined): unknown {
    const value = entities.map((entity) => this.#entity(project(entity, this.#request)));
    if (this.#format === 'verbose') return { d: { results: value, ...(nextLink === undefined ? {} : { __next: nextLink }) } };
    const next = nextLink === undefined ? {} : { [`${this.#prefix}nextLink`]: nextLink };
    const first = entities[0];
    return { ...this.#metadata(`${first ? setOf(first) : type ?? 'Collection'}${this.#select}`), ...next, value };
  }

  /** One property: bare when it is an object, under `value` when it is not; nothing is `odata.null`. */
  property(name: string, value: unknown, type = edmType(name, value)): unknown {
    if (this.#format === 'verbose') return { d: { [name]: this.#value(value) } };
    const metadata = this.#metadata(type);
    if (value === null || value === undefined) return { ...metadata, [`${this.#prefix}null`]: true };
    if (typeof value === 'object' && !Array.isArray(value)) return { ...metadata, ...(this.#value(value) as object) };
    return { ...metadata, value: this.#value(value) };
  }

  #metadata(of: string): Record<string, string> {
    if (this.#format === 'nometadata') return {};
    return { [this.#prefix === 'odata.' ? 'odata.metadata' : '@odata.context']: `${this.#api}$metadata#${of}` };
  }

  #entity(entity: Entity): Record<string, unknown> {
    const uri = `${entity.place ? `${entity.place.webUrl}/_api/` : this.#api}${entity.editLink}`;
    const id = entity.id ?? uri;
    if (this.#format === 'nometadata') return this.#properties(entity.properties);
    if (this.#format === 'minimalmetadata') {
      const prefix = this.#prefix;
      return {
        [`${prefix}type`]: prefix === 'odata.' ? entity.type : `#${entity.type}`, [`${prefix}id`]: id,
        ...(entity.etag === undefined ? {} : { [`${prefix}etag`]: entity.etag }), [`${prefix}editLink`]: entity.editLink, ...this.#linked(entity),
      };
    }
    return {
      __metadata: { id, uri, ...(entity.etag === undefined ? {} : { etag: entity.etag }), type: entity.type }, ...this.#deferred(entity, uri), ...this.#properties(entity.properties),
    };
  }

  #properties(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, this.#value(value)]));
  }

  /** Properties, and before each navigation that is written out the link to it. */
  #linked(entity: Entity): Record<string, unknown> {
    return Object.fromEntries(Object.entries(entity.properties).flatMap(([name, value]) => [
      ...isEntity(value) || (Array.isArray(value) && isEntity(value[0])) ? [[`${name}@odata.navigationLink${this.#prefix === 'odata.' ? 'Url' : ''}`, `${entity.editLink}/${name}`] as const] : [],
      [name, this.#value(value)] as const,
    ]));
  }

  /** Navigation properties that were not expanded; `$select` leaves them out, as recorded. */
  #deferred(entity: Entity, uri: string): Record<string, unknown> {
    if (this.#select !== '') return {};
    return Object.fromEntries((entity.navigation ?? []).filter((name) => !Object.hasOwn(entity.properties, name)).map((name) => [name, { __deferred: { uri: `${uri}/${name}` } }]));
  }

  #value(value: unknown): unknown {
    if (isComplex(value)) return this.#complex(value);
    if (isEntity(value)) return this.#entity(value);
    if (!Array.isArray(value)) return value;
    const written = value.map((one: unknown) => this.#value(one));
    if (this.#format !== 'verbose') return written;
    return isEntity(value[0]) ? { results: written } : { __metadata: { type: edmType('', value) }, results: written };
  }

  #complex({ complexType, properties }: Complex): Record<string, unknown> {
    const written = this.#properties(properties);
    return this.#format === 'verbose' ? { __metadata: { type: complexType }, ...written } : written;
  }
}

function setOf(entity: Entity): string {
  return entity.set ?? `SP.ApiData.${entity.type.split('.').pop() ?? ''}s`;
}
