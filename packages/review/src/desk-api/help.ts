// The desk's words for people: keys, orders, statuses, reasons. Knows words alone.

import type { DeskAnswer } from './contract.ts';
import { rejectReasons } from './reject-reasons.ts';

type Help = DeskAnswer<'get_help'>;

const key = (
  action: string,
  usual: string,
  group: Help['keys'][number]['group'],
  does: string,
): Help['keys'][number] => ({
  action,
  key: usual,
  group,
  does,
});

/** Usual keys by action, in the order of help. */
const keys: Help['keys'] = [
  key('accept', 'a', 'decide', 'accept'),
  key('reject', 'x', 'decide', 'reject; then 1 to 6 for the reason'),
  key('edit', 'e', 'decide', 'edit the claim'),
  key('save_next', 'Enter', 'decide', 'save and go to the next'),
  key('skip', 's', 'decide', 'skip'),
  key('undo', 'u', 'decide', 'take back the last action, as far back as you like'),
  key('bulk', 'b', 'decide', 'decide on everything in this view, after a trial'),
  key('same_again', 'Shift+A', 'decide', 'the same again in other stories'),
  key('next', 'j', 'move', 'next item'),
  key('previous', 'k', 'move', 'previous item'),
  key('next_field', 'Tab', 'move', 'next field'),
  key('candidate', '1–9', 'move', 'choose a candidate'),
  key('bound_left', '[', 'move', 'move the beginning of the marked words'),
  key('bound_right', ']', 'move', 'move the end of the marked words'),
  key('filter', '/', 'move', 'filter the queue'),
  key('whole_story', 'v', 'look', 'whole story'),
  key('why', 'w', 'look', 'why the machine says so'),
  key('diff', 'd', 'look', 'what changed between versions'),
  key('help', '?', 'look', 'this help'),
  key('comment', 'c', 'team', 'comment'),
  key('second_opinion', 'f', 'team', 'ask for a second opinion'),
  key('adjudicate', 'g', 'team', 'settle two opinions that differ'),
];

export const help: Help = {
  keys,
  orders: [
    { order: 'uncertainty', means: 'least sure first: nearest to even odds; what nobody measured stands between' },
    {
      order: 'impact',
      means:
        'first what a person decided on and the machine now disputes, then stances, quotes, officials, cities; newest first',
    },
    { order: 'date', means: 'found last first' },
  ],
  statuses: [
    { status: 'pending', means: 'no person has decided on it' },
    { status: 'accepted', means: 'a person accepted it as it is' },
    { status: 'edited', means: 'a person accepted it with a correction' },
    { status: 'rejected', means: 'a person rejected it' },
    { status: 'superseded', means: 'the machine no longer finds it, and no person decided on it' },
  ],
  reasons: Object.fromEntries(Object.entries(rejectReasons).map(([kind, reasons]) => [kind, [...reasons]])),
};

/** What an editor has until something else is chosen. */
export const usualPreferences: DeskAnswer<'set_preferences'> = { keys: {}, single_keys: true, theme: 'system' };
