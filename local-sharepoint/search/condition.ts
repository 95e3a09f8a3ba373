import { joined, type Sql } from '../query/condition.ts';
import type { KqlExpression } from './kql/expression.ts';
import { managedProperty } from './managedProperties.ts';
import type { Boost } from './order.ts';
import { nearMatch, textMatch, type SearchPlace } from './restrictions.ts';

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
    case 'near': return nearMatch(expression.of, expression.distance, expression.ordered);
    case 'boosted': return conditionOf(expression.of, place);
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
    case 'near': return expression.of.map(({ text }) => text);
    case 'boosted': return wordsIn(expression.of);
    default: return [];
  }
}

/** What comes before the rest of what is found (XRANK), wherever the query says so. */
export function boostsIn(expression: KqlExpression, place: SearchPlace): Boost[] {
  switch (expression.kind) {
    case 'and': case 'or': return expression.of.flatMap((one) => boostsIn(one, place));
    case 'boosted': return [...boostsIn(expression.of, place), { matches: conditionOf(expression.by, place), by: expression.boost }];
    default: return [];
  }
}
