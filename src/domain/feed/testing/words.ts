import type { Person } from '../../people/person';
import type { Post, Reaction, Reply } from '../post';

/** A colleague, told apart by their id. */
export function personOf(id: number, more: Partial<Person> = {}): Person {
  return { id, name: `Person ${id}`, email: `person${id}@contoso.example`, photoUrl: '', ...more };
}

export function postOf(id: number, more: Partial<Post> = {}): Post {
  return { id, key: `post-${id}`, author: personOf(1), createdAt: new Date('2026-11-24T09:00:00Z'), bodyHtml: `<p>Post ${id}</p>`, etag: `"${id},1"`, ...more };
}

export function replyOf(id: number, postId: number, more: Partial<Reply> = {}): Reply {
  return { ...postOf(id), key: `reply-${id}`, bodyHtml: `<p>Reply ${id}</p>`, postId, ...more };
}

export function reactionOf(id: number, postId: number, personId: number, more: Partial<Reaction> = {}): Reaction {
  return { id, postId, targetKind: 'post', targetId: postId, kind: 'like', person: personOf(personId), ...more };
}
