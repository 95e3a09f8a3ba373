import JSDOMEnvironment from 'jest-environment-jsdom';

/** A browser's environment with the classes of `fetch`, which jsdom does not have. */
export default class FetchEnvironment extends JSDOMEnvironment {
  public async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { Headers, Request, Response, fetch: noNetwork });
  }
}

/** Tests give their own; none may reach a network. */
async function noNetwork(): Promise<never> {
  throw new Error('This test would have sent a request over the network.');
}
