import { arrange, layoutOf, moveSection, removeSection } from '../../canvas/changeCanvas.ts';
import { layouts, type Emphasis, type LayoutName, type Section } from '../../canvas/canvas.ts';
import { element } from '../element.ts';
import { filled, words } from '../words/words.ts';
import type { CanvasEditor } from './canvasEditor.ts';
import { mayStandIn } from './controlTools.ts';
import { toolButton } from './toolbar.ts';

/** The tools above a section: its layout, its background, its place. `key`: begins the keys of its tools. */
export function sectionTools(section: Section, key: string, editor: CanvasEditor): HTMLElement {
  const { canvas } = editor;
  const places = canvas.sections.filter(({ vertical }) => !vertical);
  const at = places.indexOf(section);
  const name = section.vertical ? words.verticalSection : filled(words.section, at + 1);
  return element('div', { class: 'lsp-section-tools', role: 'group', 'aria-label': section.vertical ? name : filled(words.sectionTools, at + 1) },
    element('span', { class: 'lsp-section-name', text: name }),
    ...(section.vertical ? [] : [labelled(words.layout, layoutChoice(section, `${key}/layout`, editor))]),
    labelled(words.background, backgroundChoice(section, `${key}/background`, editor)),
    element('span', { class: 'lsp-toolbar' },
      ...(section.vertical ? [] : [
        toolButton({ key: `${key}/up`, label: words.moveUp, icon: 'up', disabled: at === 0, onclick: () => editor.change(() => moveSection(canvas, section, -1)) }),
        toolButton({ key: `${key}/down`, label: words.moveDown, icon: 'down', disabled: at === places.length - 1, onclick: () => editor.change(() => moveSection(canvas, section, 1)) }),
      ]),
      toolButton({ key: `${key}/remove`, label: words.remove, icon: 'remove', onclick: () => editor.remove(words.sectionRemoved, section.columns.flatMap(({ controls }) => controls), () => removeSection(canvas, section)) })));
}

function labelled(text: string, field: HTMLSelectElement): HTMLElement {
  return element('label', { class: 'lsp-inline-label' }, text, field);
}

function layoutChoice(section: Section, key: string, editor: CanvasEditor): HTMLSelectElement {
  const current = layoutOf(section);
  const controls = section.columns.flatMap((column) => column.controls);
  const names = Object.keys(layouts) as LayoutName[];
  const field = element('select', { class: 'lsp-input', 'data-key': key },
    ...(current === undefined ? [element('option', { value: '', text: words.otherLayout, selected: true })] : []),
    ...names.map((name) => element('option', {
      value: name, text: words.layouts[name], selected: name === current, disabled: !layouts[name].every((factor) => controls.every((control) => mayStandIn({ factor }, control))),
    })));
  field.addEventListener('change', () => {
    const chosen = names.find((name) => name === field.value);
    if (chosen) editor.change(() => arrange(section, chosen));
  });
  return field;
}

function backgroundChoice(section: Section, key: string, editor: CanvasEditor): HTMLSelectElement {
  const field = element('select', { class: 'lsp-input', 'data-key': key }, ...words.backgrounds.map((name, emphasis) => element('option', { value: emphasis, text: name, selected: emphasis === section.emphasis })));
  field.addEventListener('change', () => editor.change(() => { section.emphasis = field.selectedIndex as Emphasis; }));
  return field;
}
