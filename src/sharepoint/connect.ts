import type { FeedRepository } from '../domain/feed/feedRepository';
import type { PeopleRepository } from '../domain/people/person';
import type { SetupRepository } from '../domain/setup/setupRepository';
import { Client } from './connection/client';
import type { Site } from './connection/site';
import { SharePointFeed } from './feed/sharePointFeed';
import { SharePointPeople } from './people/sharePointPeople';

/** What the product keeps on a site, and how to reach it. */
export interface Repositories {
  readonly feed: FeedRepository;
  readonly people: PeopleRepository;
  /** Set-up is only for owners: it comes when it is asked for. */
  loadSetup(): Promise<SetupRepository>;
}

/** Connects to a site; nothing is sent yet. */
export function connect(site: Site): Repositories {
  const client = new Client(site);
  return {
    feed: new SharePointFeed(client), people: new SharePointPeople(client),
    loadSetup: async () => {
      const { SharePointSetup } = await import(/* webpackChunkName: 'set-up' */ './setup/sharePointSetup');
      return new SharePointSetup(client);
    },
  };
}

export type { Site } from './connection/site';
