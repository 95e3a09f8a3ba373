define([], function () {
  return {
    feed: {
      title: 'Gesprekken', label: 'Gesprekken', startHere: 'Wat wil je delen of vragen?', allThemes: 'Alle thema\'s', theme: 'Thema', noTheme: 'Geen thema',
      loading: 'Gesprekken worden geladen…', loadingOlder: 'Oudere gesprekken worden geladen…', theEnd: 'Je hebt alles gezien.',
      emptyTitle: 'Er is nog niets gezegd', emptyText: 'Stel een vraag, vertel waar je mee bezig bent of bedank iemand. Anderen zien het hier.', emptyTheme: 'Over dit thema is nog niets gezegd.',
      newPosts: { one: 'Toon {count} nieuw bericht', other: 'Toon {count} nieuwe berichten' }, loadFailed: 'De gesprekken konden niet worden geladen.', olderFailed: 'Oudere gesprekken konden niet worden geladen.',
      brokenTitle: 'De lijsten op deze site zijn niet meer zoals ze zijn ingericht', brokenMend: 'Kijk hieronder wat er mis is en herstel het. Er gaat niets verloren van wat mensen schreven.',
      brokenAsk: 'Er gaat niets verloren van wat mensen schreven. De eigenaar van deze site kan het op deze pagina herstellen.',
      tryAgain: 'Opnieuw proberen', details: 'Details', cannotPost: 'Je kunt hier lezen. Wil je meedoen, vraag het dan aan de eigenaar van deze site.'
    },
    post: {
      by: 'Bericht van {name}', edited: 'gewijzigd', actions: 'Meer acties voor wat {name} schreef', somebody: 'Iemand die vertrokken is', edit: 'Wijzigen', remove: 'Verwijderen', reply: 'Antwoorden', replies: { one: '{count} antwoord', other: '{count} antwoorden' },
      showAllReplies: { one: 'Toon {count} antwoord', other: 'Toon alle {count} antwoorden' }, showFewerReplies: 'Toon minder antwoorden', removePostQuestion: 'Dit bericht verwijderen?',
      removePostText: 'Je bericht verdwijnt voor iedereen en de antwoorden worden niet meer getoond. Je kunt dit hier niet ongedaan maken.', removeReplyQuestion: 'Dit antwoord verwijderen?',
      removeReplyText: 'Je antwoord verdwijnt voor iedereen. Je kunt dit hier niet ongedaan maken.', cancel: 'Annuleren', removed: 'Verwijderd.', moreActivity: 'Toon het hele gesprek',
      showWhole: 'Lees verder', showLess: 'Toon minder'
    },
    composer: {
      post: 'Plaatsen', reply: 'Antwoorden', save: 'Opslaan', cancel: 'Annuleren', discard: 'Weggooien', sending: 'Versturen…', sent: 'Verstuurd.', postLabel: 'Je bericht', replyLabel: 'Je antwoord aan {name}', editLabel: 'Wijzig je tekst',
      postPlaceholder: 'Wat wil je delen of vragen?', replyPlaceholder: 'Schrijf een antwoord', hint: 'Typ @ om een collega te noemen. Ctrl+Enter verstuurt.',
      tooLong: { one: '{count} teken te veel', other: '{count} tekens te veel' }, people: 'Collega\'s', noPeople: 'Niemand gevonden',
      peopleFound: { one: '{count} collega gevonden', other: '{count} collega\'s gevonden' }, notSent: 'Niet verstuurd. Je tekst staat er nog.',
      conflictTitle: 'Deze tekst is intussen gewijzigd', conflictText: 'Iemand, misschien jij in een ander venster, wijzigde hem nadat je begon. Er is niets overschreven.',
      theirVersion: 'Zoals het nu is', keepMine: 'Mijn tekst toch opslaan', takeTheirs: 'Laten zoals het nu is',
      strandedTitle: 'Dit was je aan het schrijven', strandedDeleted: 'Het bericht waar dit bij hoort is verwijderd. Kopieer je tekst als je hem wilt bewaren.', strandedReader: 'Je kunt hier niet meer meedoen. Kopieer je tekst als je hem wilt bewaren.'
    },
    reactions: {
      add: 'Reageren', kinds: { like: 'Leuk', love: 'Geweldig', celebrate: 'Hoera', insightful: 'Leerzaam', funny: 'Grappig', support: 'Ik steun je' }, summary: { one: '{count} reactie', other: '{count} reacties' },
      summaryMore: { one: 'Meer dan {count} reactie', other: 'Meer dan {count} reacties' },
      who: 'Wie reageerde', you: 'jij', mine: 'Terugnemen: {kind}', andOthers: { one: 'en {count} ander', other: 'en {count} anderen' }, failed: 'Je reactie is niet opgeslagen.', close: 'Sluiten'
    },
    refusal: {
      offline: 'Er is geen verbinding. Controleer je netwerk en probeer het opnieuw.', throttled: 'SharePoint heeft het erg druk. Wacht even en probeer het opnieuw.', notAllowed: 'Je mag dit niet doen. De eigenaar van deze site kan helpen.',
      missing: 'Het is er niet meer. Misschien heeft iemand het verwijderd.', conflict: 'Het is intussen gewijzigd. Er is niets overschreven.', tooLarge: 'De tekst is te lang voor SharePoint. Maak hem korter en probeer het opnieuw.',
      somebodyElse: 'In deze browser is intussen iemand anders aangemeld. Er is niets verstuurd. Laad de pagina eerst opnieuw.',
      invalid: 'SharePoint neemt dit niet aan. Pas het aan en probeer het opnieuw.', unexpected: 'Er ging iets mis. Probeer het opnieuw; gebeurt het weer, laat de details dan aan de eigenaar van deze site zien.'
    },
    waiting: { one: 'SharePoint heeft het druk. Nieuwe poging over {count} seconde…', other: 'SharePoint heeft het druk. Nieuwe poging over {count} seconden…' },
    offline: 'Je bent offline. Je kunt doorlezen; wat je schrijft blijft bewaard, en versturen lukt weer als er verbinding is.',
    time: { now: 'zojuist' },
    setup: {
      title: 'Begin gesprekken op deze site', intro: 'Installeren maakt een paar lijsten in deze site. Alles wat mensen schrijven blijft daar, binnen je eigen organisatie.', makes: 'Wat er wordt gemaakt', who: 'Wie wat kan doen',
      owners: 'Eigenaren', participants: 'Deelnemers', editors: 'Redacteuren', mayOwn: 'kunnen alles, ook met de lijsten.', mayParticipate: 'kunnen lezen, schrijven, antwoorden en reageren, en hun eigen woorden wijzigen en verwijderen.',
      mayEdit: 'kunnen ook thema\'s wijzigen, vastzetten, aankondigen en verbergen, en meldingen afhandelen.', nothingElse: 'Verder verandert er niets aan je site.', button: 'Installeren', stop: 'Stoppen', working: 'Bezig: {done} van {total}', stopped: 'Gestopt. Je kunt verdergaan wanneer je wilt.',
      goOn: 'Verdergaan', askTitle: 'Gesprekken zijn hier nog niet ingericht', askText: 'De eigenaar van deze site kan het met één knop doen:', askNobody: 'Vraag de eigenaar van deze site om ze in te richten.',
      askMail: 'Wil je de gesprekken op deze pagina inrichten?', outdatedTitle: 'Er is een update', outdatedText: 'Deze versie van Schil bewaart meer in de lijsten. Bijwerken voegt dat toe en verandert niets aan wat er is.', update: 'Bijwerken',
      lists: {
        SchilPosts: 'Berichten', SchilReplies: 'Antwoorden', SchilReactions: 'Reacties en stemmen', SchilThemes: 'Thema\'s', SchilMentions: 'Vermeldingen', SchilFollows: 'Wie wat volgt', SchilSaved: 'Bewaard voor later (ieder ziet het eigen)',
        SchilCuration: 'Beslissingen van redacteuren', SchilReports: 'Meldingen (ieder ziet de eigen, redacteuren zien alles)', SchilReportDecisions: 'Beslissingen over meldingen (voor redacteuren)', SchilPictures: 'Afbeeldingen', SchilSettings: 'Instellingen'
      }
    },
    check: {
      title: 'Installatiecontrole', allWell: 'Alles is in orde.', problems: { one: '{count} ding is niet in orde.', other: '{count} dingen zijn niet in orde.' }, again: 'Opnieuw controleren', mend: 'Herstellen',
      onlyOwners: 'Alleen eigenaren van deze site kunnen de installatie controleren.', reading: 'Bezig met controleren…', fine: 'In orde', forAdministrator: 'Vraag een beheerder: {what}', list: 'Lijst', part: 'Onderdeel', state: 'Status',
      subjects: { list: 'Lijst', column: 'Kolom', index: 'Index op', uniqueKey: 'Unieke waarden van', view: 'Weergave', permission: 'Machtiging van', setting: 'Instelling', role: 'Machtigingsniveau' },
      itemSecurity: 'iedereen op eigen items', ownPermissions: 'de lijst zelf',
      problem: {
        missing: 'Het ontbreekt.', wrongType: 'De kolom heeft een ander type. Hernoem of verwijder hem in de instellingen van de lijst en installeer opnieuw.', notIndexed: 'De kolom heeft geen index, dus de lijst kan niet boven 5.000 items groeien.',
        notUnique: 'Dezelfde waarde kan twee keer worden opgeslagen.', notGranted: 'Het recht om mee te doen ontbreekt.', grantedTooMuch: 'Er mag meer dan nodig is.', inherits: 'De lijst volgt de machtigingen van de site.',
        wrongItemSecurity: 'Mensen zouden kunnen wijzigen wat anderen schreven.', olderVersion: 'Een oudere versie van de lijsten.', cannotRead: 'Je mag dit niet zien. Iemand met volledig beheer wel.'
      }
    },
    properties: { group: 'Tijdlijn', titleLabel: 'Titel', titleHint: 'Laat leeg voor geen titel', themeLabel: 'Toon', allThemes: 'Alle thema\'s', pageSizeLabel: 'Berichten per keer', about: 'Gesprekken tussen collega\'s, bewaard in de lijsten van deze site.' }
  };
});
