// A story's text with its findings marked: the chosen one strongly, the others dimmed, each a link. Shows text only, never a page's HTML.
import type { Finding, StoryVersion } from '@civicwire/store';
import { type Segment, segmentText } from '../desk-api/item/segments.ts';
import { type Html, html } from '../page/html.ts';
import { findingLink } from '../page/links.ts';
import { kindWords } from '../page/words.ts';
import type { QueueFilter } from '../queue/queue-filter.ts';

export interface StoryTextView {
  readonly version: StoryVersion;
  readonly findings: readonly Finding[];
  readonly chosen: Finding | null;
  readonly filter: QueueFilter;
}

/** Findings that can be marked in this version: still standing (or chosen), and their words stand where they should. */
export function markable({ version, findings, chosen }: StoryTextView): Finding[] {
  return findings.filter(
    ({ id, versionId, status, start, end, text }) =>
      versionId === version.id &&
      (id === chosen?.id || (status !== 'rejected' && status !== 'superseded')) &&
      version.text.slice(start, end) === text,
  );
}

export function storyText(view: StoryTextView): Html {
  const paragraphs = segmentText(view.version.text, markable(view));
  return html`<div class="story-text">${paragraphs.map(
    (pieces) => html`<p dir="auto">${pieces.map((piece) => segment(piece, view))}</p>`,
  )}</div>`;
}

function segment(piece: Segment<Finding>, { chosen, filter }: StoryTextView): Html | string {
  const { text, covering, starting } = piece;
  const isChosen = covering.some(({ id }) => id === chosen?.id);
  // A click goes to the shortest finding here, which can be reached in no other way.
  const target = covering.findLast(({ id }) => id !== chosen?.id) ?? covering.at(-1);
  if (target === undefined) return text;
  const kinds = [...new Set(covering.map(({ kind }) => kind))].map((kind) => `in-${kind}`).join(' ');
  const classes = isChosen && chosen !== null ? `mark chosen chosen-${chosen.kind} ${kinds}` : `mark ${kinds}`;
  const begins = starting.some(({ id }) => id === chosen?.id) && chosen !== null ? kindWords[chosen.kind].one : null;
  const letters = [...new Set(starting.filter(({ id }) => id !== chosen?.id).map(({ kind }) => kind))];
  const tags = [...(begins === null ? [] : [begins]), ...letters.map((kind) => kindWords[kind].letter)].join(' ');
  const spoken = [...(begins === null ? [] : [`chosen ${begins}`]), ...letters.map((kind) => kindWords[kind].one)];
  const hint = covering.map(({ kind, label }) => `${kindWords[kind].one}: ${label}`).join(' · ');
  const tagged = tags === '' ? null : html` data-tags="${tags}" data-spoken="${spoken.join(', ')}: "`;
  const body = html`<a class="${classes}" href="${findingLink(target.id, filter)}" title="${hint}"${tagged}${
    begins === null ? null : html` id="chosen"`
  }>${text}</a>`;
  return isChosen ? html`<mark>${body}</mark>` : body;
}

/** What the letters and lines in the text mean. */
export function legend(): Html {
  return html`<ul class="legend" aria-label="Marks in the text">${Object.entries(kindWords).map(
    ([kind, { one, letter }]) =>
      html`<li><span class="mark in-${kind}" data-tags="${letter}" data-spoken="">${one}</span></li>`,
  )}</ul>`;
}
