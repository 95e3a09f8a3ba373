import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';

/** A major version's number counts 512; what is between two of them are drafts (recorded: `file-versions`, `item-versions`). */
const perMajor = 512;
/** SharePoint numbers at most so many drafts of one version (documented: 511). */
const mostDrafts = 511;

/** The number of an item's version (`UIVersion`). Items of lists have major versions alone: one for each change. */
export function uiVersion(row: ItemRow): number {
  const number = row['_uiversion'];
  return typeof number === 'number' ? number : row._version * perMajor;
}

/** `1.0`, `0.2` */
export function versionLabel(number: number): string {
  return `${majorOf(number)}.${minorOf(number)}`;
}

export function majorOf(number: number): number {
  return Math.floor(number / perMajor);
}

export function minorOf(number: number): number {
  return number % perMajor;
}

export function nextMajor(number: number): number {
  return (majorOf(number) + 1) * perMajor;
}

/** The number that a change makes of this one: the next draft where a library has drafts, else the next version. */
export function nextVersion(list: ListSchema, number: number): number {
  return hasDrafts(list) && minorOf(number) < mostDrafts ? number + 1 : nextMajor(number);
}

/** The number of a new file. */
export function firstVersion(list: ListSchema): number {
  return hasDrafts(list) ? 1 : perMajor;
}

/** Whether a library keeps drafts (minor versions). */
export function hasDrafts(list: ListSchema): boolean {
  return list.baseType === 1 && list.properties['EnableMinorVersions'] === true && isVersioned(list);
}

export function isVersioned(list: ListSchema): boolean {
  return list.properties['EnableVersioning'] !== false;
}
