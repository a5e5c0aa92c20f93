// A story with its findings marked, beside the chosen finding's card. Knows markup; runs no query.
import type { Decision, Finding, StoryVersion, StoryView } from '@civicwire/store';
import { type Html, html } from '../page/html.ts';
import { outletLink, queueLink } from '../page/links.ts';
import { dayWords } from '../page/words.ts';
import type { Neighbours } from '../queue/neighbours.ts';
import type { QueueFilter } from '../queue/queue-filter.ts';
import { decisionForms } from './decision-forms.ts';
import { cardClaim, cardDetails } from './finding-card.ts';
import { legend, markable, storyText } from './story-text.ts';
import { otherPrintings, versionChanges } from './version-changes.ts';

export interface FindingPageView {
  readonly view: StoryView;
  readonly finding: Finding;
  /** The version that the finding's offsets point into. */
  readonly version: StoryVersion;
  readonly decisions: readonly Decision[];
  readonly neighbours: Neighbours;
  readonly filter: QueueFilter;
  readonly from: string | null;
  readonly ruleReads: string | null;
  readonly csrf: string;
}

export const findingKeys = [
  ['a', 'accept'],
  ['x', 'reject'],
  ['1–6', 'pick a reason to reject'],
  ['r', 'write a reason'],
  ['s', 'skip to the next that needs review'],
  ['j', 'next finding'],
  ['k', 'previous finding'],
  ['u', 'look again at the last decision'],
  ['q', 'back to the queue'],
] as const;

export function findingPage(page: FindingPageView): Html {
  const { view, finding, version, filter } = page;
  const textView = { version, findings: view.findings, chosen: finding, filter };
  const card = { ...page, isMarked: markable(textView).some(({ id }) => id === finding.id) };
  return html`<div class="desk">
${storyHead(view, version, filter)}
<section class="card" aria-labelledby="card-title">
${cardClaim(card)}
${decisionForms(page)}
${cardDetails(card)}
</section>
<article class="story" aria-label="Text of the story">
${legend()}
${storyText(textView)}
${notes(version)}
</article>
</div>`;
}

/** A story in which nothing was found, or that was never saved. */
export function storyPage(view: StoryView, filter: QueueFilter): Html {
  const { story, version } = view;
  if (version === null) {
    return html`<div class="desk alone">${storyHead(view, null, filter)}
<p class="warning">${
      story.dropReason === null
        ? `This story is not read yet: it is ${story.state}.`
        : `This story was dropped as ${story.dropReason}: ${story.dropDetail ?? 'no further words'}`
    }</p></div>`;
  }
  return html`<div class="desk alone">${storyHead(view, version, filter)}
<p class="empty">Nothing was found in this story.</p>
<article class="story" aria-label="Text of the story">${storyText({ version, findings: [], chosen: null, filter })}${notes(version)}</article>
</div>`;
}

function storyHead(view: StoryView, version: StoryVersion | null, filter: QueueFilter): Html {
  const { story, source, versions, version: latest, printings } = view;
  const link = outletLink(story.finalUrl ?? story.url);
  const facts = [
    html`<span dir="auto">${source?.name ?? 'unknown outlet'}</span>`,
    version?.byline ? html`<span dir="auto">${version.byline}</span>` : null,
    version?.section ? html`<span dir="auto">${version.section}</span>` : null,
    version?.publishedAt ? html`<time datetime="${version.publishedAt}">${dayWords(version.publishedAt)}</time>` : null,
    version?.modifiedAt && version.modifiedAt !== version.publishedAt
      ? html`changed <time datetime="${version.modifiedAt}">${dayWords(version.modifiedAt)}</time>`
      : null,
    link === null
      ? html`<span dir="auto">${story.url}</span>`
      : html`<a href="${link}" rel="noopener noreferrer" target="_blank">Original story<span class="visually-hidden"> (opens a new tab)</span></a>`,
    html`<a href="${queueLink({ ...filter, storyId: story.id })}">all its findings</a>`,
  ];
  const place = versions.findIndex(({ id }) => id === version?.id) + 1;
  return html`<header class="story-head">
<h1 dir="auto">${version?.title ?? story.feedTitle ?? 'Story without a title'}</h1>
<ul class="story-facts">${facts.map((fact) => (fact === null ? null : html`<li>${fact}</li>`))}</ul>
${
  version !== null && version.id !== latest?.id
    ? html`<p class="warning">This is version ${place} of ${versions.length}: the finding rests on words that the outlet has since changed.</p>`
    : null
}
${otherPrintings(printings)}
${version === null ? null : versionChanges(view, version)}
</header>`;
}

function notes({ notes: lines }: StoryVersion): Html | null {
  if (lines.length === 0) return null;
  return html`<details class="notes"><summary>${lines.length} ${lines.length === 1 ? 'note' : 'notes'} on what was left out</summary><ul>${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul></details>`;
}
