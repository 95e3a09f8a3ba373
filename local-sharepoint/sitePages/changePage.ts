import type { SQLInputValue } from 'node:sqlite';
import { addFile } from '../files/changeFiles.ts';
import { addFolder } from '../files/changeFolders.ts';
import { checkIn, CheckinType, checkOut, publish } from '../files/checkOut.ts';
import { checkedOutBy } from '../files/level.ts';
import { rowIn, type Folder, type Placed } from '../files/place.ts';
import { updateItem } from '../items/changeItems.ts';
import { contentTypeId } from '../contentTypes/listContentTypes.ts';
import { stamp } from '../lists/listCatalogue.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { minorOf, uiVersion } from '../versions/versionNumber.ts';
import { clientSideApplicationId, Promoted, sitePagesOf, templatesFolder, text } from './page.ts';
import { defaultBanner } from './pageEntity.ts';
import { pageFile } from './pageFile.ts';

type Values = ReadonlyMap<string, SQLInputValue>;

/** Adds a page, checked out by who makes it. Without a name it has one by chance until it is saved with a title. */
export function createPage(values: Values, name: string | undefined, session: Session, folder: Folder = rootOf(session)): Placed {
  const list = sitePagesOf(session);
  const file = name === undefined ? chanceName(session.now()) : /\.aspx$/i.test(name) ? name : `${name}.aspx`;
  const { row } = addFile(folder, session, { name: file, content: pageFile, overwrite: false, unique: name === undefined });
  checkOut({ list, row }, session);
  const all = new Map<string, SQLInputValue>([
    ['ContentTypeId', contentTypeId(list)], ['ClientSideApplicationId', clientSideApplicationId], ['PageLayoutType', 'Article'], ['PromotedState', Promoted.no], ...values,
  ]);
  return { list, row: updateItem(list, session, row, all) };
}

/** A page that is saved without a picture gets the usual one (recorded: SchedulePagePublish). */
const usualBanner = JSON.stringify({ Url: defaultBanner, Description: defaultBanner });

/** Saves what is said of a page; who has not checked it out does so with this. A page that had no title yet is named after it. */
export function savePage(page: Placed, values: Values, session: Session): Placed {
  checkOut(page, session);
  const title = values.get('Title');
  const named = text(page.row, 'Title') === null && typeof title === 'string' && title !== '' && isChanceName(page.row) ? [['FileLeafRef', freeFileName(title, page, session)] satisfies [string, SQLInputValue]] : [];
  return { list: page.list, row: updateItem(page.list, session, page.row, new Map<string, SQLInputValue>([...(page.row['BannerImageUrl'] === null ? [['BannerImageUrl', usualBanner] satisfies [string, SQLInputValue]] : []), ...values, ...named])) };
}

/** Saves and checks in as a draft, for everybody who may see drafts. */
export function saveDraft(page: Placed, values: Values, session: Session): void {
  checkIn(savePage(page, values, session), '', CheckinType.Minor, session);
}

/** Publishes a page: to readers it is there from now on, as news when it was to become that. */
export function publishPage(page: Placed, session: Session): void {
  const { list, row } = page;
  const news = row['PromotedState'] === Promoted.onPublish ? [['PromotedState', Promoted.news] satisfies [string, SQLInputValue]] : [];
  const first = text(row, 'FirstPublishedDate') === null ? [['FirstPublishedDate', stamp(session.now())] satisfies [string, SQLInputValue]] : [];
  if (news.length + first.length > 0) updateItem(list, session, row, new Map<string, SQLInputValue>([...news, ...first]), false);
  if (checkedOutBy(row) === session.user.id) checkIn(page, '', CheckinType.Major, session);
  else publish(page, '', session);
}

/** Makes a published page news, and another one news as soon as it is published; or neither. */
export function promote(page: Placed, asNews: boolean, session: Session): void {
  const published = minorOf(uiVersion(page.row)) === 0 && checkedOutBy(page.row) === undefined;
  const state = !asNews ? Promoted.no : published ? Promoted.news : Promoted.onPublish;
  const first = asNews && published && text(page.row, 'FirstPublishedDate') === null ? [['FirstPublishedDate', stamp(session.now())] satisfies [string, SQLInputValue]] : [];
  updateItem(page.list, session, page.row, new Map<string, SQLInputValue>([['PromotedState', state], ...first]), false);
}

/** A copy of a page beside it, checked out by who makes it. */
export function copyPage(page: Placed, session: Session): Placed {
  const stem = String(page.row['FileLeafRef']).replace(/\.aspx$/i, '');
  return createPage(copied(page.row, new Map([['Title', `Copy of ${text(page.row, 'Title') ?? stem}`]])), freeFileName(stem, page, session), session);
}

/** A template made of a page: its copy in the folder of templates, which is made with the first one. */
export function savePageAsTemplate(page: Placed, session: Session): Placed {
  const folder = addFolder(rootOf(session), templatesFolder, session, true);
  return createPage(copied(page.row, new Map<string, SQLInputValue>([['Title', null], ['PromotedState', Promoted.no], ['_SPSitePageFlags', JSON.stringify(['Template'])]])), undefined, session, folder);
}

function copied(row: ItemRow, others: Values): Values {
  const kept = ['CanvasContent1', 'LayoutWebpartsContent', 'BannerImageUrl', 'Description', 'PageLayoutType', '_TopicHeader', '_AuthorByline', '_SPCallToAction'];
  return new Map<string, SQLInputValue>([...kept.map((name) => [name, row[name] ?? null] satisfies [string, SQLInputValue]), ...others]);
}

function rootOf(session: Session): Folder {
  const list = sitePagesOf(session);
  return { list, url: list.rootFolderUrl };
}

/** `3k9x0f2a.aspx`: such names are the service's own until a page is saved with a title. */
function chanceName(now: Date): string {
  return `${now.getTime().toString(36).slice(-8).padStart(8, '0')}.aspx`;
}

function isChanceName(row: ItemRow): boolean {
  return /^[0-9a-z]{8}\d*\.aspx$/.test(String(row['FileLeafRef']));
}

/** `Annual fair 2027` becomes `Annual-fair-2027.aspx`, or `Annual-fair-2027(1).aspx` when that is taken. */
function freeFileName(title: string, { list, row }: Placed, session: Session): string {
  const stem = title.replace(/\.aspx$/i, '').trim().replace(/["#%*:<>?/\\|~&{}\p{Cc}]/gu, '').replace(/\s+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 120) || 'Page';
  for (let number = 0; ; number += 1) {
    const name = `${stem}${number === 0 ? '' : `(${number})`}.aspx`;
    const there = rowIn(list, String(row['FileDirRef']), name, session);
    if (!there || there.ID === row.ID && name !== String(row['FileLeafRef'])) return name;
  }
}
