/** In the place of `@msinternal/sp-edit-customer-promise`, which is not published: it reports failures to Microsoft; here they go to the console. */
export function _logFailuresForEditCustomerPromise(details: unknown): void {
  console.warn('A web part failed:', details);
}

export const _EditModeCustomerPromiseHandler = { serviceKey: undefined };
