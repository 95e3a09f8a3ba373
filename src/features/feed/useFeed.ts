import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import * as React from 'react';
import type { FeedFilter, FeedPage, FirstScreen } from '../../domain/feed/feedRepository';
import type { Conversation } from '../../domain/feed/post';
import { useServices } from '../services';
import { useSetUpRuns } from '../setup/setUpRuns';

/** How often is looked for newer posts while the page is in front. */
const lookEverySeconds = 60;

export type Page = FirstScreen | FeedPage;
export type Pages = InfiniteData<Page>;

/** The feed as it stands on the page. */
export interface Feed {
  readonly first: FirstScreen | undefined;
  readonly conversations: readonly Conversation[];
  readonly error: unknown;
  readonly olderError: unknown;
  readonly isLoading: boolean;
  readonly isLoadingOlder: boolean;
  readonly hasOlder: boolean;
  readonly newer: number;
  loadOlder(): void;
  /** Reads from the top again. What stands on the page stays until it is read, and when it cannot be. */
  reload(): void;
  readonly reloadError: unknown;
}

export function feedKey(siteKey: string, themeId: number | undefined): readonly unknown[] {
  return ['feed', siteKey, themeId ?? 0];
}

/** Reads the feed page by page; all web parts of a page that show the same read it once. */
export function useFeed({ themeId }: FeedFilter, pageSize: number): Feed {
  const { feed, siteKey } = useServices();
  const client = useQueryClient();
  const key = feedKey(siteKey, themeId);
  const filter = React.useMemo(() => themeId === undefined ? {} : { themeId }, [themeId]);
  const query = useInfiniteQuery<Page>(key, ({ pageParam }: { pageParam?: number }) => pageParam === undefined
    ? feed.loadFirstScreen(filter, pageSize) : feed.loadOlder(filter, pageParam, pageSize), {
      getNextPageParam: (last) => last.olderThan,
      // Comparing all that was read with itself would make each page slower than the one before.
      structuralSharing: false,
    });
  const pages = query.data?.pages;
  const first = pages && 'setup' in pages[0] ? pages[0] : undefined;
  const conversations = React.useMemo(() => distinct(pages ?? []), [pages]);
  const newestId = first?.newestId ?? 0;
  const newer = useQuery<readonly number[]>(['newer', siteKey, themeId ?? 0, newestId], () => feed.newerPostIds(filter, newestId), {
    enabled: first?.setup === 'ready', refetchInterval: lookEverySeconds * 1000, initialData: [],
  });
  // One's own new posts stand on the page already.
  const unseen = (newer.data ?? []).filter((id) => !conversations.some(({ post }) => post.id === id));
  // Set-up was run in another web part of the page.
  const { runs } = useSetUpRuns();
  const isNotReady = first !== undefined && first.setup !== 'ready';
  const { refetch } = query;
  React.useEffect(() => { if (runs > 0 && isNotReady) refetch().catch(() => undefined); }, [runs, isNotReady, refetch]);
  const reloading = useMutation(() => feed.loadFirstScreen(filter, pageSize), {
    onSuccess: (screen) => { client.setQueryData<Pages>(key, { pages: [screen], pageParams: [undefined] }); },
  });
  return {
    first, conversations, isLoading: query.isLoading, isLoadingOlder: query.isFetchingNextPage, hasOlder: query.hasNextPage === true, newer: unseen.length,
    error: pages ? undefined : query.error, olderError: pages ? query.error ?? undefined : undefined,
    loadOlder: () => { if (!query.isFetchingNextPage) query.fetchNextPage().catch(() => undefined); },
    reload: () => { if (pages) reloading.mutate(); else query.refetch().catch(() => undefined); }, reloadError: reloading.error ?? undefined,
  };
}

/** A post that moved between two pages while they were read stands once. */
function distinct(pages: readonly Page[]): Conversation[] {
  const seen = new Set<number>();
  const found: Conversation[] = [];
  pages.forEach((page) => page.conversations.forEach((conversation) => {
    if (seen.has(conversation.post.id)) return;
    seen.add(conversation.post.id);
    found.push(conversation);
  }));
  return found;
}
