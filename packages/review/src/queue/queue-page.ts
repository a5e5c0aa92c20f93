// The queue: findings under their stories, what to show of them, and where to begin. Knows markup; runs no query.
import { type Finding, type FindingKind, findingKinds } from '@civicwire/store';
import { kindBadge, statusBadge } from '../page/badges.ts';
import { type Html, html } from '../page/html.ts';
import { findingLink, queueLink, storyLink } from '../page/links.ts';
import { confidenceWords, kindWords, numberWords, statusWords } from '../page/words.ts';
import { forReview, type QueueFilter, type Show, shows } from './queue-filter.ts';

/** How many findings a choice would show; null when that is not known. */
export interface QueueCounts {
  readonly byShow: Readonly<Partial<Record<Show, number>>>;
  readonly byKind: Readonly<Partial<Record<FindingKind, number>>>;
}

/** Findings of one story that stand together in the list. */
export interface QueueGroup {
  readonly storyId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly findings: readonly Finding[];
}

export interface QueueView {
  readonly filter: QueueFilter;
  readonly counts: QueueCounts;
  readonly groups: readonly QueueGroup[];
  /** Title of the story that the queue is narrowed to; null when it is not. */
  readonly storyTitle: string | null;
  /** First finding that needs review under this filter; null when there is none. */
  readonly firstToReview: string | null;
  readonly isFirstPage: boolean;
  readonly nextKey: string | null;
}

export const queueKeys = [
  ['s', 'start with the first that needs review'],
  ['j', 'next row'],
  ['k', 'previous row'],
  ['Enter', 'open the row'],
  ['n', 'next page'],
  ['u', 'look again at the last decision'],
] as const;

const showWords: Readonly<Record<Show, string>> = { ...statusWords, review: 'Needs review', all: 'All' };

export function queuePage(view: QueueView): Html {
  const { filter, groups, firstToReview, isFirstPage, nextKey } = view;
  const start =
    firstToReview === null
      ? null
      : html`<a class="button primary" href="${findingLink(firstToReview, forReview(filter))}" data-key="s">Start reviewing <kbd>s</kbd></a>`;
  return html`<div class="queue">
<div class="page-head"><h1>Queue</h1>${start}</div>
${filters(view)}
${groups.length === 0 ? emptyQueue(filter) : groups.map((group) => queueGroup(group, filter))}
${
  isFirstPage && nextKey === null
    ? null
    : html`<nav class="pages" aria-label="More findings">
${isFirstPage ? null : html`<a class="button" href="${queueLink(filter)}">First page</a>`}
${nextKey === null ? html`<span>This is the end of the list.</span>` : html`<a class="button" href="${queueLink(filter, { after: nextKey })}" data-key="n">Next page <kbd>n</kbd></a>`}
</nav>`
}
</div>`;
}

function filters({ filter, counts, storyTitle }: QueueView): Html {
  const choice = (words: string, to: QueueFilter, isChosen: boolean, count: number | undefined): Html =>
    html`<li><a class="choice" href="${queueLink(to)}"${isChosen ? html` aria-current="true"` : null}>${words}${
      count === undefined ? null : html` <span class="count">${numberWords(count)}</span>`
    }</a></li>`;
  return html`<div class="filters">
<ul aria-label="Status">${shows.map((show) => choice(showWords[show], { ...filter, show }, filter.show === show, counts.byShow[show]))}</ul>
<ul aria-label="Kind">${choice('Every kind', { ...filter, kind: null }, filter.kind === null, undefined)}
${findingKinds.map((kind) => choice(kindWords[kind].many, { ...filter, kind }, filter.kind === kind, counts.byKind[kind]))}</ul>
${
  filter.storyId === null
    ? null
    : html`<p class="narrowed">Only the story “<span dir="auto">${storyTitle ?? 'without a title'}</span>”.
<a href="${queueLink({ ...filter, storyId: null })}">Show all stories</a></p>`
}
</div>`;
}

function queueGroup({ storyId, title, outlet, findings }: QueueGroup, filter: QueueFilter): Html {
  const heading = `group-${storyId}`;
  return html`<section class="group" aria-labelledby="${heading}">
<header>
<h2 class="group-title" id="${heading}"><a href="${storyLink(storyId)}" dir="auto">${title ?? 'Story without a title'}</a></h2>
<p><span dir="auto">${outlet ?? 'unknown outlet'}</span>${
    filter.storyId === null ? html` · <a href="${queueLink({ ...filter, storyId })}">only this story</a>` : null
  }</p>
</header>
<ol class="rows">${findings.map((finding) => queueRow(finding, filter))}</ol>
</section>`;
}

function queueRow(finding: Finding, filter: QueueFilter): Html {
  const { id, kind, label, text, rule, confidence } = finding;
  return html`<li class="row">
${kindBadge(kind)}
<div class="row-words"><a class="row-link" href="${findingLink(id, filter)}" data-row dir="auto">${label}</a>
<p class="evidence" dir="auto">${shorten(text)}</p></div>
<p class="row-facts"><code>${rule}</code> <span class="confidence"><span class="visually-hidden">confidence </span>${confidence === null ? html`<span class="visually-hidden">not measured</span><span aria-hidden="true">–</span>` : confidenceWords(confidence)}</span></p>
<p class="row-status">${statusBadge(finding)}</p>
</li>`;
}

const rowTextMax = 180;

function shorten(text: string): string {
  if (text.length <= rowTextMax) return text;
  // Cut between words, never inside a surrogate pair.
  return `${text.slice(0, text.lastIndexOf(' ', rowTextMax) > 0 ? text.lastIndexOf(' ', rowTextMax) : rowTextMax).toWellFormed()} …`;
}

function emptyQueue(filter: QueueFilter): Html {
  const open = filter.show === 'review' && filter.kind === null && filter.storyId === null;
  return open
    ? html`<div class="empty"><h2>Nothing needs review</h2><p>Every finding has an editor’s word. New ones come in with the next run of the pipeline.</p></div>`
    : html`<div class="empty"><h2>No finding here</h2><p>None fits this choice. <a href="/">Show everything that needs review</a></p></div>`;
}
