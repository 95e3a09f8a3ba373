import { parsedRows, type Parsed } from '../dump/parsedRows.ts';
import { tagRow, type TagRow } from '../dump/rows.ts';
import { formValues } from '../../site/formValues.ts';
import { writeLot, type Importing } from './importing.ts';

/** More would be a filter in which nobody finds anything. */
const mostThemes = 30;

/** Makes the most used tags themes. Answers the themes' ids by the name of the tag. */
export async function importThemes(importing: Importing): Promise<ReadonlyMap<string, number>> {
  const { dump, connection, report, progress } = importing;
  const tags: Parsed<TagRow>[] = [];
  for await (const tag of parsedRows(dump.tags, tagRow, report)) {
    report.read('themes');
    if (tag.count > 0) tags.push(tag);
    else report.skipped('themes', 'no question has the tag');
  }
  tags.sort((left, right) => right.count - left.count || left.id - right.id);
  const rare = tags.splice(mostThemes);
  rare.forEach(() => report.skipped('themes', `only the ${mostThemes} most used tags become themes; "${rare[0]?.name ?? ''}" and those after it are left`));
  progress.stage('Themes', tags.length);
  const written = await writeLot(importing, connection.product.themes, tags.map(({ name, source }) => (
    { key: name, kind: 'themes', source, values: () => formValues({ Title: name }) }
  )), { keyColumn: 'Title' });
  return new Map(tags.flatMap(({ name }, at) => {
    const how = written[at];
    return how && 'id' in how ? [[name, how.id] as const] : [];
  }));
}
