import { controlsOf, type Canvas, type Control } from '../../canvas/canvas.ts';
import type { MessageBar } from '../messageBar.ts';
import type { WebPartHost } from '../webPartHost.ts';
import { words } from '../words/words.ts';
import { focusTool, keepingFocus } from './toolbar.ts';

interface Parts { readonly canvas: Canvas; readonly host: WebPartHost; readonly messages: MessageBar; draw(): void; openProperties(instanceId: string): void }

/** Changes the canvas on behalf of its tools: draws it again, keeps the focus, and knows whether anything is to be saved. */
export class CanvasEditor {
  readonly canvas: Canvas;
  readonly #parts: Parts;
  #changed = false;

  constructor(parts: Parts) {
    this.canvas = parts.canvas;
    this.#parts = parts;
  }

  get isChanged(): boolean {
    return this.#changed;
  }

  stored(): void {
    this.#changed = false;
  }

  openProperties(instanceId: string): void {
    this.#parts.openProperties(instanceId);
  }

  /** `focus`: the key of the tool to go to afterwards; otherwise the focus stays where it is. */
  change(change: () => void, focus?: string): void {
    change();
    this.#changed = true;
    keepingFocus(() => this.#parts.draw());
    if (focus !== undefined) focusTool(focus);
    // Its column may be wider or narrower now.
    for (const control of controlsOf(this.canvas)) this.#parts.host.resized(control.instanceId);
  }

  /** Takes something off the canvas, with a way back. `change` answers what puts it back. */
  remove(said: string, controls: readonly Control[], change: () => () => void): void {
    const { host, messages } = this.#parts;
    for (const control of controls) if (control.kind === 'webPart') host.end(control);
    let putBack = (): void => undefined;
    this.change(() => { putBack = change(); });
    messages.say(said, [{ label: words.undo, onclick: () => {
      this.change(putBack);
      messages.say(words.restored);
      const [first] = controls;
      if (first) focusTool(`${first.instanceId}/remove`);
    } }]);
    messages.focusAction();
  }
}
