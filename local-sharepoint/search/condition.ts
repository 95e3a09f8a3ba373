import { joined, type Sql } from '../query/condition.ts';
import type { KqlExpression } from './kql/expression.ts';
import { managedProperty } from './managedProperties.ts';
import { textMatch, type SearchPlace } from './restrictions.ts';

const nothing: Sql = { text: '0', values: [] };

/** A query as SQL over `search_documents d`. A property that does not exist finds nothing. */
export function conditionOf(expression: KqlExpression, place: SearchPlace): Sql {
  switch (expression.kind) {
    case 'and': case 'or': return joined(expression.kind === 'and' ? 'AND' : 'OR', expression.of.map((one) => conditionOf(one, place)));
    case 'not': {
      const { text, values } = conditionOf(expression.of, place);
      return { text: `NOT COALESCE(${text}, 0)`, values };
    }
    case 'words': return textMatch(expression.words);
    case 'property': return managedProperty(expression.name)?.restrict?.(expression.operator, expression.value, place) ?? nothing;
    case 'range': {
      const restrict = managedProperty(expression.name)?.restrict;
      if (!restrict) return nothing;
      return joined('AND', [restrict('>=', { text: expression.from, prefix: false }, place), restrict('<=', { text: expression.to, prefix: false }, place)]);
    }
  }
}

/** The words that are looked for, to be marked in what is found. */
export function wordsIn(expression: KqlExpression): string[] {
  switch (expression.kind) {
    case 'and': case 'or': return expression.of.flatMap(wordsIn);
    case 'words': return expression.words.text === '' ? [] : [expression.words.text];
    default: return [];
  }
}
