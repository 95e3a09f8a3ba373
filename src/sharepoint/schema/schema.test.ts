import { allLists } from './allLists';
import { listPath } from './listAddress';

describe.each(allLists.map((list) => [list.name, list] as const))('%s', (_, list) => {
  it('has names that SharePoint does not encode, each once', () => {
    const names = list.columns.map(({ name }) => name);
    expect(list.name).toMatch(/^Schil[A-Za-z]+$/);
    names.forEach((name) => expect(name).toMatch(/^[A-Z][A-Za-z]{1,31}$/));
    expect(new Set(names).size).toBe(names.length);
  });

  it('has indexes only where SharePoint takes them, and an index wherever values are unique', () => {
    list.columns.forEach(({ type, indexed, unique }) => {
      if (type === 'Note') expect([indexed, unique]).toEqual([undefined, undefined]);
      if (unique) expect(indexed).toBe(true);
    });
    expect(list.columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(20);
  });

  it('shows only columns that there are', () => {
    const known = ['LinkTitle', 'LinkFilename', 'Author', 'Created', 'Editor', 'Modified', ...list.columns.map(({ name }) => name)];
    expect(list.viewColumns.filter((name) => known.indexOf(name) < 0)).toEqual([]);
  });

  it('has a unique key when who takes part writes in it, so that trying again never doubles', () => {
    if (list.use === 'participantsWrite') expect(list.columns.filter(({ unique }) => unique).map(({ name }) => name)).toEqual(['Key']);
  });

  it('has no unique values where people read only their own: SharePoint would refuse them', () => {
    if (list.use === 'participantsPrivate' || list.use === 'participantsReport') expect(list.columns.filter(({ unique }) => unique)).toEqual([]);
  });
});

describe('the address of a list', () => {
  it.each([
    ['/sites/intranet', "getlist('/sites/intranet/Lists/SchilPosts')"], ['/', "getlist('/Lists/SchilPosts')"], ["/sites/peter's", "getlist('/sites/peter''s/Lists/SchilPosts')"],
  ])('on %s', (webServerRelativeUrl, path) => {
    expect(listPath({ webServerRelativeUrl }, { name: 'SchilPosts' })).toBe(path);
  });

  it('of a library stands beside the lists', () => {
    expect(listPath({ webServerRelativeUrl: '/sites/intranet' }, { name: 'SchilPictures', isLibrary: true })).toBe("getlist('/sites/intranet/SchilPictures')");
  });

  it('is made last for the list that says the others are there', () => {
    expect(allLists[allLists.length - 1].name).toBe('SchilSettings');
  });
});
