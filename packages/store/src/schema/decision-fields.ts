// What the columns of decisions mean, for the data dictionary. Knows meanings, no types.

export const decisionFields = {
  decision: {
    about: 'An editor’s word on a finding. Append-only: the database refuses to change or delete a row.',
    columns: {
      id: 'Hash of its content and place.',
      finding_id: 'Finding that it is about.',
      position: 'Place among the finding’s decisions, from 0; of those that were not taken back the last one counts.',
      editor: 'Who decided.',
      verdict: 'accept, reject, edit, or undo (an earlier decision was taken back).',
      patch:
        'JSON object: fields that the editor changed, and start, end and text of other evidence; null unless edit.',
      reason: 'The editor’s words; null when none were given.',
      version_id: 'Story version that the editor saw.',
      seen_value: 'JSON: what the machine said at that time.',
      seen_value_hash: 'Hash of the judged fields of that.',
      decided_at: 'When.',
      undoes: 'Decision that it takes back; null unless undo.',
      action_id: 'What the editor did at the desk (desk_action); null for decisions of programs.',
    },
  },
};
