import type { LoadedWebPart } from '../spfx.ts';
import { PaneFields } from './paneFields.ts';

/** After so long without a change, the web part is told that its configuration is complete (SPFx's own time, in milliseconds). */
const configurationCompleteAfter = 5000;

/** One web part's turn with the pane: what was changed, and what the web part is told of it. */
export class OpenPane {
  readonly instanceId: string;
  readonly webPart: LoadedWebPart;
  /** Where the focus goes back to. */
  readonly openedFrom: Element | null;
  readonly fields: PaneFields;
  page = 0;
  /** Whether changes are taken at once, or wait for "Apply". */
  isReactive = true;
  readonly #invalid = new Set<string>();
  readonly #changed: () => void;
  #isChanged = false;
  #completing: ReturnType<typeof setTimeout> | undefined;

  /** `changed`: the pane is to be drawn again, for any value may change which fields there are. */
  constructor(instanceId: string, webPart: LoadedWebPart, openedFrom: Element | null, changed: () => void) {
    this.instanceId = instanceId;
    this.webPart = webPart;
    this.openedFrom = openedFrom;
    this.#changed = changed;
    this.fields = new PaneFields({ change: (target, value, type) => this.#change(target, value, type), setValid: (key, isValid) => this.#setValid(key, isValid) });
    webPart._onPropertyPaneLifeCycleEvent('ConfigurationStart');
  }

  #change(target: string, value: unknown, type: number): void {
    if (this.webPart._onPropertyPaneFieldChanged(target, value, type)) this.#isChanged = true;
    clearTimeout(this.#completing);
    // What waits for "Apply" is not complete.
    this.#completing = setTimeout(() => { if (this.isReactive) this.webPart._onPropertyPaneLifeCycleEvent('ConfigurationComplete'); }, configurationCompleteAfter);
    this.#changed();
  }

  #setValid(key: string, isValid: boolean): void {
    if (isValid === !this.#invalid.has(key)) return;
    if (isValid) this.#invalid.delete(key);
    else this.#invalid.add(key);
    this.#changed();
  }

  /** There is something to apply, and all of it may be used. */
  get mayApply(): boolean {
    return this.#isChanged && this.#invalid.size === 0;
  }

  apply(): void {
    this.#isChanged = false;
    this.webPart._onPropertyPaneLifeCycleEvent('ApplyClicked');
    this.webPart._onPropertyPaneLifeCycleEvent('ConfigurationComplete');
  }

  /** What was not applied is forgotten; SPFx sees to that. */
  end(): void {
    this.fields.dispose();
    clearTimeout(this.#completing);
    this.webPart._onPropertyPaneLifeCycleEvent('ConfigurationComplete');
  }
}
