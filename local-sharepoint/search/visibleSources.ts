import { seenTable } from '../files/seen.ts';
import { grants } from '../model/basePermissions.ts';
import { joined } from '../query/condition.ts';
import { visibleSql } from '../query/visible.ts';
import type { Session } from '../session.ts';
import { sessionOn } from '../sites/sessionOn.ts';
import { allWebs } from '../sites/web.ts';
import { peopleSource } from './indexing/peopleDocuments.ts';

/** What the asking person may find, as SQL over `search_documents d`: of every web, without what its owners keep out of search (`NoCrawl`). */
export function visibleDocuments(session: Session): string {
  const whole = [peopleSource];
  const parts: string[] = [];
  for (const web of allWebs(session.database).filter(({ properties }) => properties['NoCrawl'] !== true)) {
    const there = sessionOn(web, session);
    if (grants(there.permissions.onWeb(), 'ViewPages')) whole.push(web.webId);
    for (const list of there.lists.all().filter(({ properties }) => properties['NoCrawl'] !== true)) {
      const conditions = visibleSql(list, there, 'i');
      const seen = seenTable(list, there);
      if (conditions.length === 0 && seen === `"${list.table}"`) {
        whole.push(list.id);
        continue;
      }
      const items = `EXISTS (SELECT 1 FROM ${seen} i WHERE ${['i.ID = d.item_id', ...conditions].join(' AND ')})`;
      const itself = grants(there.permissions.onList(list), 'ViewListItems') ? 'd.item_id = 0 OR ' : '';
      parts.push(`(d.source = '${list.id}' AND (${itself}${items}))`);
    }
  }
  // Ids are this service's own, so they stand in the text.
  return joined('OR', [`d.source IN (${whole.map((id) => `'${id}'`).join(',')})`, ...parts].map((text) => ({ text, values: [] }))).text;
}
