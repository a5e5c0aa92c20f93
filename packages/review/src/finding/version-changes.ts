// Where else a story was printed, what its outlet corrected, and what changed between versions. Shows text only.
import {
  compareVersions,
  type DiffPassage,
  type Printing,
  type StoryVersion,
  type StoryView,
  shortenPassage,
} from '@civicwire/store';
import { moment } from '../page/badges.ts';
import { type Html, html } from '../page/html.ts';
import { storyLink } from '../page/links.ts';

const printingWords: Readonly<Record<Printing['kind'], string>> = {
  original: 'seen first',
  address: 'another address of it',
  'same-text': 'word for word',
  edited: 'edited',
  shortened: 'shortened',
  extended: 'with more text',
};
/** Characters of unchanged words shown at each side of a change. */
const contextChars = 120;

/** The list of other printings; null when there is none. */
export function otherPrintings(printings: readonly Printing[]): Html | null {
  if (printings.length === 0) return null;
  return html`<details class="printings"><summary>Also printed by ${[...new Set(printings.map(({ sourceName }) => sourceName))].slice(0, 3).join(', ')}${
    printings.length > 3 ? html` and others` : null
  }</summary><ul>${printings.map(
    ({ storyId, kind, shared, title, sourceName }) =>
      html`<li dir="auto"><a href="${storyLink(storyId)}">${title ?? 'Story without a title'}</a>, ${sourceName} (${printingWords[kind]}${
        shared === null || kind === 'same-text' ? null : html`, ${Math.round(shared * 100)} % in common`
      })</li>`,
  )}</ul></details>`;
}

/** Corrections of the version, and how it came from the one before; null when there is neither. */
export function versionChanges({ versions }: StoryView, version: StoryVersion): Html | null {
  const before = versions.find(({ id }) => id === version.previousVersion);
  const correction =
    version.correction === null
      ? null
      : html`<div class="correction"><strong>Corrected by the outlet</strong>${version.correction
          .split('\n')
          .map((line) => html`<p dir="auto">${line}</p>`)}</div>`;
  return before === undefined ? correction : html`${correction}${changesSince(before, version)}`;
}

function changesSince(before: StoryVersion, version: StoryVersion): Html {
  const { facts, passages, wordsAdded, wordsRemoved } = compareVersions(before, version);
  return html`<details class="changes"><summary>Changed since the version of ${moment(before.createdAt)}: ${wordsAdded} words added, ${wordsRemoved} removed</summary>
${facts.map(
  ({ field, before: old, after }) =>
    html`<p class="changed-passage" dir="auto">${field.replace('_', ' ')}: <del>${old ?? 'none'}</del> <ins>${after ?? 'none'}</ins></p>`,
)}${passages.filter(({ change }) => change !== 'same').map(passage)}</details>`;
}

function passage(changed: DiffPassage): Html {
  return html`<p class="changed-passage" dir="auto">${shortenPassage(changed, contextChars).map(({ change, text }) => {
    if (change === 'same') return text;
    return change === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
  })}</p>`;
}
