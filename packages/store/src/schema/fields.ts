// The data dictionary: what every column of every table means. docs/FIELDS.md is written from it; a test compares it with
// a migrated database. Knows meanings, no types.
import { holderTypeMeaning } from '@civicwire/shared';
import { apiFields } from './api-tables.ts';
import { changeFields } from './change-fields.ts';
import { copyFields } from './copy-tables.ts';
import { decisionFields } from './decision-fields.ts';
import { deskFields } from './desk-fields.ts';
import { hostFields } from './host-tables.ts';
import { officialFields } from './official-fields.ts';
import { readingFields } from './reading-tables.ts';
import { searchFields } from './search-tables.ts';
import { webhookFields } from './webhook-tables.ts';
import { leaseFields, storyWorkFields, workerFields } from './worker-tables.ts';

/** A table in one sentence and its columns in order. */
export interface FieldDescription {
  readonly about: string;
  readonly columns: Readonly<Record<string, string>>;
}

const storyIdText = 'Story that it belongs to.';
const versionIdText = 'Story version whose text the offsets point into.';
const spanStart = 'First character of the passage: UTF-16 code units from the beginning of the version’s text, from 0.';
const spanEnd = 'One past the last character (half-open).';
const spanText = 'The passage, exactly: the version’s text from start to end.';
const seenOnText = 'Date of the story (YYYY-MM-DD): as published, else as its feed says, else when it was discovered.';
const createdText = 'When the row was first written.';

/** Table by table, in the order of the pipeline. Times are ISO 8601 in UTC; flags are 0 or 1. */
export const fields: Readonly<Record<string, FieldDescription>> = {
  source: {
    about: 'An outlet that is read.',
    columns: {
      id: 'Short name of the outlet, given by the operator.',
      name: 'Name of the outlet as people say it.',
      home_name: 'Place where the outlet sits; null when unknown or none.',
      home_state: 'USPS code of that place’s state.',
      home_geoid: 'Census GEOID of that place.',
      national: '1: the outlet covers the whole country, so its home says little about where a story is.',
      expected_gap_days: 'The longest usual time between two days with stories; null while too little is known.',
      alarms:
        'JSON list: in words, what is wrong with the source as a whole (silence, stories without text or findings).',
      alarmed_at: 'Since when there is an alarm; null when there is none.',
      page_rules:
        'JSON list: the operator’s rules for its pages (selectors), each with the days between which it holds.',
      created_at: createdText,
    },
  },
  feed: {
    about: 'A feed or sitemap of a source, with its schedule and health.',
    columns: {
      id: 'Hash of source and address.',
      source_id: 'Source that it belongs to.',
      url: 'Address of the feed.',
      kind: 'What it is: feed, sitemap or index-page (an outlet’s own list, read by selectors).',
      etag: 'ETag of the last answer, sent back to ask for changes only.',
      last_modified: 'Last-Modified of the last answer, sent back to ask for changes only.',
      body_hash: 'Hash of the last body: an equal one needs no parsing.',
      last_polled_at: 'When it was last asked.',
      next_poll_at: 'When it is to be asked next.',
      ...leaseFields,
      interval_ms: 'Interval that its own pace calls for, in milliseconds; null before the second poll.',
      wish_ms: 'Interval that its last body asks for (ttl, syndication period), in milliseconds; null for none.',
      overlap: 'Share of the stories in the last changed list that were known already, 0 to 1; null before the first.',
      unchanged_answers: 'Answers “not modified” in a row; after some of them the whole body is asked for.',
      conditional_off: '1: its server said “not modified” of a changed feed, so it is always asked for the whole.',
      failures: 'Polls in a row that failed; 0 after a good one.',
      failure_score: 'Weight of those failures; at 30 the feed counts as dead and is tried once a month.',
      last_error: 'What went wrong last; null after a good poll.',
      warnings: 'JSON list: what was odd in the last body, in words.',
      health: 'State in one word: new, ok, failing, dead, off.',
      created_at: createdText,
    },
  },
  story: {
    about: 'The ledger: one row for each story of each source, with its way through the pipeline.',
    columns: {
      id: 'Hash of source and url_key.',
      source_id: 'Source that named it.',
      feed_id: 'Feed that named it first; null when it did not come from a feed.',
      state: 'discovered, fetched, extracted (each waits for the next worker), saved, dropped (both final).',
      drop_reason: 'Why it went no further, as a fixed phrase; null unless dropped.',
      drop_detail: 'The same in words.',
      ...storyWorkFields,
      attempts: 'How often the present step was tried, not counting tries whose process died.',
      next_attempt_at: 'Not to be tried before.',
      ...leaseFields,
      last_error: 'What went wrong last; null after a good step.',
      guid: 'The feed’s own id of the entry.',
      url: 'Address as the feed gives it.',
      url_key: 'Normalised address; with the source it identifies the story.',
      canonical_url: 'Address that the page itself calls canonical.',
      canonical_url_key: 'The same, normalised.',
      title_hash: 'Hash of the feed’s title without case and white space.',
      duplicate_of: 'Story that is the same as this one and is kept instead; null for an original.',
      feed_title: 'Title in the feed.',
      feed_published_at: 'Time of publication in the feed, as given.',
      feed_updated_at: 'Time of last change in the feed, as given.',
      discovered_at: 'When the feed named it first.',
      snapshot_id: 'Bytes that were fetched last.',
      fetched_at: 'When those bytes were fetched.',
      final_url: 'Address after redirects, of that fetch.',
      extraction_id: 'Extraction that waits to be saved; null otherwise.',
      version_id: 'Current version; null until saved.',
      saved_at: 'When it was last saved.',
    },
  },
  snapshot: {
    about:
      'Bytes as a server sent them, kept once per content and never changed. Retention may remove the bytes of old ones; the row stays.',
    columns: {
      id: 'SHA-256 of the bytes before compression.',
      bytes: 'The bytes, compressed; empty when they were removed.',
      encoding: 'How they are compressed: gzip; removed when retention took them away.',
      size: 'Number of bytes before compression.',
      status: 'HTTP status of the first answer with these bytes.',
      content_type: 'Content-Type of that answer.',
      headers: 'JSON object: headers of that answer.',
      final_url: 'Address after redirects, of that answer.',
      fetched_at: 'When that answer came; of bytes that had been removed, when they came again.',
    },
  },
  extraction: {
    about: 'What extraction found, between extracting and saving; deleted in the transaction that saves it.',
    columns: {
      id: 'Hash of story, snapshot and rules version.',
      story_id: storyIdText,
      snapshot_id: 'Bytes that were read.',
      rules_version: 'State of all rules and packs that read them.',
      payload: 'JSON: article and annotation.',
      created_at: createdText,
    },
  },
  story_version: {
    about: 'The words of a story at one time. A new row only when title, byline, date of publication or text changed.',
    columns: {
      id: 'Hash of story, these words and the previous version.',
      story_id: storyIdText,
      previous_version: 'Version before this one; null for the first.',
      snapshot_id: 'Bytes that it was read from.',
      title: 'Headline on the page.',
      byline: 'Author line on the page.',
      published_at: 'Publication, as precise as the page gives it.',
      modified_at: 'Last change according to the page.',
      methods: 'JSON object: which reader gave each field.',
      text: 'The story’s text, paragraphs joined by one newline. All offsets point into it.',
      text_hash: 'SHA-256 of the text.',
      rules_version: 'Rules and packs that read it last.',
      notes: 'JSON list: what extraction left out and why, in words.',
      refusals: 'JSON list: findings that were not stored because their span does not hold.',
      refused: 'Number of those.',
      created_at: createdText,
      correction:
        'Notices of a mistake (“Correction: …”) that this version brings and none before it had, one a line; null for none.',
      correction_from: 'Who gave them: text or json-ld; null for none.',
      section: 'Section of the paper in the outlet’s words, e.g. Public Safety; null when the page names none.',
    },
  },
  ...copyFields,
  place: {
    about: 'A place that stories name.',
    columns: {
      id: 'Hash of GEOID, name and state.',
      geoid: 'Census GEOID; null where there is none.',
      name: 'Plain name without “city” or “town”.',
      state: 'USPS code of the state; null outside of the United States.',
      type: 'What kind of place: city.',
      lat: 'Latitude in degrees.',
      lon: 'Longitude in degrees.',
    },
  },
  city_mention: {
    about: 'One passage that names a city.',
    columns: {
      id: 'Hash of finding, version and span.',
      finding_id: 'Finding (one for each city of a story) that it belongs to.',
      story_id: storyIdText,
      version_id: versionIdText,
      place_id: 'The city.',
      start: spanStart,
      end: spanEnd,
      text: spanText,
      in_org: '1: stands inside of the name of an organization (“Phoenix Police Department”).',
      focus: '1: the story is about this city.',
      confidence: 'Of the extraction, 0 to 1.',
      seen_on: seenOnText,
      is_first: '1: the first passage of its finding, which shows it.',
    },
  },
  ...officialFields,
  quote: {
    about: 'Speech ascribed to somebody. The row has the id of its finding.',
    columns: {
      id: 'The finding’s id.',
      story_id: storyIdText,
      version_id: versionIdText,
      kind: 'direct, mixed or indirect.',
      group: 'Equal for the fragments of one utterance within a story.',
      part: 'Place of the fragment in its group, from 0.',
      start: spanStart,
      end: spanEnd,
      text: spanText,
      speaker_start: 'First character of the words that name the speaker; null when no words do.',
      speaker_end: 'One past their last character.',
      speaker_text: 'Those words.',
      speaker_name: 'The speaker’s full name in this story, or an editor’s correction; null when unknown.',
      speaker_type:
        'Which record of the story the speaker is: official, person, organization or unknown (nobody named, or a name that is none of them).',
      official_id:
        'The official of that name in this story, after splits and before merges; null when there is none. Exports give the canonical one.',
      cue_start: 'First character of the words that mark the speech (“said”).',
      cue_end: 'One past their last character.',
      cue_text: 'Those words.',
      seen_on: seenOnText,
    },
  },
  stance: {
    about: 'A position of one holder on one issue’s proposition. The row has the id of its finding.',
    columns: {
      id: 'The finding’s id.',
      story_id: storyIdText,
      version_id: versionIdText,
      holder: 'Who holds it.',
      holder_type: holderTypeMeaning,
      official_id:
        'The official of that name in this story, after splits and before merges; null when there is none. Exports give the canonical one.',
      issue: 'Issue of a pack.',
      position: 'supports, opposes, mixed or neutral, relative to the issue’s proposition.',
      basis: 'position (what the holder wants) or practice (what the holder does).',
      act: 'What the holder did: vote, demand, promise and so on.',
      modality: 'How far it is real: done, promised, demanded and so on.',
      target: 'At whom or what it is directed.',
      attributed_by: 'Who says so, when it is not the story itself.',
      quote_id: 'Quote of the holder that it rests on; null when there is none.',
      start: spanStart,
      end: spanEnd,
      text: spanText,
      trace: 'A sentence for an editor: each factor with its sign, and the product.',
      seen_on: seenOnText,
      place_id:
        'City that it is of: kept with all that it follows from, which moves it without a change number; null when unknown.',
      place_from: 'jurisdiction: the city that the holder’s office governs; focus: the city that the story is about.',
      standing: '0: rejected or superseded; 1: pending; 2: accepted or edited by a person.',
    },
  },
  ...readingFields,
  finding: {
    about: 'What is reviewed: a city, official, quote or stance of one story, with its rule and its review.',
    columns: {
      id: 'Hash of story, kind, normalised evidence, holder or name, and issue: the same after each extraction.',
      story_id: storyIdText,
      version_id: versionIdText,
      kind: 'city, official, quote or stance.',
      status: 'pending, superseded (no longer found) or a person’s word: accepted, rejected, edited.',
      reopened: '1: a person has decided and the machine now says otherwise; both are kept, a person is to look.',
      found: '1: the last extraction found it.',
      rule: 'Rule that found it.',
      rules_version: 'State of all rules and packs when the row last changed by extraction.',
      confidence: 'Of the extraction, 0 to 1; null where the kind has none.',
      start: spanStart,
      end: spanEnd,
      text: 'Its evidence, exactly; for cities and officials the first mention.',
      machine_start: 'Where the machine lets the evidence begin; null where a person has not set other bounds.',
      machine_end: 'Where it lets it end; null likewise.',
      label: 'One line that names it in a list.',
      trace: 'Why the rule fired, as a sentence; null where the kind has none.',
      value: 'JSON: what the machine says.',
      value_hash: 'Hash of those fields of it that an editor judges.',
      content_hash: 'Hash of all that extraction says of it: an equal one changes no row.',
      decided_value: 'JSON: what a person stands behind; null when undecided or rejected.',
      seen_value_hash: 'value_hash that the person saw at the last decision.',
      created_at: createdText,
      updated_at: 'When the row last changed.',
    },
  },
  ...decisionFields,
  ...changeFields,
  ...hostFields,
  ...workerFields,
  ...searchFields,
  ...apiFields,
  ...webhookFields,
  ...deskFields,
};
