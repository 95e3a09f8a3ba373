/** The component that sp-http-msgraph loads; npm has it without a bundle of its own. */
export * from '@microsoft/microsoft-graph-client';
