import { globSync, readFileSync } from 'node:fs';

/** Every name that a segment of a path is compared with somewhere in the service: what is built tomorrow is asked tomorrow, too. */
export const segmentNames: readonly string[] = [...new Set(globSync('local-sharepoint/**/*.ts').sort()
  .filter((file) => /Resource|Child|Service|Endpoints|rooms|routing/i.test(file) && !file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:case |\.name === |, |\[)'([a-z$][a-z0-9._$]+)'/g)].map((match) => match[1] ?? '')))].sort();
