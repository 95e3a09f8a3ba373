import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addItem } from '../../items/changeItems.ts';
import { stamp } from '../../lists/listCatalogue.ts';
import { findUser } from '../../people/directory.ts';
import { one } from '../../storage/prepared.ts';
import type { Session } from '../../session.ts';
import { writeCanvas } from '../canvas/writeCanvas.ts';

interface SamplePage { readonly file: string; readonly title: string; readonly author: string; readonly daysAgo: number; readonly paragraphs: readonly string[] }

/** SharePoint's mark of a page that is published as news. */
const promotedAsNews = 2;

/** Gives a new site a few news pages by its people, as an intranet has them. Pages that are there are left alone. */
export function installSamplePages(session: Session): void {
  const list = session.lists.byUrl(`${session.siteUrl}/SitePages`);
  if (!list) return;
  for (const { file, title, author, daysAgo, paragraphs } of samplePages()) {
    if (one(session.database, `SELECT 1 FROM "${list.table}" WHERE FileLeafRef = ?`, file)) continue;
    const written = stamp(new Date(session.now().getTime() - daysAgo * 86_400_000));
    const writer = findUser(session.database, session.rootWebId, author)?.id ?? session.user.id;
    addItem(list, session, new Map<string, string | number>([
      ['Title', title], ['FileLeafRef', file], ['PageLayoutType', 'Article'], ['PromotedState', promotedAsNews], ['CanvasContent1', canvasOf(paragraphs)],
      ['Author', writer], ['Editor', writer], ['Created', written], ['Modified', written],
    ]));
  }
}

function samplePages(): readonly SamplePage[] {
  return JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8')) as SamplePage[];
}

function canvasOf(paragraphs: readonly string[]): string {
  const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return writeCanvas({ sections: [{ emphasis: 0, columns: [{ factor: 12, controls: [{ kind: 'text', instanceId: randomUUID(), controlData: {}, html }] }] }], elsewhere: [] });
}
