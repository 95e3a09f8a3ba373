import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { argument, bodyProperties, voidAnswer } from '../routing/arguments.ts';
import type { PathSegment, Resource } from '../routing/resource.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { addView, viewsOf } from '../lists/views.ts';
import { moderate } from './moderate.ts';
import { commentsColumn, isModerated, moderationStatus, prepareModeration, statusColumn } from './moderation.ts';

const longestComment = 1023;

/** `approve(comment='…')` and `deny(comment='…')` of a file. */
export function approvalOfFile(list: ListSchema, row: ItemRow, segment: PathSegment): Resource | undefined {
  if (segment.name !== 'approve' && segment.name !== 'deny') return undefined;
  return {
    post: (request) => {
      if (!isModerated(list)) throw wrongArgument();
      const comment = String(argument(segment, 'comment', 0) ?? bodyProperties(request)['comment'] ?? '');
      if (comment.length > longestComment) throw wrongArgument();
      moderate(list, request.session, row, new Map<string, SQLInputValue>([[statusColumn, segment.name === 'approve' ? moderationStatus.approved : moderationStatus.rejected], [commentsColumn, comment]]));
      return voidAnswer(segment);
    },
  };
}

/** To be called when a list's settings were changed: demanding approval gives it columns that show it, and two views (documented). */
export function followModeration({ database }: Pick<Session, 'database'>, list: ListSchema, before: boolean): void {
  const now = isModerated(list);
  if (now && list.properties['EnableMinorVersions'] === true) throw notHereYet('approval together with minor versions');
  if (now === before) return;
  for (const field of list.fields) if (field.internalName === '_ModerationStatus' || field.internalName === '_ModerationComments') field.hidden = !now;
  if (!now) return;
  prepareModeration(database, list);
  // Only who may approve, and the author, see what is not approved: what SharePoint's settings propose.
  list.properties['DraftVersionVisibility'] ??= 2;
  const titles = new Set(viewsOf(database, list).map(({ title }) => title));
  const fields = [list.baseType === 1 ? 'LinkFilename' : 'LinkTitle', '_ModerationStatus', '_ModerationComments'];
  const order = '<OrderBy><FieldRef Name="Modified" Ascending="FALSE" /></OrderBy>';
  if (!titles.has('Approve/reject Items')) addView(database, list, { title: 'Approve/reject Items', page: 'mod-view', query: `<GroupBy><FieldRef Name="_ModerationStatus" /></GroupBy>${order}`, fields });
  if (!titles.has('My submissions')) addView(database, list, { title: 'My submissions', page: 'my-sub', query: `<GroupBy><FieldRef Name="_ModerationStatus" /></GroupBy><Where><Eq><FieldRef Name="Author" /><Value Type="Integer"><UserID /></Value></Eq></Where>${order}`, fields });
}
