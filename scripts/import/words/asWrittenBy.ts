import type { Author } from '../stages/people.ts';
import { escape } from './escape.ts';

/** Says who wrote a text when the site cannot say it. */
export function asWrittenBy({ name, onSite }: Author, html: string): string {
  return onSite ? html : `<p><strong>${escape(name)}</strong>:</p>${html}`;
}
