import { wrongArgument } from '../model/refusals.ts';
import { bodyProperties } from '../routing/arguments.ts';
import type { Answer, Resource, ResourceRequest } from '../routing/resource.ts';
import { languages } from './languages.ts';

/** `titleresource`, `descriptionresource`: a text in several languages. Here all have the one text. */
export function textResource(text: () => string): Resource {
  const value = (request: ResourceRequest): Answer => {
    const { cultureName } = bodyProperties(request);
    if (typeof cultureName !== 'string' || !languages.some(({ tag }) => tag === cultureName.toLowerCase())) throw wrongArgument();
    return { kind: 'property', name: 'GetValueForUICulture', value: text() };
  };
  return { child: (segment) => segment.name === 'getvalueforuiculture' ? { post: value } : undefined };
}
