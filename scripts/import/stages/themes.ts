import { parsedRows, type Parsed } from '../dump/parsedRows.ts';
import { tagRow, type TagRow } from '../dump/rows.ts';
import { formValues } from '../../site/formValues.ts';
import { chooseThemes, countEach, enoughQuestions, mostThemes } from './chooseThemes.ts';
import { writeLot, type Importing } from './importing.ts';
import type { Overview } from './overview.ts';

/** Makes the tags that some question gets as its theme themes, those of most questions first. Answers the themes' ids by those of the questions. */
export async function importThemes(importing: Importing, { tagsOf }: Overview): Promise<ReadonlyMap<number, number>> {
  const { connection, report, progress } = importing;
  const tags = await readTags(importing);
  const chosen = chooseThemes(new Map([...tagsOf].map(([id, names]) => [id, names.filter((name) => tags.has(name))])));
  const questionsWith = countEach(chosen.values());
  const used = new Set([...tagsOf.values()].flat());
  for (const { name } of tags.values()) if (!questionsWith.has(name)) report.skipped('themes', used.has(name) ? noPostGetsIt : 'no question that is imported has the tag');
  const themes = [...questionsWith].flatMap(([name, count]) => {
    const tag = tags.get(name);
    return tag ? [{ ...tag, count }] : [];
  }).sort((left, right) => right.count - left.count || left.id - right.id);
  progress.stage('Themes', themes.length);
  const written = await writeLot(importing, connection.product.themes, themes.map(({ name, source }) => (
    { key: name, kind: 'themes', source, values: () => formValues({ Title: name }) }
  )), { keyColumn: 'Title' });
  const ids = new Map(themes.map(({ name }, at) => {
    const how = written[at];
    return [name, how && 'id' in how ? how.id : undefined];
  }));
  return new Map([...chosen].flatMap(([questionId, name]) => {
    const id = ids.get(name);
    return id === undefined ? [] : [[questionId, id] as const];
  }));
}

const noPostGetsIt = `no post gets it: a post gets the least used of its tags that at least ${enoughQuestions} questions have, otherwise its most used one, and at most ${mostThemes} tags become themes`;

/** The tags of Tags.xml by their names. */
async function readTags({ dump, report }: Importing): Promise<ReadonlyMap<string, Parsed<TagRow>>> {
  const tags = new Map<string, Parsed<TagRow>>();
  for await (const tag of parsedRows(dump.tags, tagRow, report)) {
    report.read('themes');
    if (tags.has(tag.name)) report.skipped('themes', 'there is a row with the same name before it', tag.source);
    else tags.set(tag.name, tag);
  }
  return tags;
}
