import type { Row } from '../connection/parse';
import { authorRow, postRow, reactionRow, replyRow } from '../testing/rows';
import { parsePost, parseReaction, parseReply, parseTheme } from './parseRows';

const site = { webUrl: 'https://contoso.sharepoint.com/sites/intranet', webServerRelativeUrl: '/sites/intranet' };

describe('a post', () => {
  it('is read as SharePoint answers it', () => {
    expect(parsePost(postRow(7, { ThemeId: 2 }), site)).toEqual({
      id: 7, key: 'key-7', bodyHtml: '<p>Post 7</p>', etag: '"7,1"', createdAt: new Date('2026-11-24T09:00:00Z'), themeId: 2,
      author: { id: 3, name: 'Person 3', email: 'person3@contoso.example', department: 'Sales', photoUrl: 'https://contoso.sharepoint.com/sites/intranet/_layouts/15/userphoto.aspx?size=M&accountname=person3%40contoso.example' },
    });
  });

  it('has no theme when the column is empty or nothing', () => {
    [null, undefined, 0].forEach((ThemeId) => expect(parsePost(postRow(7, { ThemeId }), site)).not.toHaveProperty('themeId'));
  });

  it('was edited when it has another version than the first', () => {
    expect(parsePost(postRow(7), site)).not.toHaveProperty('editedAt');
    expect(parsePost(postRow(7, { OData__UIVersionString: '2.0', Modified: '2026-11-25T09:00:00Z' }), site).editedAt).toEqual(new Date('2026-11-25T09:00:00Z'));
  });

  it('that somebody added in the list itself may have no words and no key', () => {
    expect(parsePost(postRow(7, { Body: null, Key: null }), site)).toMatchObject({ bodyHtml: '', key: '' });
  });

  it('of somebody the site does not know any more is still shown', () => {
    [null, undefined].forEach((Author) => expect(parsePost(postRow(7, { Author }), site).author).toEqual({ id: 0, name: '', email: '', photoUrl: '' }));
  });

  it('of somebody without a mailbox asks for no picture', () => {
    expect(parsePost(postRow(7, { Author: { ...authorRow(3), EMail: null } }), site).author).toMatchObject({ email: '', photoUrl: '' });
  });

  it.each<[string, Row]>([
    ['an id', { Id: '7' }], ['a moment', { Created: 'yesterday' }], ['an ETag', { 'odata.etag': undefined }], ['an author', { Author: 'Person 3' }], ['an author with an id', { Author: { Title: 'Person 3' } }],
    ['the moment of the change', { OData__UIVersionString: '2.0', Modified: null }],
  ])('without %s is refused', (_, wrong) => {
    expect(() => parsePost(postRow(7, wrong), site)).toThrow(/^unexpected: SharePoint did not answer/);
  });
});

describe('a reply', () => {
  it('belongs to a post', () => {
    expect(parseReply(replyRow(8, 7), site)).toMatchObject({ id: 8, postId: 7, bodyHtml: '<p>Post 8</p>' });
  });

  it('that belongs to none is left out: anybody can add such a row, and the feed goes on', () => {
    [null, undefined, '7'].forEach((PostId) => expect(parseReply(replyRow(8, 7, { PostId }), site)).toBeUndefined());
  });
});

describe('a reaction', () => {
  it('is one person, one kind, one target', () => {
    expect(parseReaction(reactionRow(9, 7, { TargetKind: 'reply', TargetId: 8, Kind: 'celebrate' }), site)).toMatchObject({ id: 9, postId: 7, targetKind: 'reply', targetId: 8, kind: 'celebrate', person: { id: 3 } });
  });

  it.each<[string, Row]>([
    ['kind', { Kind: 'shrug' }], ['kind', { Kind: null }], ['target', { TargetKind: 'photo' }], ['target', { TargetId: null }], ['post', { PostId: null }], ['post', { PostId: '7' }],
  ])('of a %s that is not known is left out: %j', (_, other) => {
    expect(parseReaction(reactionRow(9, 7, other), site)).toBeUndefined();
  });
});

describe('a theme', () => {
  it('may be without words', () => {
    expect(parseTheme({ Id: 1, Title: 'Safety', Description: 'Of all' })).toEqual({ id: 1, title: 'Safety', description: 'Of all' });
    expect(parseTheme({ Id: 1, Title: null, Description: null })).toEqual({ id: 1, title: '', description: '' });
    expect(() => parseTheme({ Title: 'Safety' })).toThrow('a number in Id');
  });
});
