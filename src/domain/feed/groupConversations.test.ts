import * as fc from 'fast-check';
import { groupConversations, once, type Activity } from './groupConversations';
import { reactionKinds, type Post, type Reaction, type Reply } from './post';
import { personOf, postOf, reactionOf, replyOf } from './testing/words';

const ids = fc.integer({ min: 1, max: 8 });
const posts = fc.uniqueArray(ids, { maxLength: 8 }).map((found) => found.map((id) => postOf(id)));
const replies = fc.uniqueArray(fc.record({ id: fc.nat({ max: 200 }), postId: ids }), { selector: ({ id }) => id, maxLength: 40 })
  .map((found) => found.map(({ id, postId }) => replyOf(id, postId)));
const reactions = fc.array(fc.record({ id: fc.nat({ max: 500 }), postId: ids, targetId: ids, personId: fc.integer({ min: 1, max: 4 }), targetKind: fc.constantFrom('post' as const, 'reply' as const), kind: fc.constantFrom(...reactionKinds) }), { maxLength: 60 })
  .map((found) => found.map(({ personId, ...row }): Reaction => ({ ...row, person: personOf(personId) })));

/** Who feels what about what: of these there is one each. */
const feeling = ({ targetKind, targetId, kind, person }: Reaction): string => [targetKind, targetId, kind, person.id].join(' ');
const all = (replyRows: readonly Reply[], reactionRows: readonly Reaction[]): Activity => ({ replies: replyRows, reactions: reactionRows, isComplete: () => true });
const idsOf = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id);

describe('once', () => {
  it('counts nobody twice and loses nobody', () => {
    fc.assert(fc.property(reactions, (rows) => {
      const counted = once(rows).map(feeling);
      expect(new Set(counted).size).toBe(counted.length);
      expect(new Set(counted)).toEqual(new Set(rows.map(feeling)));
    }));
  });

  it('invents no row, and of several takes the one that was there first', () => {
    fc.assert(fc.property(reactions, (rows) => {
      once(rows).forEach((kept) => {
        expect(rows).toContain(kept);
        expect(kept.id).toBe(Math.min(...rows.filter((row) => feeling(row) === feeling(kept)).map(({ id }) => id)));
      });
    }));
  });

  it('changes nothing when it is done again, whatever the order of the rows', () => {
    fc.assert(fc.property(reactions, (rows) => {
      expect(once(once(rows))).toEqual(once(rows));
      expect(once(rows.slice().reverse()).map(feeling).sort()).toEqual(once(rows).map(feeling).sort());
    }));
  });

  it('keeps apart what only looks alike', () => {
    const rows = [
      reactionOf(1, 5, 7), reactionOf(2, 5, 8), reactionOf(3, 5, 7, { kind: 'love' }), reactionOf(4, 5, 7, { targetKind: 'reply', targetId: 5 }), reactionOf(5, 5, 7, { targetKind: 'reply', targetId: 57 }),
    ];
    expect(idsOf(once(rows))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('groupConversations', () => {
  const asked = fc.tuple(posts, replies, reactions);

  it('keeps the posts, all of them, in their order', () => {
    fc.assert(fc.property(asked, ([shown, replyRows, reactionRows]) => {
      expect(groupConversations(shown, all(replyRows, reactionRows)).map(({ post }) => post)).toEqual(shown);
    }));
  });

  it('loses no reply of a shown post, puts each with its own, oldest first', () => {
    fc.assert(fc.property(asked, ([shown, replyRows, reactionRows]) => {
      groupConversations(shown, all(replyRows, reactionRows)).forEach(({ post, replies: found }) => {
        expect(idsOf(found)).toEqual(idsOf(replyRows.filter(({ postId }) => postId === post.id)).sort((left, right) => left - right));
      });
    }));
  });

  it('puts each reaction with its post, and counts nobody twice', () => {
    fc.assert(fc.property(asked, ([shown, replyRows, reactionRows]) => {
      groupConversations(shown, all(replyRows, reactionRows)).forEach(({ post, reactions: found }) => {
        expect(found).toEqual(once(reactionRows.filter(({ postId }) => postId === post.id)));
      });
    }));
  });

  it('says how many replies there are only when it knows', () => {
    fc.assert(fc.property(asked, fc.func(fc.boolean()), ([shown, replyRows, reactionRows], isComplete) => {
      groupConversations(shown, { replies: replyRows, reactions: reactionRows, isComplete }).forEach(({ post, replies: found, replyCount, complete }) => {
        expect(complete).toBe(isComplete(post.id));
        expect(replyCount).toBe(complete ? found.length : undefined);
      });
    }));
  });

  it('leaves what it was given as it was', () => {
    const given = [replyOf(3, 1), replyOf(2, 1)];
    groupConversations([postOf(1)], all(given, []));
    expect(idsOf(given)).toEqual([3, 2]);
  });

  it('shows a post that nobody answered', () => {
    const alone: Post = postOf(1);
    expect(groupConversations([alone], all([replyOf(1, 2)], [reactionOf(1, 2, 3)]))).toEqual([{ post: alone, replies: [], replyCount: 0, reactions: [], complete: true }]);
  });
});
