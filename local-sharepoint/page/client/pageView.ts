import DOMPurify from 'dompurify';
import { layouts, type Canvas, type Column, type Control, type Emphasis, type Section } from '../canvas/canvas.ts';
import { element } from './element.ts';
import { chooseWebPart, localised } from './toolbox.ts';
import type { WebPartHost } from './webPartHost.ts';
import { words } from './words.ts';

/** Draws the canvas, and in edit mode the tools around what stands on it. */
export class PageView {
  readonly #place: HTMLElement;
  readonly #host: WebPartHost;
  readonly #openProperties: (instanceId: string) => void;
  canvas: Canvas;

  constructor(place: HTMLElement, canvas: Canvas, host: WebPartHost, openProperties: (instanceId: string) => void) {
    this.#place = place;
    this.canvas = canvas;
    this.#host = host;
    this.#openProperties = openProperties;
  }

  draw(): void {
    const { sections } = this.canvas;
    this.#place.replaceChildren(...sections.map((section) => this.#section(section)), ...(this.#host.editing
      ? [element('button', { type: 'button', class: 'add-section', text: words.addSection, onclick: () => this.#change(() => sections.push({ emphasis: 0, columns: [{ factor: 12, controls: [] }] })) })] : []));
    if (sections.every(({ columns }) => columns.every(({ controls }) => controls.length === 0)) && !this.#host.editing) this.#place.append(element('p', { class: 'notice', text: words.empty }));
  }

  #section(section: Section): HTMLElement {
    return element('section', { class: `section emphasis-${section.emphasis}${section.columns[0]?.factor === 0 ? ' full-width' : ''}` }, this.#host.editing ? this.#sectionTools(section) : undefined,
      element('div', { class: 'columns' }, ...section.columns.map((column) => element('div', { class: `column factor-${column.factor}` },
        ...column.controls.map((control) => this.#control(control, column, section)), this.#host.editing ? this.#adder(column) : undefined))));
  }

  #control(control: Control, column: Column, section: Section): HTMLElement {
    const content = control.kind === 'webPart' ? this.#host.place(control, section.emphasis) : text(control.html);
    return element('div', { class: 'control' }, this.#host.editing ? this.#controlTools(control, column, section) : undefined, content);
  }

  #controlTools(control: Control, column: Column, section: Section): HTMLElement {
    const at = column.controls.indexOf(control);
    const move = (to: number): void => this.#change(() => {
      column.controls.splice(at, 1);
      column.controls.splice(to, 0, control);
    });
    const other = section.columns[(section.columns.indexOf(column) + 1) % section.columns.length];
    const title = control.kind === 'webPart' ? control.data.title : 'Text';
    return element('div', { class: 'tools', role: 'toolbar', 'aria-label': title },
      ...(control.kind === 'webPart' ? [tool(words.properties, '✎', () => this.#openProperties(control.instanceId))] : []),
      tool(words.moveUp, '↑', () => move(at - 1), at === 0), tool(words.moveDown, '↓', () => move(at + 1), at === column.controls.length - 1),
      ...(other && other !== column ? [tool(words.column, '⇄', () => this.#change(() => {
        column.controls.splice(at, 1);
        other.controls.push(control);
      }))] : []),
      tool(words.remove, '✕', () => this.#change(() => {
        column.controls.splice(at, 1);
        if (control.kind === 'webPart') this.#host.remove(control.instanceId);
      })));
  }

  #sectionTools(section: Section): HTMLElement {
    const { sections } = this.canvas;
    const at = sections.indexOf(section);
    const layout = element('select', {}, ...Object.entries(layouts).map(([name, factors]) => element('option', {
      value: name, text: words.layouts[name as keyof typeof words.layouts], selected: factors.join() === section.columns.map(({ factor }) => factor).join(),
    })));
    layout.addEventListener('change', () => this.#change(() => { section.columns = arranged(section, layouts[layout.value] ?? [12]); }));
    const background = element('select', {}, ...words.backgrounds.map((name, emphasis) => element('option', { value: emphasis, text: name, selected: emphasis === section.emphasis })));
    background.addEventListener('change', () => this.#change(() => { section.emphasis = Number(background.value) as Emphasis; }));
    const move = (to: number): void => this.#change(() => {
      sections.splice(at, 1);
      sections.splice(to, 0, section);
    });
    return element('div', { class: 'tools section-tools', role: 'toolbar', 'aria-label': `${words.section} ${at + 1}` },
      element('label', {}, words.layout, layout), element('label', {}, words.background, background),
      tool(words.moveUp, '↑', () => move(at - 1), at === 0), tool(words.moveDown, '↓', () => move(at + 1), at === sections.length - 1),
      tool(words.remove, '✕', () => this.#change(() => {
        sections.splice(at, 1);
        for (const control of section.columns.flatMap(({ controls }) => controls)) if (control.kind === 'webPart') this.#host.remove(control.instanceId);
      })));
  }

  #adder(column: Column): HTMLElement {
    return element('button', { type: 'button', class: 'add', text: `+ ${words.addWebPart}`, onclick: () => {
      void chooseWebPart().then((manifest) => {
        if (!manifest) return;
        const instanceId = crypto.randomUUID();
        const entry = manifest.preconfiguredEntries?.[0];
        const data = { id: manifest.id, instanceId, title: localised(entry?.title), description: localised(entry?.description), dataVersion: '1.0', properties: { ...entry?.properties } };
        this.#change(() => column.controls.push({ kind: 'webPart', instanceId, data }));
      });
    } });
  }

  #change(change: () => void): void {
    change();
    this.draw();
  }
}

/** The same controls in other columns; those of columns that go move to the last one. */
function arranged(section: Section, factors: readonly number[]): Column[] {
  const columns = factors.map((factor, at): Column => ({ factor, controls: [...section.columns[at]?.controls ?? []] }));
  columns[columns.length - 1]?.controls.push(...section.columns.slice(factors.length).flatMap(({ controls }) => controls));
  return columns;
}

function text(html: string): HTMLElement {
  const place = element('div', { class: 'text' });
  place.innerHTML = DOMPurify.sanitize(html);
  return place;
}

function tool(label: string, sign: string, onclick: () => void, disabled = false): HTMLElement {
  return element('button', { type: 'button', 'aria-label': label, title: label, text: sign, disabled, onclick });
}
