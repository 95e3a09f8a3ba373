import { readFileSync } from 'node:fs';

/** People are named by what stands before the `@` of their address; hours are counted back from now, or on from the post. */
export interface SampleConversation {
  readonly by: string;
  readonly hoursAgo: number;
  readonly theme: string;
  /** Paragraphs with an empty line between them; `@first.last` mentions somebody. */
  readonly text: string;
  readonly replies: readonly (readonly [by: string, hoursLater: number, text: string])[];
  readonly reactions: Readonly<Record<string, readonly string[]>>;
}
export interface SampleContent {
  readonly themes: readonly { readonly title: string; readonly description: string }[];
  /** Oldest first. */
  readonly conversations: readonly SampleConversation[];
}

/** Reads the invented conversations of the sample organisation. */
export function readConversations(): SampleContent {
  const content = JSON.parse(readFileSync(new URL('conversations.json', import.meta.url), 'utf8')) as SampleContent;
  return { ...content, conversations: [...content.conversations].sort((left, right) => right.hoursAgo - left.hoursAgo) };
}

/** Everybody who says, reacts or is mentioned. */
export function peopleIn({ conversations }: SampleContent): string[] {
  return [...new Set(conversations.flatMap(({ by, text, replies, reactions }) => [
    by, ...replies.map(([replier]) => replier), ...Object.values(reactions).flat(), ...[...text.matchAll(mention)].map(([, name = '']) => name),
  ]))];
}

/** `@first.last`; a full stop or comma behind it is not part of it. */
export const mention = /@([a-z][a-z-]*\.[a-z-]+)/g;
