/** Ids and versions that the SPFx runtime of this version asks for. Raising SPFx means looking at each; docs/local-page.md says what for, tests/local-page names them. */
export const runtimeVersion = '1.23.2';

export interface RuntimeComponent { readonly id: string; readonly version: string; readonly name: string }

/** sp-application-base: the loader hands it the root service scope. The page's own host is registered under its id. */
export const host = '4df9bb86-ab0a-4aab-ab5f-48bf167048fb';
export const propertyPane = 'f9e737b7-f0df-4597-ba8c-3060f82380db';
export const react: RuntimeComponent = { id: '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d', version: '17.0.1', name: 'react' };
export const reactDom: RuntimeComponent = { id: 'aa0a46ec-1505-43cd-a44a-93f3a5aa460a', version: '17.0.1', name: 'react-dom' };

/** Loaded by sp-http-msgraph for whoever asks for Microsoft Graph. */
export const graphClient: RuntimeComponent = { id: '32b9363b-09ff-4959-929a-cab2663fb223', version: '3.0.2', name: 'microsoft-graph-client' };

const loadThemedStyles: RuntimeComponent = { id: '229b8d08-79f3-438b-8c21-4613fc877abd', version: '0.1.2', name: 'load-themed-styles' };

/** Contained in the loader assembly and without a manifest on npm: registered, so that the assembly's own are used; their scripts are never fetched. */
export const contained: readonly RuntimeComponent[] = [
  { id: '01c4df03-e775-48cb-aa14-171ee5199a15', version: '2.3.1', name: 'tslib' },
  loadThemedStyles,
  { id: '2e09fb9b-13bb-48f2-859f-97d6fff71176', version: '1.5.82', name: 'odsp-core-bundle' },
  { id: '8217e442-8ed3-41fd-957d-b112e841286a', version: '0.35.145', name: 'sp-telemetry' },
];

/** Asked for by sp-webpart-base and sp-component-base, and not published: the page has small ones of its own. */
export const notOnNpm: readonly RuntimeComponent[] = [
  { id: '6d3c733c-8cb7-4871-bb22-b5b37c1d518d', version: '0.6.0', name: 'sp-safehtml' },
  { id: '42647dee-1f75-4b9f-b521-5c844a6c35cc', version: '0.1.0', name: 'sp-edit-customer-promise' },
  { id: 'c49ba483-7614-4c5c-b9dd-11b45a5fa280', version: '0.1.2', name: 'sp-idle-web-task' },
];

/** What the page's host asks of the runtime, by the names it imports. */
export const hostNeeds: Readonly<Record<string, { readonly id: string; readonly version: string }>> = {
  '@microsoft/sp-core-library': { id: '7263c7d0-1d6a-45ec-8d85-d4d1d234171b', version: runtimeVersion },
  '@microsoft/sp-loader': { id: '1c6c9123-7aac-41f3-a376-3caea41ed83f', version: runtimeVersion },
  '@microsoft/sp-page-context': { id: '1c4541f7-5c31-41aa-9fa8-fbc9dc14c0a8', version: runtimeVersion },
  '@microsoft/sp-webpart-base': { id: '974a7777-0990-4136-8fa6-95d80114c2e0', version: runtimeVersion },
  '@microsoft/sp-component-base': { id: '467dc675-7cc5-4709-8aac-78e3b71bd2f6', version: runtimeVersion },
  '@microsoft/sp-property-pane': { id: propertyPane, version: runtimeVersion },
  '@microsoft/load-themed-styles': { id: loadThemedStyles.id, version: loadThemedStyles.version },
};
