// What the columns of the review desk's tables mean. Knows meanings, no types.
import type { FieldDescription } from './fields.ts';

const at = 'When.';

export const deskFields: Readonly<Record<string, FieldDescription>> = {
  desk_user: {
    about: 'Somebody who may sign in at the review desk. Empty where one editor comes in by a one-time address.',
    columns: {
      id: 'Hash of name and time of making.',
      name: 'Name under which decisions are kept.',
      name_key: 'The name without case and white space: no two users have the same.',
      role: 'viewer, editor or admin; each may do all that those before it may.',
      password_hash: 'Argon2id hash with its salt and cost.',
      disabled_at: 'Since when he or she may no longer sign in; null while he or she may.',
      created_at: 'When the user was added.',
      last_seen_at: 'When he or she last signed in; null before the first time.',
    },
  },
  desk_session: {
    about: 'An open session of a user. The secret in its cookie is kept nowhere.',
    columns: {
      id: 'SHA-256 of the session’s secret.',
      user_id: 'Whose it is.',
      created_at: 'When he or she signed in.',
      seen_at: 'When it was last used, to the minute.',
    },
  },
  desk_refusal: {
    about:
      'Sign-ins in a row that failed, so that guessing is slowed down. Working memory; a good sign-in deletes the row.',
    columns: {
      subject: 'SHA-256 of the name or of the address that was tried.',
      refusals: 'How many in a row.',
      last_at: 'When the last one was.',
    },
  },
  desk_preference: {
    about: 'An editor’s keys and theme.',
    columns: { editor: 'Whose they are.', preferences: 'JSON object.' },
  },
  desk_view: {
    about: 'A saved view of the queue.',
    columns: {
      id: 'Hash of owner and name.',
      owner: 'Who saved it.',
      name: 'What it is called.',
      filter: 'JSON object: what the queue is narrowed to.',
      order_by: 'uncertainty, impact or date.',
      shared: '1: everybody sees it.',
      created_at: 'When it was last saved.',
    },
  },
  desk_lease: {
    about:
      'Who is at which item, so that no two work on one. Working memory; a lease that has run out counts for nothing.',
    columns: {
      finding_id: 'The item.',
      editor: 'Who has it.',
      session_id: 'In which session: two sessions of one person are two holders.',
      taken_at: 'Since when.',
      leased_until: 'Until when, unless a heart-beat comes.',
    },
  },
  desk_action: {
    about: 'The audit log: everything that a person did at the desk, once. Append-only.',
    columns: {
      id: 'Hash of editor and the key that the browser chose: the same request sent twice is one action.',
      position: 'Place among all actions, from 0.',
      editor: 'Who did it.',
      kind: 'decide, bulk, same, adjudicate, second-opinion, comment, undo, sign-in, sign-in-refused, sign-out, user-added, user-changed, official.',
      about: 'The same in words.',
      finding_id: 'The item, when it is one.',
      items: 'How many items it decided on.',
      undoes: 'Action that it takes back; null unless undo.',
      request_hash: 'Hash of what was asked: another request under the same key is refused.',
      answer: 'JSON object: what was answered, to be answered again.',
      at,
    },
  },
  desk_comment: {
    about: 'What somebody said about an item. Append-only.',
    columns: {
      id: 'Hash of the action that wrote it.',
      finding_id: 'The item.',
      editor: 'Who said it.',
      text: 'The words.',
      at,
    },
  },
  double_review: {
    about: 'Items that two people judge without seeing each other’s judgement.',
    columns: {
      finding_id: 'The item.',
      why: 'sample (chosen by the hash of its id) or asked.',
      asked_by: 'Who asked for a second opinion; null for the sample.',
      state: 'open, disputed (two opinions differ), agreed, settled (a dispute was decided).',
      asked_at: 'Since when.',
      settled_at: 'When it was agreed or settled; null before.',
    },
  },
  opinion: {
    about:
      'One of the judgements of a double review. It becomes a decision when two agree, or when a dispute is settled.',
    columns: {
      id: 'Hash of the action and the item.',
      finding_id: 'The item.',
      editor: 'Whose it is.',
      verdict: 'accept, reject or edit.',
      patch: 'JSON object: fields that are to be different; null unless edit.',
      reason: 'The editor’s words; null when none were given.',
      seen_value_hash: 'Hash of the judged fields of what the machine said.',
      action_id: 'Action by which it was given.',
      at,
      withdrawn_at: 'When it was taken back; null while it stands.',
    },
  },
};
