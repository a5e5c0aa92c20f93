// What is open on the desk's screen beside the desk's own state: the mode of the claim, the dialogs, what is folded. Pure.
import type { BulkScope } from '../desk/bulk-actions.ts';
import type { Conflict, Deciding } from '../desk/desk-state.ts';

export type OpenDialog =
  | { readonly name: 'help' | 'diff' | 'second' | 'adjudicate' | 'save-view' | 'outbox' }
  | { readonly name: 'bulk'; readonly scopes: readonly BulkScope[]; readonly deciding: Deciding }
  | { readonly name: 'conflict'; readonly conflict: Conflict };

/** `look`: read and decide. `edit`: change the claim. `reject`: give the reason. */
export type ClaimMode = 'look' | 'edit' | 'reject';

/** What is shown where the screen has no room for all three. */
export type Pane = 'queue' | 'story' | 'why';

export interface ScreenState {
  /** Of one item: another item is looked at first (see `modeFor`). */
  readonly mode: { readonly of: string; readonly is: ClaimMode } | null;
  readonly dialog: OpenDialog | null;
  readonly wholeStory: boolean;
  readonly whyOpen: boolean;
  readonly pane: Pane;
}

export const firstScreen: ScreenState = {
  mode: null,
  dialog: null,
  wholeStory: false,
  whyOpen: true,
  pane: 'story',
};

/** How the item on screen is looked at. */
export function modeFor({ mode }: ScreenState, itemId: string | null): ClaimMode {
  return mode !== null && mode.of === itemId ? mode.is : 'look';
}

export type Change = (changes: Partial<ScreenState>) => void;
