import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { minorOf, uiVersion } from '../versions/versionNumber.ts';

/** SP.FileLevel: 1 published, 2 a draft, 255 checked out by who asks (recorded); everybody else is shown what was there before. */
export function levelOf(row: ItemRow, { user }: Pick<Session, 'user'>): 1 | 2 | 255 {
  if (row['CheckoutUser'] === user.id) return 255;
  return minorOf(uiVersion(row)) === 0 ? 1 : 2;
}

/** Who has a file checked out. */
export function checkedOutBy(row: ItemRow): number | undefined {
  const user = row['CheckoutUser'];
  return typeof user === 'number' ? user : undefined;
}
