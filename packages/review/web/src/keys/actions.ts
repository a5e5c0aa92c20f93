// THE list of what an editor can do by key: the key it has at first, and its words in the help. Knows no page.

/** `where`: in which part of the help it stands. */
interface ActionWords {
  readonly key: string;
  readonly does: string;
  readonly where: 'Decide' | 'Claim' | 'Move' | 'Look' | 'Team' | 'Desk';
}

export const actions = {
  accept: { key: 'a', does: 'accept, and go on', where: 'Decide' },
  reject: { key: 'x', does: 'reject; then 1 to 6 gives the reason', where: 'Decide' },
  edit: { key: 'e', does: 'edit the claim', where: 'Decide' },
  skip: { key: 's', does: 'skip for now', where: 'Decide' },
  undo: { key: 'u', does: 'undo your last decision', where: 'Decide' },
  bulk: { key: 'b', does: 'decide all that are like this', where: 'Decide' },
  sameAgain: { key: 'A', does: 'same again: your last verdict on all like this', where: 'Decide' },
  startLeft: { key: '[', does: 'mark from one word earlier', where: 'Claim' },
  startRight: { key: '{', does: 'mark from one word later', where: 'Claim' },
  endRight: { key: ']', does: 'mark to one word later', where: 'Claim' },
  endLeft: { key: '}', does: 'mark to one word earlier', where: 'Claim' },
  next: { key: 'j', does: 'next item', where: 'Move' },
  previous: { key: 'k', does: 'previous item', where: 'Move' },
  filter: { key: '/', does: 'search and filter the queue', where: 'Move' },
  wholeStory: { key: 'v', does: 'whole story or the passage alone', where: 'Look' },
  why: { key: 'w', does: 'show or hide why', where: 'Look' },
  diff: { key: 'd', does: 'what changed between versions', where: 'Look' },
  print: { key: 'p', does: 'this claim with its provenance, for print', where: 'Look' },
  comment: { key: 'c', does: 'write a comment', where: 'Team' },
  secondOpinion: { key: 'f', does: 'ask for a second opinion', where: 'Team' },
  adjudicate: { key: 'g', does: 'settle two editors’ disagreement', where: 'Team' },
  help: { key: '?', does: 'show or hide the keys', where: 'Desk' },
} as const satisfies Readonly<Record<string, ActionWords>>;

export type Action = keyof typeof actions;
export const actionNames = Object.keys(actions) as readonly Action[];

/** Keys that are not to be chosen: browsers, screen readers and forms need them, and digits pick candidates and reasons. */
export const fixedKeys: readonly { readonly key: string; readonly does: string }[] = [
  { key: 'Enter', does: 'save an edit and go on; open the item' },
  { key: 'Tab', does: 'next field' },
  { key: '1–9', does: 'pick a candidate of the field; a reason after x' },
  { key: 'Esc', does: 'close, or leave the edit' },
];
