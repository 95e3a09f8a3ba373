const english = {
  edit: 'Edit', save: 'Save', discard: 'Discard', saving: 'Saving…', saved: 'Saved.', discardQuestion: 'Discard your changes to this page?', notSaved: 'The page was not saved.',
  conflict: 'Somebody else changed this page in the meantime. Your changes are still here: copy what you need, then discard and reload.', addWebPart: 'Add a web part', addSection: 'Add a section',
  toolbox: 'Web parts', search: 'Search web parts', close: 'Close', moveUp: 'Move up', moveDown: 'Move down', remove: 'Delete', properties: 'Edit properties', section: 'Section', layout: 'Layout',
  background: 'Background', backgrounds: ['None', 'Neutral', 'Soft', 'Strong'], apply: 'Apply', noProperties: 'This web part has no properties.', account: 'Account', actAs: 'Act as', language: 'Language', dark: 'Dark theme',
  empty: 'There is nothing on this page yet.', missing: 'This web part is not installed.', failed: 'This web part could not be loaded.', column: 'Other column', pages: 'Pages', find: 'Find somebody',
  layouts: { one: 'One column', two: 'Two columns', three: 'Three columns', 'two-thirds left': 'Two thirds, one third', 'two-thirds right': 'One third, two thirds', 'full width': 'Full width' },
};
const dutch: typeof english = {
  edit: 'Bewerken', save: 'Opslaan', discard: 'Negeren', saving: 'Opslaan…', saved: 'Opgeslagen.', discardQuestion: 'Je wijzigingen op deze pagina negeren?', notSaved: 'De pagina is niet opgeslagen.',
  conflict: 'Iemand anders heeft deze pagina intussen gewijzigd. Je wijzigingen staan er nog: kopieer wat je nodig hebt, negeer ze dan en laad opnieuw.', addWebPart: 'Webonderdeel toevoegen', addSection: 'Sectie toevoegen',
  toolbox: 'Webonderdelen', search: 'Zoek webonderdelen', close: 'Sluiten', moveUp: 'Omhoog', moveDown: 'Omlaag', remove: 'Verwijderen', properties: 'Eigenschappen bewerken', section: 'Sectie', layout: 'Indeling',
  background: 'Achtergrond', backgrounds: ['Geen', 'Neutraal', 'Zacht', 'Sterk'], apply: 'Toepassen', noProperties: 'Dit webonderdeel heeft geen eigenschappen.', account: 'Account', actAs: 'Kijk als', language: 'Taal', dark: 'Donker thema',
  empty: 'Er staat nog niets op deze pagina.', missing: 'Dit webonderdeel is niet geïnstalleerd.', failed: 'Dit webonderdeel kon niet worden geladen.', column: 'Andere kolom', pages: 'Pagina\'s', find: 'Zoek iemand',
  layouts: { one: 'Eén kolom', two: 'Twee kolommen', three: 'Drie kolommen', 'two-thirds left': 'Twee derde, een derde', 'two-thirds right': 'Een derde, twee derde', 'full width': 'Volle breedte' },
};

/** The page's own texts, in the language of the page. */
export const words = document.documentElement.lang === 'nl-NL' ? dutch : english;
