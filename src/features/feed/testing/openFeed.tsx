import { screen } from '@testing-library/react';
import * as React from 'react';
import { personOf, postOf } from '../../../domain/feed/testing/words';
import { withDialogs } from '../../../ui/testing/dialogs';
import type { Services } from '../../services';
import { showFeature } from '../../testing/showFeature';
import { ActivityFeed, type ActivityFeedProps } from '../ActivityFeed';
import type { InMemoryFeed } from './inMemoryFeed';

/** Somebody else. */
export const lotte = personOf(9, { name: 'Lotte Jansen', jobTitle: 'Nurse' });

/** Somebody else's post is there. */
export function withPost(feed: InMemoryFeed): void {
  feed.posts.push(postOf(1, { author: lotte, bodyHtml: '<p>Who has a bike?</p>' }));
}

/** A feed on a page, as its web part mounts it. */
export function openFeed(feed: InMemoryFeed, props: Partial<ActivityFeedProps> = {}, services: Partial<Services> = {}): ReturnType<typeof showFeature> {
  return showFeature(<ActivityFeed title="Conversations" themeId={undefined} pageSize={20} {...props} />, { feed, ...services });
}

/** The post of somebody, when it is there. */
export function postBy(name: string): Promise<HTMLElement> {
  return screen.findByRole('article', { name: `Post by ${name}` });
}

/** The words of all posts on the page, from the top. */
export function articles(): string[] {
  return screen.queryAllByRole('article').map((article) => article.querySelector('p')?.textContent ?? '');
}

/** What jsdom does not have of a browser's page. */
export function likeABrowser(): void {
  withDialogs();
  window.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
}
