import { useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import type { Conversation, Post, Reaction, ReactionKind, Reply, TargetKind } from '../../domain/feed/post';
import type { Person } from '../../domain/people/person';
import { useServices } from '../services';
import { InTurn } from './inTurn';
import type { Pages } from './useFeed';

/** What people do in the feed. Each rejects with a `RefusedError`; what is on the page is right again by then. */
export interface FeedChanges {
  addPost(post: { key: string; bodyHtml: string; themeId?: number }): Promise<void>;
  changePost(post: Post, bodyHtml: string, themeId: number | undefined): Promise<void>;
  deletePost(post: Post): Promise<void>;
  addReply(post: Post, reply: { key: string; bodyHtml: string }): Promise<void>;
  changeReply(reply: Reply, bodyHtml: string): Promise<void>;
  deleteReply(reply: Reply): Promise<void>;
  react(conversation: Conversation, target: { kind: TargetKind; id: number }, kind: ReactionKind, on: boolean): Promise<void>;
  /** Reads a conversation again, whole. */
  refresh(postId: number): Promise<Conversation>;
}

export function useFeedChanges(me: Person): FeedChanges {
  const { feed, siteKey } = useServices();
  const client = useQueryClient();
  return React.useMemo(() => {
    const reactionsInTurn = new InTurn();
    const everywhere = (change: (pages: Pages, themeId: number) => Pages): void => {
      client.getQueryCache().findAll(['feed', siteKey]).forEach(({ queryKey }) => {
        client.setQueryData<Pages>(queryKey, (pages) => pages && change(pages, Number(queryKey[2])));
      });
    };
    const edit = (postId: number, change: (conversation: Conversation) => Conversation | undefined): void => everywhere((pages) => inPages(pages, (conversations) => conversations
      .reduce<Conversation[]>((all, one) => all.concat(one.post.id === postId ? change(one) ?? [] : one), [])));
    const refresh = async (postId: number): Promise<Conversation> => {
      const conversation = await feed.loadConversation(postId);
      edit(postId, () => conversation);
      return conversation;
    };
    return {
      refresh,
      addPost: async (post) => {
        const added = await feed.addPost(post);
        everywhere((pages, themeId) => themeId === 0 || themeId === added.themeId ? onTop(pages, added) : pages);
      },
      changePost: async (post, bodyHtml, themeId) => {
        const changed = await feed.changePost(post.id, post.etag, { bodyHtml, ...(themeId === undefined ? {} : { themeId }) });
        everywhere((pages, shownTheme) => inPages(pages, (conversations) => conversations.map((one) => one.post.id === changed.id ? { ...one, post: changed } : one)
          .filter((one) => shownTheme === 0 || one.post.id !== changed.id || changed.themeId === shownTheme)));
      },
      deletePost: async (post) => {
        await feed.deletePost(post.id);
        edit(post.id, () => undefined);
      },
      addReply: async (post, reply) => {
        const added = await feed.addReply({ ...reply, postId: post.id });
        edit(post.id, (conversation) => withReplies(conversation, conversation.replies.filter((one) => one.id !== added.id).concat(added)));
      },
      changeReply: async (reply, bodyHtml) => {
        const changed = await feed.changeReply(reply.id, reply.etag, { bodyHtml });
        edit(reply.postId, (conversation) => withReplies(conversation, conversation.replies.map((one) => one.id === changed.id ? changed : one)));
      },
      deleteReply: async (reply) => {
        await feed.deleteReply(reply.id);
        edit(reply.postId, (conversation) => withReplies(conversation, conversation.replies.filter((one) => one.id !== reply.id)));
      },
      react: async ({ post }, target, kind, on) => {
        const isIt = (reaction: Reaction): boolean => reaction.targetKind === target.kind && reaction.targetId === target.id && reaction.kind === kind && reaction.person.id === me.id;
        const show = (shown: Reaction | undefined): void => edit(post.id, (conversation) => ({
          ...conversation, reactions: conversation.reactions.filter((reaction) => !isIt(reaction)).concat(shown ?? []),
        }));
        const mine: Reaction = { id: 0, postId: post.id, targetKind: target.kind, targetId: target.id, kind, person: me };
        show(on ? mine : undefined);
        await reactionsInTurn.run(`${target.kind} ${target.id} ${kind}`, async (isLatest) => {
          try {
            const saved = await feed.setReaction({ postId: post.id, targetKind: target.kind, targetId: target.id, kind, on });
            if (isLatest()) show(saved);
          } catch (error) {
            if (isLatest()) show(on ? undefined : mine);
            throw error;
          }
        });
      },
    };
  }, [client, feed, me, siteKey]);
}

function inPages(pages: Pages, change: (conversations: readonly Conversation[]) => readonly Conversation[]): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, conversations: change(page.conversations) })) };
}

function onTop(pages: Pages, post: Post): Pages {
  const conversation: Conversation = { post, replies: [], replyCount: 0, reactions: [], complete: true };
  return { ...pages, pages: pages.pages.map((page, at) => at === 0 ? { ...page, conversations: [conversation, ...page.conversations.filter((one) => one.post.id !== post.id)] } : page) };
}

function withReplies(conversation: Conversation, replies: readonly Reply[]): Conversation {
  const count = conversation.replyCount;
  return { ...conversation, replies, replyCount: count === undefined ? undefined : Math.max(replies.length, count + replies.length - conversation.replies.length) };
}
