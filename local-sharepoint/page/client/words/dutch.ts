import type { Words } from './english.ts';

export const dutch: Words = {
  suite: 'SharePoint op deze computer', navigation: 'Pagina\'s van deze site', commands: 'Opdrachten voor de pagina',
  edit: 'Bewerken', save: 'Opslaan', discard: 'Wijzigingen negeren', newPage: 'Nieuwe pagina', pageTitle: 'Titel van de pagina', create: 'Maken', cancel: 'Annuleren', close: 'Sluiten',
  saving: 'Opslaan…', saved: 'De pagina is opgeslagen.', notSaved: 'De pagina is niet opgeslagen.', offline: 'De lokale SharePoint antwoordt niet. Je wijzigingen staan er nog.',
  discardTitle: 'Je wijzigingen negeren?', discardText: 'De pagina wordt weer zoals die het laatst is opgeslagen.', keepEditing: 'Verder bewerken',
  conflict: 'Iemand anders heeft deze pagina intussen opgeslagen. Je wijzigingen staan er nog en er is niets overschreven.', showTheirs: 'Opgeslagen pagina tonen', saveMine: 'Toch de mijne opslaan',
  pageNotMade: 'De pagina is niet gemaakt.', titleMissing: 'Geef de pagina een titel.',
  addWebPart: 'Webonderdeel toevoegen', addSection: 'Hier een sectie toevoegen', section: 'Sectie {0}', column: 'kolom {0}', verticalSection: 'Sectie ernaast', tools: 'Knoppen voor {0}', sectionTools: 'Knoppen voor sectie {0}',
  toolbox: 'Webonderdeel toevoegen', search: 'Zoek webonderdelen', foundOne: '1 webonderdeel', found: '{0} webonderdelen', noneFound: 'Geen webonderdeel heeft dit in zijn naam.', noneInstalled: 'Er is geen webonderdeel geïnstalleerd. Start met --package BESTAND.sppkg.',
  moveUp: 'Omhoog', moveDown: 'Omlaag', moveTo: 'Naar een andere kolom', moveTitle: 'Waar moet "{0}" naartoe?', nowhere: 'Er is nog geen andere kolom.', remove: 'Verwijderen', undo: 'Ongedaan maken',
  removed: '"{0}" is verwijderd.', sectionRemoved: 'De sectie is verwijderd.', restored: 'Het staat er weer.', textPart: 'Tekst', otherPart: 'Onderdeel van een ander programma',
  layout: 'Indeling', otherLayout: 'Anders', background: 'Achtergrond', backgrounds: ['Geen', 'Neutraal', 'Zacht', 'Sterk'],
  layouts: { one: 'Eén kolom', two: 'Twee kolommen', three: 'Drie kolommen', twoThirdsLeft: 'Twee derde, een derde', twoThirdsRight: 'Een derde, twee derde', fullWidth: 'Volle breedte' },
  properties: 'Eigenschappen bewerken', noProperties: 'Aan dit webonderdeel valt niets in te stellen.', paneFailed: 'De eigenschappen van dit webonderdeel konden niet worden getoond.', apply: 'Toepassen', applied: 'De wijzigingen zijn toegepast.', loading: 'Laden…',
  back: 'Terug', next: 'Verder', pageOf: '{0} van {1}', on: 'Aan', off: 'Uit', unknownField: 'Dit deelvenster kan dit veld niet tonen ({0}).',
  account: 'Account van {0}', actAs: 'Kijk als', findPerson: 'Zoek iemand', nobody: 'Niemand heet zo.', language: 'Taal', dark: 'Donker thema',
  empty: 'Er staat nog niets op deze pagina.', missing: 'Het webonderdeel "{0}" is hier niet geïnstalleerd. Het blijft op de pagina bewaard.', failed: 'Het webonderdeel "{0}" kon niet worden getoond: {1}',
  keptPart: 'Dit onderdeel is met een ander programma gemaakt. Het blijft op de pagina bewaard en wordt hier niet getoond.',
};
