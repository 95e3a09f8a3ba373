import { act, waitFor } from '@testing-library/react';
import type { QueryClient } from '@tanstack/react-query';
import * as React from 'react';
import type { FeedFilter } from '../../../domain/feed/feedRepository';
import type { Conversation } from '../../../domain/feed/post';
import { postOf, reactionOf, replyOf } from '../../../domain/feed/testing/words';
import { showFeature } from '../../testing/showFeature';
import { useFeed, type Feed } from '../useFeed';
import { useFeedChanges, type FeedChanges } from '../useFeedChanges';
import { InMemoryFeed } from './inMemoryFeed';

/** What a feed on the page has by now. */
export interface Shown { readonly feed: Feed; readonly changes: FeedChanges }

/** Three posts, of which the second is one's own and has two replies and a reaction. */
export function feedOfThree(): InMemoryFeed {
  const feed = new InMemoryFeed();
  feed.posts.push(postOf(1), postOf(2, { author: feed.me }), postOf(3, { themeId: 7 }));
  feed.replies.push(replyOf(1, 2), replyOf(2, 2, { author: feed.me }));
  feed.reactions.push(reactionOf(1, 2, 9));
  return feed;
}

/** A feed on the page, without what it looks like; several share a cache. */
export async function openHooks(feed: InMemoryFeed, cache: QueryClient, filter: FeedFilter = {}, pageSize: number = 20): Promise<Shown> {
  const shown: { feed?: Feed; changes?: FeedChanges } = {};
  const Feeding = (): React.ReactElement => {
    const [me] = React.useState(feed.me);
    shown.feed = useFeed(filter, pageSize);
    shown.changes = useFeedChanges(me);
    return <p />;
  };
  showFeature(<Feeding />, { feed }, cache);
  await waitFor(() => expect(shown.feed?.first).toBeDefined());
  return shown as Shown;
}

export function conversationIn({ feed: { conversations } }: Shown, id: number): Conversation {
  return conversations.filter(({ post }) => post.id === id)[0];
}

export function idsIn({ feed: { conversations } }: Shown): number[] {
  return conversations.map(({ post }) => post.id);
}

/** The cache tells the page of a change a moment later. */
export async function shownAfter(work: () => unknown): Promise<void> {
  await act(async () => {
    await work();
    for (let round = 0; round < 3; round += 1) await new Promise((resolve) => { setTimeout(resolve, 0); });
  });
}

/** Does something to its end; answers why it was refused. */
export async function done(work: () => Promise<unknown>): Promise<unknown> {
  let error: unknown;
  await shownAfter(() => work().catch((reason: unknown) => { error = reason; }));
  return error;
}
