/** The page's own texts. `{0}` stands for what is filled in. */
export const english = {
  suite: 'SharePoint on this machine', navigation: 'Pages of this site', commands: 'Page commands',
  edit: 'Edit', save: 'Save', discard: 'Discard changes', newPage: 'New page', pageTitle: 'Page title', create: 'Create', cancel: 'Cancel', close: 'Close',
  saving: 'Saving…', saved: 'The page is saved.', notSaved: 'The page was not saved.', offline: 'The local SharePoint does not answer. Your changes are still here.',
  discardTitle: 'Discard your changes?', discardText: 'The page goes back to how it was saved last.', keepEditing: 'Keep editing',
  conflict: 'Somebody else saved this page in the meantime. Your changes are still here and nothing was overwritten.', showTheirs: 'Show the saved page', saveMine: 'Save mine over it',
  pageNotMade: 'The page was not made.', titleMissing: 'Give the page a title.',
  addWebPart: 'Add a web part', addSection: 'Add a section here', section: 'Section {0}', column: 'column {0}', verticalSection: 'Section beside', tools: 'Tools of {0}', sectionTools: 'Tools of section {0}',
  toolbox: 'Add a web part', search: 'Search web parts', foundOne: '1 web part', found: '{0} web parts', noneFound: 'No web part has this in its name.', noneInstalled: 'No web part is installed. Start with --package FILE.sppkg.',
  moveUp: 'Move up', moveDown: 'Move down', moveTo: 'Move to another column', moveTitle: 'Where should "{0}" go?', nowhere: 'There is no other column yet.', remove: 'Delete', undo: 'Undo',
  removed: '"{0}" is deleted.', sectionRemoved: 'The section is deleted.', restored: 'It is back.', textPart: 'Text', otherPart: 'Part of another tool',
  layout: 'Layout', otherLayout: 'Other', background: 'Background', backgrounds: ['None', 'Neutral', 'Soft', 'Strong'],
  layouts: { one: 'One column', two: 'Two columns', three: 'Three columns', twoThirdsLeft: 'Two thirds, one third', twoThirdsRight: 'One third, two thirds', fullWidth: 'Full width' },
  properties: 'Edit properties', noProperties: 'This web part has nothing to set.', paneFailed: 'The properties of this web part could not be shown.', apply: 'Apply', applied: 'The changes are applied.', loading: 'Loading…',
  back: 'Back', next: 'Next', pageOf: '{0} of {1}', on: 'On', off: 'Off', unknownField: 'This pane cannot show this field ({0}).',
  account: 'Account of {0}', actAs: 'Act as', findPerson: 'Find somebody', nobody: 'Nobody has this name.', language: 'Language', dark: 'Dark theme',
  empty: 'There is nothing on this page yet.', missing: 'The web part "{0}" is not installed here. It is kept on the page.', failed: 'The web part "{0}" could not be shown: {1}',
  keptPart: 'This part was made with another tool. It is kept on the page, and not shown here.',
};
export type Words = typeof english;
