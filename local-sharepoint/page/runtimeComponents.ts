/** Ids and versions that the SPFx runtime of this version asks for. Raising SPFx means looking at each; tests/local-page names them. */
export const runtimeVersion = '1.23.2';
/** sp-application-base: the loader hands it the root service scope. The page's own host is registered under its id. */
export const host = '4df9bb86-ab0a-4aab-ab5f-48bf167048fb';
export const propertyPane = 'f9e737b7-f0df-4597-ba8c-3060f82380db';
/** Contained in the loader assembly. */
export const pageContextLibrary = '1c4541f7-5c31-41aa-9fa8-fbc9dc14c0a8';
export const react = { id: '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d', version: '17.0.1' } as const;
export const reactDom = { id: 'aa0a46ec-1505-43cd-a44a-93f3a5aa460a', version: '17.0.1' } as const;
/** Asked for by sp-webpart-base and sp-component-base, and not published: the page has small ones of its own. */
export const notOnNpm = [
  { id: '6d3c733c-8cb7-4871-bb22-b5b37c1d518d', version: '0.6.0', name: 'sp-safehtml' },
  { id: '42647dee-1f75-4b9f-b521-5c844a6c35cc', version: '0.1.0', name: 'sp-edit-customer-promise' },
  { id: 'c49ba483-7614-4c5c-b9dd-11b45a5fa280', version: '0.1.2', name: 'sp-idle-web-task' },
] as const;
