define([], function () {
  return {
    feed: {
      title: 'Conversations', label: 'Conversations', startHere: 'What would you like to share or ask?', allThemes: 'All themes', theme: 'Theme', noTheme: 'No theme',
      loading: 'Loading conversations…', loadingOlder: 'Loading older conversations…', theEnd: 'You have seen everything.',
      emptyTitle: 'Nobody has said anything yet', emptyText: 'Ask a question, share what you are working on, or thank somebody. Others will see it here.', emptyTheme: 'Nothing has been said about this theme yet.',
      newPosts: { one: 'Show {count} new post', other: 'Show {count} new posts' }, loadFailed: 'The conversations could not be loaded.', olderFailed: 'Older conversations could not be loaded.',
      brokenTitle: 'The lists on this site are not as they were set up', brokenMend: 'See below what is wrong and mend it. Nothing that people wrote is lost.',
      brokenAsk: 'Nothing that people wrote is lost. The owner of this site can mend it on this page.',
      tryAgain: 'Try again', details: 'Details', cannotPost: 'You can read here. To take part, ask the owner of this site.'
    },
    post: {
      by: 'Post by {name}', edited: 'edited', actions: 'More actions for what {name} wrote', somebody: 'Somebody who left', edit: 'Edit', remove: 'Delete', reply: 'Reply', replies: { one: '{count} reply', other: '{count} replies' },
      showAllReplies: { one: 'Show {count} reply', other: 'Show all {count} replies' }, showFewerReplies: 'Show fewer replies', removePostQuestion: 'Delete this post?',
      removePostText: 'Your post will be gone for everybody, and its replies will no longer be shown. You cannot undo this here.', removeReplyQuestion: 'Delete this reply?',
      removeReplyText: 'Your reply will be gone for everybody. You cannot undo this here.', cancel: 'Cancel', removed: 'Deleted.', moreActivity: 'Show the whole conversation',
      showWhole: 'Read on', showLess: 'Show less'
    },
    composer: {
      post: 'Post', reply: 'Reply', save: 'Save', cancel: 'Cancel', discard: 'Discard', sending: 'Sending…', sent: 'Sent.', postLabel: 'Your post', replyLabel: 'Your reply to {name}', editLabel: 'Change your text',
      postPlaceholder: 'What would you like to share or ask?', replyPlaceholder: 'Write a reply', hint: 'Type @ to mention a colleague. Ctrl+Enter sends.',
      tooLong: { one: '{count} character too many', other: '{count} characters too many' }, people: 'Colleagues', noPeople: 'Nobody found',
      peopleFound: { one: '{count} colleague found', other: '{count} colleagues found' }, notSent: 'Not sent. Your text is still here.',
      conflictTitle: 'This text was changed in the meantime', conflictText: 'Somebody, perhaps you in another window, changed it after you began. Nothing was overwritten.',
      theirVersion: 'As it is now', keepMine: 'Save my text instead', takeTheirs: 'Keep it as it is now',
      strandedTitle: 'You were writing this', strandedDeleted: 'The post it belongs to has been deleted. Copy your text if you still want it.', strandedReader: 'You can no longer take part here. Copy your text if you still want it.'
    },
    reactions: {
      add: 'React', kinds: { like: 'Like', love: 'Love', celebrate: 'Celebrate', insightful: 'Insightful', funny: 'Funny', support: 'Support' }, summary: { one: '{count} reaction', other: '{count} reactions' },
      summaryMore: { one: 'More than {count} reaction', other: 'More than {count} reactions' },
      who: 'Who reacted', you: 'you', mine: 'Take back: {kind}', andOthers: { one: 'and {count} other', other: 'and {count} others' }, failed: 'Your reaction was not saved.', close: 'Close'
    },
    refusal: {
      offline: 'There is no connection. Check your network and try again.', throttled: 'SharePoint is very busy. Wait a minute and try again.', notAllowed: 'You are not allowed to do this. The owner of this site can help.',
      missing: 'It is no longer there. Somebody may have deleted it.', conflict: 'It was changed in the meantime. Nothing was overwritten.', tooLarge: 'The text is too long for SharePoint. Make it shorter and try again.',
      somebodyElse: 'In this browser somebody else is signed in by now. Nothing was sent. Load the page again first.',
      invalid: 'SharePoint does not accept this. Change it and try again.', unexpected: 'Something went wrong. Try again; if it happens again, show the details to the owner of this site.'
    },
    waiting: { one: 'SharePoint is busy. Trying again in {count} second…', other: 'SharePoint is busy. Trying again in {count} seconds…' },
    offline: 'You are offline. You can read on; what you write is kept, and sending works when the connection is back.',
    time: { now: 'just now' },
    setup: {
      title: 'Start conversations on this site', intro: 'Set up makes a few lists in this site. Everything people write stays there, in your own organisation.', makes: 'What will be made', who: 'Who will be able to do what',
      owners: 'Owners', participants: 'Participants', editors: 'Editors', mayOwn: 'can do everything, also with the lists.', mayParticipate: 'can read, write, reply and react, and change and delete their own words.',
      mayEdit: 'can also change themes, pin, announce and hide, and handle reports.', nothingElse: 'Nothing else on your site changes.', button: 'Set up', stop: 'Stop', working: 'Setting up: {done} of {total}', stopped: 'Stopped. You can go on whenever you like.',
      goOn: 'Go on', askTitle: 'Conversations are not set up here yet', askText: 'The owner of this site can do it with one button:', askNobody: 'Ask the owner of this site to set them up.',
      askMail: 'Please set up the conversations on this page', outdatedTitle: 'There is an update', outdatedText: 'This version of Schil keeps more in its lists. Updating adds it and changes nothing that is there.', update: 'Update',
      lists: {
        SchilPosts: 'Posts', SchilReplies: 'Replies', SchilReactions: 'Reactions and votes', SchilThemes: 'Themes', SchilMentions: 'Mentions', SchilFollows: 'Who follows what', SchilSaved: 'Saved for later (each person sees their own)',
        SchilCuration: 'Decisions of editors', SchilReports: 'Reports (each person sees their own, editors see all)', SchilReportDecisions: 'Decisions about reports (for editors)', SchilPictures: 'Pictures', SchilSettings: 'Settings'
      }
    },
    check: {
      title: 'Set-up check', allWell: 'Everything is as it should be.', problems: { one: '{count} thing is not as it should be.', other: '{count} things are not as they should be.' }, again: 'Check again', mend: 'Mend',
      onlyOwners: 'Only owners of this site can check the set-up.', reading: 'Checking…', fine: 'In order', forAdministrator: 'Ask an administrator: {what}', list: 'List', part: 'Part', state: 'State',
      subjects: { list: 'List', column: 'Column', index: 'Index on', uniqueKey: 'Unique values of', view: 'View', permission: 'Permission of', setting: 'Setting', role: 'Permission level' },
      itemSecurity: 'everyone on their own items', ownPermissions: 'the list itself',
      problem: {
        missing: 'It is missing.', wrongType: 'The column has another type. Rename or remove it in the settings of the list, then set up again.', notIndexed: 'The column has no index, so the list cannot grow beyond 5,000 items.',
        notUnique: 'The same value could be saved twice.', notGranted: 'The right to take part is missing.', grantedTooMuch: 'More is allowed than needed.', inherits: 'The list follows the permissions of the site.',
        wrongItemSecurity: 'People could change what others wrote.', olderVersion: 'An older version of the lists.', cannotRead: 'You may not see this. Somebody with full control can.'
      }
    },
    properties: { group: 'Activity feed', titleLabel: 'Title', titleHint: 'Leave empty for no title', themeLabel: 'Show', allThemes: 'All themes', pageSizeLabel: 'Posts to load at once', about: 'Conversations between colleagues, kept in the lists of this site.' }
  };
});
