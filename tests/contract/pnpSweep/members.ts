import { exportedMembers } from './exportedMembers.ts';
import { fileCalls } from './calls/files.ts';
import { itemCalls } from './calls/items.ts';
import { listCalls } from './calls/lists.ts';
import { pageCalls } from './calls/pages.ts';
import { peopleCalls } from './calls/people.ts';
import { tenantCalls } from './calls/tenant.ts';
import { webCalls } from './calls/webs.ts';
import type { Calls } from './place.ts';

/** How each member of PnPjs is called. */
export const calls: Calls = { ...webCalls, ...listCalls, ...itemCalls, ...fileCalls, ...pageCalls, ...peopleCalls, ...tenantCalls };

/** Classes that only build a query, a page or a result inside the client, and ask the service nothing. */
const inTheClient = /^(Queryable|InitialFieldQuery|LookupQueryable|NullableField|ComparableField|TextField|BooleanField|NumericField|DateField|ComparisonResult|Canvas|ColumnControl|ClientsideText|ClientsideWebpart|SearchBuiltInSourceId|SearchResults\.(?!getPage))/;
const pageInTheClient = /^ClientsidePage\.(sections|commentsDisabled|pageLayout|bannerImageUrl|thumbnailUrl|topicHeader|title|reservedHeight|description|layoutType|headerTextAlignment|showTopicHeader|showPublishDate|hasVerticalSection|authorByLine|verticalSection|addSection|addVerticalSection|fromJSON|findControlById|findControl|setBannerImage)$/;

/** The members of this version of `@pnp/sp` that ask the service, with their module. */
export function membersThatAsk(): ReadonlyMap<string, string> {
  return new Map([...exportedMembers()].filter(([name]) => !inTheClient.test(name) && !pageInTheClient.test(name)));
}
