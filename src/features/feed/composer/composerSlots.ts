import type * as React from 'react';
import type { Extras } from '../drafts';

/** What stands beside the text gets this to see and change what it added to the draft. */
export interface ComposerSlot {
  /** All that was added so far. It may come from a draft of long ago: parse it. */
  readonly extras: Extras;
  /** Adds JSON under a name, or takes it out with `undefined`. It is in the draft at once, and waits for nothing that is under way. */
  setExtra(name: string, value: unknown): void;
  /** While it is being sent: what is changed then would not go with it. */
  readonly locked: boolean;
  /** Where the links in the text lead, each once, in order. */
  readonly links: readonly string[];
  /** Takes the focus back to the text. */
  focusText(): void;
}

/** Whether what was added says something on its own (`enough`), may go with a text (`nothing`), or cannot be sent yet (`unfinished`). */
export type ExtrasState = 'nothing' | 'enough' | 'unfinished';

/** What other capabilities add to a composer: pictures, a poll, the preview of a link, the kind of post. */
export interface ComposerAdditions {
  /** What is there already, when something is changed rather than written. */
  readonly initialExtras?: Extras;
  /** Under the text. */
  renderUnder?(slot: ComposerSlot): React.ReactNode;
  /** In the row of actions, before the buttons that end writing. */
  renderButtons?(slot: ComposerSlot): React.ReactNode;
  /** Files that were pasted or dropped into the text. */
  onFiles?(files: readonly File[], slot: ComposerSlot): void;
  /** Without it nothing is sent without text. */
  stateOf?(extras: Extras): ExtrasState;
}
