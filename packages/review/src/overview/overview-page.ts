// The overview: how far stories came, why others went no further, what was found, how the feeds are. Knows markup; runs no query.
import {
  type Counts,
  type FindingStatus,
  findingKinds,
  findingStatuses,
  type Source,
  type Status,
} from '@civicwire/store';
import { moment } from '../page/badges.ts';
import { type Html, html } from '../page/html.ts';
import { outletLink, queueLink, storyLink } from '../page/links.ts';
import { distanceWords, kindWords, numberWords, statusWords } from '../page/words.ts';

export interface OverviewView {
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly nowMs: number;
}

export const overviewKeys = [['q', 'to the queue']] as const;

export function overviewPage({ status, sources, nowMs }: OverviewView): Html {
  const { counts } = status;
  return html`<div class="overview">
<div class="page-head"><h1>Overview</h1><a class="button" href="/" data-key="q">Queue <kbd>q</kbd></a></div>
<div class="panels">
${funnel(counts)}
${drops(counts)}
</div>
${findingsTable(counts)}
${feedsTable(status, sources, nowMs)}
${struggling(status, nowMs)}
</div>`;
}

function bar(count: number, of: number): Html {
  const percent = of === 0 ? 0 : Math.round((1000 * count) / of) / 10;
  return html`<svg class="bar" aria-hidden="true" width="100%" height="8"><rect class="bar-ground" width="100%" height="8" rx="4"/><rect class="bar-fill" width="${percent}%" height="8" rx="4"/></svg>`;
}

function barTable(rows: readonly (readonly [words: string, count: number])[], of: number, first: string): Html {
  return html`<table class="bars"><thead><tr><th scope="col">${first}</th><th scope="col" class="number">Stories</th><td></td></tr></thead><tbody>${rows.map(
    ([words, count]) =>
      html`<tr><th scope="row" dir="auto">${words}</th><td class="number">${numberWords(count)}</td><td>${bar(count, of)}</td></tr>`,
  )}</tbody></table>`;
}

function funnel(counts: Counts): Html {
  const rows = [
    ['Found', counts.stories],
    ['Fetched', counts.fetched],
    ['Read', counts.extracted],
    ['Saved', counts.saved],
  ] as const;
  return html`<section aria-labelledby="funnel"><h2 id="funnel">Way of the stories</h2>
${barTable(rows, counts.stories, 'Step')}
<p class="sum">${numberWords(counts.stories)} found = ${numberWords(counts.saved)} saved + ${numberWords(counts.dropped)} dropped + ${numberWords(counts.waiting)} waiting</p>
</section>`;
}

function drops(counts: Counts): Html {
  const rows = Object.entries(counts.droppedByReason).sort(([, a], [, b]) => b - a);
  return html`<section aria-labelledby="drops"><h2 id="drops">Dropped, by reason</h2>
${rows.length === 0 ? html`<p class="none">No story was dropped.</p>` : barTable(rows, counts.dropped, 'Reason')}
</section>`;
}

function findingsTable(counts: Counts): Html {
  const count = (kind: string, status: FindingStatus): number =>
    counts.findings.find((row) => row.kind === kind && row.status === status)?.count ?? 0;
  return html`<section aria-labelledby="findings"><h2 id="findings">Findings</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="findings"><table>
<thead><tr><th scope="col">Kind</th>${findingStatuses.map((status) => html`<th scope="col" class="number">${statusWords[status]}</th>`)}</tr></thead>
<tbody>${findingKinds.map(
    (kind) =>
      html`<tr><th scope="row">${kindWords[kind].many}</th>${findingStatuses.map((status) => {
        const number = count(kind, status);
        const href = queueLink({ show: status === 'pending' ? 'review' : status, kind, storyId: null });
        return html`<td class="number">${
          number === 0
            ? html`<span class="none">0</span>`
            : html`<a href="${href}" aria-label="${`${numberWords(number)} ${kindWords[kind].many.toLowerCase()}, ${statusWords[status].toLowerCase()}`}">${numberWords(number)}</a>`
        }</td>`;
      })}</tr>`,
  )}</tbody></table></div>
<p class="sum">${numberWords(counts.decisions)} ${counts.decisions === 1 ? 'decision' : 'decisions'} by editors · ${numberWords(counts.reopened)} reopened because the machine now reads otherwise · ${numberWords(counts.refused)} refused because a span did not hold</p>
</section>`;
}

function feedsTable({ feeds }: Status, sources: readonly Source[], nowMs: number): Html {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  if (feeds.length === 0) {
    return html`<section aria-labelledby="feeds"><h2 id="feeds">Feeds</h2><p class="none">No feed yet. Sources come in with <code>civicwire run --sources</code>.</p></section>`;
  }
  return html`<section aria-labelledby="feeds"><h2 id="feeds">Feeds</h2>
<ul class="feeds">${feeds.map((feed) => {
    const href = outletLink(feed.url);
    return html`<li>
<p class="feed-name"><strong dir="auto">${names.get(feed.sourceId) ?? feed.sourceId}</strong> <span class="small">${feed.kind}</span></p>
<p class="feed-health"><span class="health ${feed.failures > 0 ? 'bad' : feed.warnings.length > 0 ? 'fair' : feed.lastPolledAt === null ? 'new' : 'good'}">${feed.health}</span></p>
<p class="feed-url">${href === null ? feed.url : html`<a href="${href}" rel="noopener noreferrer" target="_blank">${feed.url}</a>`}</p>
<p class="feed-times small">${feed.lastPolledAt === null ? 'never asked' : html`asked <time datetime="${feed.lastPolledAt}">${distanceWords(feed.lastPolledAt, nowMs)}</time>`} · next <time datetime="${feed.nextPollAt}">${distanceWords(feed.nextPollAt, nowMs)}</time>${feed.failures > 0 ? html` · ${feed.failures} failed in a row` : null}</p>
${feed.lastError === null ? null : html`<p class="feed-words warning" dir="auto">${feed.lastError}</p>`}
${
  feed.warnings.length === 0
    ? null
    : html`<details class="feed-words"><summary>${feed.warnings.length} ${feed.warnings.length === 1 ? 'oddity' : 'oddities'} in the last body</summary><ul>${feed.warnings.map((line) => html`<li dir="auto">${line}</li>`)}</ul></details>`
}
</li>`;
  })}</ul></section>`;
}

function struggling({ struggling: stories }: Status, nowMs: number): Html | null {
  if (stories.length === 0) return null;
  return html`<section aria-labelledby="struggling"><h2 id="struggling">Stories in trouble</h2>
<ul class="feeds">${stories.map(
    ({ storyId, url, state, attempts, nextAttemptAt, lastError }) => html`<li>
<p class="feed-url"><a href="${storyLink(storyId)}">${url}</a></p>
<p class="feed-times small">${state} · ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'} · again ${distanceWords(nextAttemptAt, nowMs)} (${moment(nextAttemptAt)})</p>
<p class="feed-words warning" dir="auto">${lastError}</p></li>`,
  )}</ul></section>`;
}
