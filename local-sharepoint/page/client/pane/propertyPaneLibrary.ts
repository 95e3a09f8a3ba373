/**
 * In the place of sp-property-pane, of which the real one needs bundles that are not published: the field functions are the real
 * package's own, the controller passes what web parts ask on to the page's pane.
 */
export * from './propertyPaneFields.ts';
export { ConfigurableOptionsController as _ConfigurableOptionsController, paneRequests } from './paneController.ts';
