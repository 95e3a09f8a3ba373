import { CannotImport } from './cannotImport.ts';
import type { Product } from './product.ts';

/** What stopped the import, in words that say what to do. A mistake in the import's own code stays as it is. */
export function inPlainWords(product: Product, siteUrl: string, error: unknown): Error {
  if (error instanceof CannotImport) return error;
  const isMistake = error instanceof Error && !('reason' in error) && product.refusalOf(error) === undefined;
  if (isMistake) return error;
  const { reason, detail } = product.refused(error);
  switch (reason) {
    case 'offline': return new CannotImport(`${siteUrl} does not answer any more (${detail}). Run the same command again when it does: it goes on where it stopped.`);
    case 'throttled': return new CannotImport(`SharePoint stays busy (${detail}). Run the same command again later: it goes on where it stopped.`);
    case 'notAllowed': return new CannotImport(`You may not import to ${siteUrl} (${detail}). The import needs the rights of a site owner.`);
    default: return new CannotImport(`SharePoint answered: ${detail} (${reason}). What was imported so far stays; the same command goes on from there.`);
  }
}
