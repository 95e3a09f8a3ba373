import { layouts, type Canvas, type Column, type Control, type LayoutName, type Section } from './canvas.ts';

/** Where a control stands. */
export interface Place { readonly section: Section; readonly column: Column; readonly at: number }

export function placeOf(canvas: Canvas, control: Control): Place | undefined {
  for (const section of canvas.sections) {
    for (const column of section.columns) {
      const at = column.controls.indexOf(control);
      if (at >= 0) return { section, column, at };
    }
  }
  return undefined;
}

/** Moves a control up or down in its column. */
export function moveControl(canvas: Canvas, control: Control, by: -1 | 1): void {
  const place = placeOf(canvas, control);
  if (place) move(place.column.controls, place.at, place.at + by);
}

/** Moves a control to the end of another column, of any section. */
export function moveToColumn(canvas: Canvas, control: Control, target: Column): void {
  removeControl(canvas, control);
  target.controls.push(control);
}

/** Takes a control away; answers what puts it back. */
export function removeControl(canvas: Canvas, control: Control): () => void {
  const place = placeOf(canvas, control);
  if (!place) return () => undefined;
  place.column.controls.splice(place.at, 1);
  return () => {
    // The column may have gone with its section in the meantime.
    const stands = canvas.sections.some(({ columns }) => columns.includes(place.column));
    const column = stands ? place.column : (canvas.sections[0] ?? addSection(canvas, 0)).columns[0];
    column?.controls.splice(place.at, 0, control);
  };
}

/** A new section of one column, at this place; answers it. */
export function addSection(canvas: Canvas, at: number): Section {
  const section: Section = { emphasis: 0, columns: [{ factor: 12, controls: [] }] };
  canvas.sections.splice(at, 0, section);
  return section;
}

/** Moves a section up or down; a vertical section, which stands beside all others, is passed over. */
export function moveSection({ sections }: Canvas, section: Section, by: -1 | 1): void {
  move(sections, sections.indexOf(section), sections.indexOf(section) + by);
}

/** Takes a section away with all that stands in it; answers what puts it back. */
export function removeSection({ sections }: Canvas, section: Section): () => void {
  const at = sections.indexOf(section);
  sections.splice(at, 1);
  return () => sections.splice(at, 0, section);
}

/** The same controls in other columns; those of columns that go move to the last one. */
export function arrange(section: Section, layout: LayoutName): void {
  const columns = layouts[layout].map((factor, at): Column => ({ factor, controls: [...section.columns[at]?.controls ?? []] }));
  columns[columns.length - 1]?.controls.push(...section.columns.slice(columns.length).flatMap(({ controls }) => controls));
  section.columns = columns;
}

/** The layout that a section has; undefined for one that other tools made. */
export function layoutOf({ columns }: Section): LayoutName | undefined {
  const factors = columns.map(({ factor }) => factor).join();
  return (Object.keys(layouts) as LayoutName[]).find((name) => layouts[name].join() === factors);
}

function move<Item>(items: Item[], from: number, to: number): void {
  if (from < 0 || to < 0 || to >= items.length) return;
  items.splice(to, 0, ...items.splice(from, 1));
}
