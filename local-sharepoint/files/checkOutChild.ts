import { argument, voidAnswer, wholeNumber } from '../routing/arguments.ts';
import { wrongArgument } from '../model/refusals.ts';
import type { PathSegment, Resource } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { checkIn, CheckinType, checkOut, publish, undoCheckOut, unpublish } from './checkOut.ts';
import type { Placed } from './place.ts';

/** The methods of a file that check it out and in, and make its drafts known. Recorded: each answers without a result. */
export function checkOutChild(file: Placed, segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'checkout': return called(segment, (session) => { checkOut(file, session); });
    case 'checkin': return called(segment, (session) => { checkIn(file, comment(segment), typeOf(segment), session); });
    case 'undocheckout': return called(segment, (session) => { undoCheckOut(file, session); });
    case 'publish': return called(segment, (session) => { publish(file, comment(segment), session); });
    case 'unpublish': return called(segment, (session) => { unpublish(file, comment(segment), session); });
    default: return undefined;
  }
}

function called(segment: PathSegment, work: (session: Session) => void): Resource {
  return { post: ({ session }) => { work(session); return voidAnswer(segment); } };
}

function comment(segment: PathSegment): string {
  return String(argument(segment, 'comment', 0) ?? '');
}

function typeOf(segment: PathSegment): number {
  const type = wholeNumber(argument(segment, 'checkintype', 1) ?? CheckinType.Minor);
  if (type === undefined) throw wrongArgument();
  return type;
}
