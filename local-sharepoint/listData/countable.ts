import { listViewThreshold } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import type { Condition } from '../query/condition.ts';
import { checkThreshold, thresholdOf } from '../query/threshold.ts';
import type { Session } from '../session.ts';

/** Groups and totals read every row that a view finds, whatever a page holds: refuses more than the threshold. */
export function demandCountable(list: ListSchema, session: Session, where: Condition | undefined): void {
  if (where === undefined && list.itemCount > thresholdOf(session)) throw listViewThreshold();
  checkThreshold(list, session, where, []);
}
