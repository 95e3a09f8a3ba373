import { addSection } from '../canvas/changeCanvas.ts';
import { controlsOf, type Canvas, type Column, type Control, type Section } from '../canvas/canvas.ts';
import type { CanvasEditor } from './edit/canvasEditor.ts';
import { controlTools, titleOf } from './edit/controlTools.ts';
import { sectionTools } from './edit/sectionTools.ts';
import { chooseWebPart } from './edit/toolbox.ts';
import { element, newId, setChildren } from './element.ts';
import { icon } from './icons.ts';
import { textElement } from './textElement.ts';
import type { WebPartHost } from './webPartHost.ts';
import { filled, words } from './words/words.ts';

/** What is drawn of a section, column or control: made once, and kept as long as it stands. */
interface Drawn { readonly element: HTMLElement; readonly tools: HTMLElement; readonly content: HTMLElement; readonly key: string }

/** Draws the canvas, and in edit mode the tools around what stands on it. */
export class CanvasView {
  readonly #place: HTMLElement;
  readonly #host: WebPartHost;
  readonly #drawn = new WeakMap<Section | Column | Control, Drawn>();

  constructor(place: HTMLElement, host: WebPartHost) {
    this.#place = place;
    this.#host = host;
  }

  /** `editor`: whoever carries out changes in edit mode; undefined to show the page as readers see it. */
  draw(canvas: Canvas, editor: CanvasEditor | undefined): void {
    const flow = canvas.sections.filter(({ vertical }) => !vertical).flatMap((section, at) => [...editor ? [adder(at, editor)] : [], this.#section(section, editor)]);
    const beside = canvas.sections.filter(({ vertical }) => vertical).map((section) => this.#section(section, editor));
    const isEmpty = controlsOf(canvas).length === 0 && !editor;
    setChildren(this.#place, [
      element('div', { class: 'lsp-canvas-empty' }, isEmpty ? element('p', { class: 'lsp-notice', text: words.empty }) : undefined),
      ...flow, ...editor ? [adder(canvas.sections.length, editor)] : [], ...beside,
    ]);
    this.#place.classList.toggle('lsp-has-vertical', beside.length > 0);
  }

  #section(section: Section, editor: CanvasEditor | undefined): HTMLElement {
    const drawn = this.#once(section, 'div');
    drawn.element.className = `lsp-section lsp-emphasis-${section.emphasis}${section.columns[0]?.factor === 0 ? ' lsp-full-width' : ''}${section.vertical ? ' lsp-vertical' : ''}`;
    drawn.content.className = 'lsp-columns';
    setChildren(drawn.tools, editor ? [sectionTools(section, drawn.key, editor)] : []);
    setChildren(drawn.content, section.columns.map((column, at) => this.#column(column, at, section, editor)));
    return drawn.element;
  }

  #column(column: Column, at: number, section: Section, editor: CanvasEditor | undefined): HTMLElement {
    const drawn = this.#once(column, 'div');
    drawn.element.className = `lsp-column lsp-factor-${column.factor}`;
    drawn.content.className = 'lsp-controls';
    setChildren(drawn.content, column.controls.map((control) => this.#control(control, section, editor)));
    setChildren(drawn.tools, editor ? [this.#webPartAdder(column, drawn.key, section.columns.length > 1 ? filled(`${words.addWebPart} (${words.column})`, at + 1) : words.addWebPart, editor)] : []);
    if (drawn.element.lastChild !== drawn.tools) drawn.element.append(drawn.tools);
    return drawn.element;
  }

  #control(control: Control, section: Section, editor: CanvasEditor | undefined): HTMLElement {
    const drawn = this.#once(control, 'div');
    drawn.element.className = 'lsp-control';
    drawn.element.hidden = control.kind === 'other' && !editor;
    setChildren(drawn.tools, editor ? [element('div', { class: 'lsp-control-bar' }, element('span', { class: 'lsp-control-title', text: titleOf(control) }), controlTools(control, editor))] : []);
    if (control.kind === 'webPart') setChildren(drawn.content, [this.#host.frameOf(control, section.emphasis)]);
    else if (!drawn.content.hasChildNodes()) drawn.content.append(control.kind === 'text' ? textElement(control.html) : element('p', { class: 'lsp-notice', text: words.keptPart }));
    return drawn.element;
  }

  #webPartAdder(column: Column, key: string, label: string, editor: CanvasEditor): HTMLElement {
    return element('button', { type: 'button', class: 'lsp-button lsp-add', 'data-key': `${key}/add`, onclick: () => {
      void chooseWebPart(column.factor === 0).then((control) => {
        if (control) editor.change(() => column.controls.push(control), `${control.instanceId}/properties`);
      });
    } }, icon('add'), label);
  }

  #once(of: Section | Column | Control, name: 'div'): Drawn {
    let drawn = this.#drawn.get(of);
    if (!drawn) {
      const [tools, content] = [element('div'), element('div')];
      drawn = { element: element(name, {}, tools, content), tools, content, key: newId() };
      this.#drawn.set(of, drawn);
    }
    return drawn;
  }
}

/** Between two sections: makes a new one there. */
function adder(at: number, editor: CanvasEditor): HTMLElement {
  return element('div', { class: 'lsp-add-section' }, element('button', {
    type: 'button', class: 'lsp-button lsp-add-section-button', 'data-key': `section/${at}`, onclick: () => editor.change(() => addSection(editor.canvas, at)),
  }, icon('add'), words.addSection));
}
