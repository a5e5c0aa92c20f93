// The data dictionary of officials: mentions, the record across stories, decisions about who is who, rosters.
// Knows meanings, no types; fields.ts puts them into the document.
import type { FieldDescription } from './fields.ts';

/** The tables of officials, in the order in which docs/FIELDS.md tells them. */
export const officialFields: Readonly<Record<string, FieldDescription>> = {
  official: {
    about:
      'A person in an office: one row for the same full name, role and jurisdiction in all stories. Nothing else is put together by the machine; a person may merge and split.',
    columns: {
      id: 'Hash of normalised full name, role and jurisdiction (its division id, else its name); for scope story of the finding, for scope split of the decision.',
      scope:
        'office: full name, role and jurisdiction are known, all stories share the row. story: one of them is unknown (surname or office alone, no jurisdiction), so the row belongs to one finding. split: made by a person’s decision.',
      name: 'Full name, as most stories write it; null when stories name the office alone.',
      name_key: 'The name for comparing: without case, accents and full stops.',
      short_name_key: 'First and last name for comparing, without middle names, initials and Jr.; null without both.',
      surname_key: 'Last name for comparing.',
      role: 'Role from the controlled list.',
      title: 'Title that most stories write.',
      organization: 'Body that he or she serves, as most stories write it.',
      jurisdiction: 'Place that the office governs, as “Phoenix, AZ”.',
      jurisdiction_id: 'Open Civic Data division id of that place; null when it is unknown or has none.',
      findings:
        'Standing findings (one for each story) that name him or her; for a canonical row with those merged into it.',
      first_seen: 'Date of the first story of them (YYYY-MM-DD); null when there is none.',
      last_seen: 'Date of the last one.',
      canonical_official_id:
        'The row that stands for the person after all decisions; its own id unless a person merged it into another. Derived from official_decision.',
      roster_entry_id: 'Entry of a roster that a person linked; null when nobody did. Derived from official_decision.',
    },
  },
  official_mention: {
    about: 'One passage that names an official, with the office as that story words it.',
    columns: {
      id: 'Hash of finding, version and span.',
      finding_id: 'Finding (one for each official of a story) that it belongs to.',
      story_id: 'Story that it belongs to.',
      version_id: 'Story version whose text the offsets point into.',
      official_id:
        'The official, after splits and before merges: canonical_official_id of that row stands for the person.',
      kind: 'full, surname, office or pronoun.',
      start: 'First character of the passage: UTF-16 code units from the beginning of the version’s text, from 0.',
      end: 'One past the last character (half-open).',
      text: 'The passage, exactly: the version’s text from start to end.',
      name: 'Fullest name in this story; null when it names the office alone.',
      title: 'Title as written in this story.',
      organization: 'Body as this story has it.',
      jurisdiction: 'Place that the office governs, as this story has it.',
      tenure: 'What the title says of the time: current, former, acting (interim too) or elect.',
      seen_on: 'Date of the story (YYYY-MM-DD): as published, else as its feed says, else when it was discovered.',
    },
  },
  official_tally: {
    about:
      'How often each wording and date occurs with an official in standing findings: what the row of the official shows follows from it.',
    columns: {
      official_id: 'The official, after splits and before merges.',
      aspect: 'name, title, organization, jurisdiction or day.',
      value: 'The wording, or the date of the story.',
      findings: 'Findings with it; never 0.',
    },
  },
  official_split: {
    about: 'Which official stands in a story instead of another one. Derived from official_decision.',
    columns: {
      official_id:
        'The official that the description alone would give, or the row that a finding of the story would have for itself.',
      story_id: 'The story.',
      to_official_id: 'The official that a person’s decision gives; may be split again.',
    },
  },
  official_decision: {
    about:
      'A person’s word on who is who. Append-only: the database refuses to change or delete a row. The current picture follows from all rows in order.',
    columns: {
      id: 'Hash of its content and place.',
      position: 'Place among all decisions about officials, from 0.',
      kind: 'merge (official is other_official), split (official in story is somebody of his or her own), apart (official and other_official are two), link (official is roster_entry), undo.',
      official_id: 'The official that it is about.',
      other_official_id: 'For merge the one that it is merged into, for apart the other one.',
      story_id: 'For split: the story.',
      finding_ids: 'For split: JSON list of the story’s findings that were of the official at that time.',
      roster_entry_id: 'For link: the entry.',
      undoes: 'For undo: the decision that no longer counts.',
      editor: 'Who decided.',
      reason: 'The editor’s words.',
      decided_at: 'When.',
    },
  },
  roster_entry: {
    about:
      'A term of office as a dated roster gives it. Evidence and links only: it never changes a name or a word of a story.',
    columns: {
      id: 'Hash of roster, name, role, jurisdiction, district and term.',
      roster: 'Name of the roster.',
      licence: 'Its licence.',
      as_of: 'Date of the last import that still listed the entry (YYYY-MM-DD).',
      name: 'Name as the roster has it.',
      name_key: 'The name for comparing: without case, accents and full stops.',
      short_name_key: 'First and last name for comparing, without middle names, initials and Jr.',
      role: 'Role from the controlled list; as given where the list has no such role.',
      role_as_given: 'Role as the roster has it.',
      jurisdiction: 'Jurisdiction as the roster has it.',
      jurisdiction_id: 'Open Civic Data division id; null when the roster gives none.',
      district: 'District as the roster has it.',
      start_on: 'First day of the term, as precise as the roster is; null when it gives none.',
      end_on: 'Last day of the term; null when it gives none.',
    },
  },
};
