/** The words of sample rows: different in length as people's are, and the same in every run. */
const sentences = [
  'Does anybody know who looks after the parking permits?', 'The new intake form saves us about an hour a week.', 'We moved the stand-up to half past nine.',
  'Thanks to everybody who helped at the open day; we had more visitors than last year, and many of them asked about working here.',
  'I wrote down how we prepare the quarterly figures, because three colleagues asked me this month.', 'Has anyone tried the quiet rooms on the second floor?',
  'The supplier confirmed that the missing parts arrive on Thursday, so the planning for next week stays as it is.', 'Lunch on Friday is on the terrace if the weather holds.',
];
const kinds = ['like', 'love', 'celebrate', 'insightful', 'funny', 'support'];

export type Row = Readonly<Record<string, string | number>>;

/** One to six sentences, chosen by a number. */
function words(number: number): string {
  return Array.from({ length: 1 + (number * 7) % 6 }, (_, at) => `<p>${sentenceOf(number + at * 3)}</p>`).join('');
}

function sentenceOf(number: number): string {
  return sentences[number % sentences.length] ?? '';
}

export function postRow(number: number, themes: number): Row {
  return { Title: `${number}: ${sentenceOf(number)}`, Key: `post-${number}`, Body: words(number), ThemeId: 1 + (number % themes) };
}

export function replyRow(postId: number, place: number): Row {
  return { Title: sentenceOf(postId + place), Key: `reply-${postId}-${place}`, Body: `<p>${sentenceOf(postId * 5 + place)}</p>`, PostId: postId };
}

export function reactionRow(postId: number, place: number): Row {
  const kind = kinds[(postId + place) % kinds.length] ?? 'like';
  return { Title: `${kind} post ${postId}`, Key: `post-${postId}-${kind}-${place}`, PostId: postId, TargetKind: 'post', TargetId: postId, Kind: kind };
}
