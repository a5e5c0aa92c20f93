// Operations of an editor's work: session, queue, items, decisions. Knows shapes alone, no HTTP.
import * as decisions from './decisions.ts';
import * as item from './item.ts';
import type { DeskOperation } from './operation.ts';
import * as queue from './queue.ts';
import * as session from './session.ts';
import * as team from './team.ts';
import { okSchema } from './words.ts';

export const workOperations = {
  get_session: {
    method: 'get',
    path: '/session',
    role: 'nobody',
    about: 'Who I am, what I may, my keys.',
    answer: session.sessionSchema,
  },
  sign_in: {
    method: 'post',
    path: '/session',
    role: 'nobody',
    about: 'Sign in with name and password (mode users). 401 for a wrong one, 429 after too many.',
    body: session.signInSchema,
    answer: session.sessionSchema,
  },
  sign_out: {
    method: 'delete',
    path: '/session',
    role: 'viewer',
    about: 'End this session and give its items back.',
    answer: okSchema,
  },
  set_preferences: {
    method: 'put',
    path: '/session/preferences',
    role: 'viewer',
    about: 'Keep my keys and theme.',
    body: session.preferencesSchema,
    answer: session.preferencesSchema,
  },
  set_own_password: {
    method: 'put',
    path: '/session/password',
    role: 'viewer',
    about: 'Change my password; my other sessions end.',
    body: team.ownPasswordSchema,
    answer: okSchema,
  },

  list_queue: {
    method: 'get',
    path: '/queue',
    role: 'viewer',
    about: 'One page of items in an order.',
    query: queue.queueQuerySchema,
    answer: queue.queueSchema,
  },
  count_queue: {
    method: 'get',
    path: '/queue/counts',
    role: 'viewer',
    about: 'How many, by what is shown and by kind; who holds what; what filters may say.',
    query: queue.filterSchema,
    answer: queue.countsSchema,
  },
  list_views: {
    method: 'get',
    path: '/views',
    role: 'viewer',
    about: 'Saved views: mine and shared ones.',
    answer: queue.viewSchema.array(),
  },
  save_view: {
    method: 'post',
    path: '/views',
    role: 'editor',
    about: 'Save a view; one of mine with this name is replaced.',
    body: queue.viewInputSchema,
    answer: queue.viewSchema,
  },
  delete_view: {
    method: 'delete',
    path: '/views/{id}',
    role: 'editor',
    about: 'Delete a view of mine.',
    answer: okSchema,
  },
  take_next: {
    method: 'post',
    path: '/next',
    role: 'editor',
    about: 'Lease the next free item of a queue and answer it whole.',
    body: queue.nextSchema,
    answer: decisions.nextItemSchema,
  },

  get_item: {
    method: 'get',
    path: '/items/{id}',
    role: 'viewer',
    about: 'One item with everything around it.',
    answer: item.itemSchema,
  },
  get_near_rules: {
    method: 'get',
    path: '/items/{id}/near-rules',
    role: 'viewer',
    about: 'Rules that came near at a stance’s words and did not fire, and why.',
    answer: item.nearRulesSchema,
  },
  lease_item: {
    method: 'post',
    path: '/items/{id}/lease',
    role: 'editor',
    about:
      'Take it for 10 minutes, or keep it for 10 more (heart-beat: once a minute). 409 while somebody else holds it.',
    answer: decisions.leasedSchema,
    conflict: decisions.heldSchema,
  },
  release_item: {
    method: 'delete',
    path: '/items/{id}/lease',
    role: 'editor',
    about: 'Give it back.',
    answer: okSchema,
  },
  decide_item: {
    method: 'post',
    path: '/items/{id}/decision',
    role: 'editor',
    about:
      'Accept, reject or edit. 409 with both versions when it changed since; 409 without `yours` while somebody else holds it.',
    body: decisions.decideSchema,
    answer: decisions.decidedSchema,
    conflict: decisions.conflictSchema,
  },
  adjudicate_item: {
    method: 'post',
    path: '/items/{id}/adjudication',
    role: 'editor',
    about: 'Settle two opinions that differ.',
    body: decisions.decideSchema,
    answer: decisions.decidedSchema,
    conflict: decisions.conflictSchema,
  },
  ask_second_opinion: {
    method: 'post',
    path: '/items/{id}/second-opinion',
    role: 'editor',
    about: 'Ask another person to judge it blind.',
    body: decisions.secondOpinionSchema,
    answer: item.itemSchema,
  },
  comment_item: {
    method: 'post',
    path: '/items/{id}/comments',
    role: 'editor',
    about: 'Say something about it.',
    body: decisions.commentSchema,
    answer: item.itemSchema,
  },
  decide_same: {
    method: 'post',
    path: '/items/{id}/same',
    role: 'editor',
    about:
      'Decide in the same way on pending items of other stories that say the same by the same rule. Without `selection` a trial.',
    body: decisions.sameAgainSchema,
    answer: decisions.bulkDoneSchema,
  },
  decide_bulk: {
    method: 'post',
    path: '/bulk',
    role: 'editor',
    about: 'One decision on all items of a filter, up to 500. Without `selection` a trial.',
    body: decisions.bulkSchema,
    answer: decisions.bulkDoneSchema,
  },
  undo: {
    method: 'post',
    path: '/undo',
    role: 'editor',
    about: 'Take back my last action that stands, whole; again for the one before it.',
    body: decisions.undoSchema,
    answer: decisions.undoneSchema,
  },
  print_item: {
    method: 'get',
    path: '/items/{id}/print',
    role: 'viewer',
    about: 'One claim for paper, with its provenance.',
    answer: item.printSchema,
  },
  diff_story: {
    method: 'get',
    path: '/stories/{id}/diff',
    role: 'viewer',
    about: 'What changed between two versions of a story.',
    query: item.diffQuerySchema,
    answer: item.diffSchema,
  },
} as const satisfies Readonly<Record<string, DeskOperation>>;
