/** The recorded site, whose name and address stand in the recordings. */
const recordedSite = 'https://contoso.sharepoint.com/sites/prov-2';
const recordedPerson = { name: 'Adele Vance', email: 'adele.vance@contoso.example' };

/** What stands for a site and a person in texts: two answers that differ only in these are the same. */
export interface Circumstances { readonly site: string; readonly person: { readonly name: string; readonly email: string } }
export const recordedCircumstances: Circumstances = { site: recordedSite, person: recordedPerson };

const encoded = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D').replaceAll('.', '%2E').replaceAll('_', '%5F');

/**
 * A text without what every site, person, moment and new object has of its own: `https://…/sites/x` becomes `<site>`, a GUID `<guid>`, a moment `<date>`.
 * What is left must be the same in a recorded answer and in ours.
 */
export function neutral(text: string, { site, person }: Circumstances): string {
  const path = new URL(site).pathname;
  return text.replaceAll('\\u002f', '/')
    .replaceAll(`${new URL(site).origin}:443`, '<origin>').replaceAll(site, '<site>').replaceAll(encodeURI(site), '<site>').replaceAll(new URL(site).origin, '<origin>')
    .replaceAll(encoded(path), '<web>').replaceAll(path, '<web>').replaceAll(path.slice(1), '<web>')
    .replaceAll(person.email, '<email>').replaceAll(person.name, '<person>')
    .replace(/\b0x(01\w*?)00[0-9A-F]{32}\b/g, '0x$1<guid>')
    .replace(/[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}/gi, '<guid>')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?/g, '<date>')
    .replace(/\d{1,2}\/\d{1,2}\/\d{4}( \d{1,2}:\d\d [AP]M)?/g, '<date>')
    .replace(/(?<=^\d+;\d+;<guid>;)\d+;-?\d+$/, '<moment>');
}
