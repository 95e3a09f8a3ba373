import type { SetupPart } from '../../domain/setup/setupRepository';
import type { Strings } from '../../ui/words/strings';
import { fill } from '../../ui/words/words';

/** What a part of the set-up is, in words. */
export function nameOf(part: SetupPart, strings: Strings): string {
  const name = part.subject === 'permission' ? { items: strings.check.itemSecurity, own: strings.check.ownPermissions }[part.name] ?? part.name : part.name;
  return `${strings.check.subjects[part.subject]} ${name}`.trim();
}

/** How it is, or what to do about it. */
export function stateOf({ problem, repairable }: SetupPart, strings: Strings): string {
  if (!problem) return strings.check.fine;
  return repairable ? strings.check.problem[problem] : fill(strings.check.forAdministrator, { what: strings.check.problem[problem] });
}
