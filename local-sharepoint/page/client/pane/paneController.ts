import type { LoadedWebPart } from '../spfx.ts';

export interface PaneRequest { readonly instanceId: string; readonly action: string }

/** Who listens to what web parts ask of the pane; the page sets it. `openFor`: the web part that the pane is open for. */
export const paneRequests: { onRequest: (request: PaneRequest) => void; openFor: string | undefined } = { onRequest: () => undefined, openFor: undefined };

/** What the web part manager calls (`_ConfigurableOptionsController` of sp-property-pane). */
export class ConfigurableOptionsController {
  readonly #webParts = new Map<string, LoadedWebPart>();

  registerConsumer(instanceId: string, webPart: LoadedWebPart): void {
    this.#webParts.set(instanceId, webPart);
  }

  isConsumerRegistered(instanceId: string): boolean {
    return this.#webParts.has(instanceId);
  }

  onConsumerDelete(instanceId: string): void {
    this.#webParts.delete(instanceId);
    if (paneRequests.openFor === instanceId) paneRequests.onRequest({ instanceId, action: 'Close' });
  }

  requestAction(instanceId: string, action = 'Default'): void {
    paneRequests.onRequest({ instanceId, action });
  }

  isOpen(instanceId?: string): boolean {
    return paneRequests.openFor !== undefined && (instanceId === undefined || paneRequests.openFor === instanceId);
  }

  /** Whether a web part opened the pane itself; here it makes no difference. */
  isRenderedByConsumer(): boolean {
    return false;
  }

  isContentPanelOpen(): boolean {
    return false;
  }
}
