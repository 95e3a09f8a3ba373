/** A value with properties of its own that is no entity: SP.ChangeToken, SP.FieldUrlValue … Verbose answers name its type. */
export interface Complex {
  readonly complexType: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function complex(complexType: string, properties: Readonly<Record<string, unknown>>): Complex {
  return { complexType, properties };
}

export function isComplex(value: unknown): value is Complex {
  return typeof value === 'object' && value !== null && 'complexType' in value && 'properties' in value;
}
