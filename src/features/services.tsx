import * as React from 'react';
import type { FeedRepository } from '../domain/feed/feedRepository';
import type { PeopleRepository } from '../domain/people/person';
import type { SetupRepository } from '../domain/setup/setupRepository';

/** What features get from the page they stand on. */
export interface Services {
  readonly feed: FeedRepository;
  readonly people: PeopleRepository;
  loadSetup(): Promise<SetupRepository>;
  /** Tells of waiting for a busy SharePoint: the seconds, or 0 when it is over. Answers how to stop listening. */
  onWaiting(listener: (seconds: number) => void): () => void;
  /** Names the site, for what is kept in the browser (drafts). */
  readonly siteKey: string;
}

const ServicesContext = React.createContext<Services | undefined>(undefined);
export const ServicesProvider = ServicesContext.Provider;

export function useServices(): Services {
  const services = React.useContext(ServicesContext);
  if (!services) throw new Error('There is no ServicesProvider above this component.');
  return services;
}
