// One finding, every field of it: claim, evidence, why the rule fired, who decided what. Knows markup; runs no query.
import type { Decision, Finding, FindingView } from '@civicwire/store';
import { kindBadge, moment, statusBadge } from '../page/badges.ts';
import { type Html, html } from '../page/html.ts';
import { confidenceWords, fieldWords, inReadingOrder, valueWords, verdictWords } from '../page/words.ts';

export interface FindingCardView extends Pick<FindingView, 'finding' | 'decisions'> {
  /** One sentence: what the rule reads. Null when nobody can say. */
  readonly ruleReads: string | null;
  /** The finding's words stand in the version that is shown. */
  readonly isMarked: boolean;
}

/** Heading and claim; the decision forms follow. */
export function cardClaim({ finding, isMarked }: FindingCardView): Html {
  return html`<p class="card-top">${kindBadge(finding.kind)} ${statusBadge(finding)}</p>
<h2 id="card-title" dir="auto">${finding.label}</h2>
<blockquote class="evidence kind-${finding.kind}" dir="auto">${finding.text}</blockquote>
${
  isMarked
    ? html`<p class="small"><a class="to-text" href="#chosen">Show it in the text</a></p>`
    : html`<p class="warning">These words do not stand at their place in the text that is shown.</p>`
}`;
}

/** What is claimed, why, and what was decided before. */
export function cardDetails({ finding, decisions, ruleReads }: FindingCardView): Html {
  return html`${disagreement(finding)}
<h3>Why</h3>
${finding.trace === null ? null : html`<p class="trace" dir="auto">${finding.trace}</p>`}
<dl class="fields">
<div><dt>Rule</dt><dd><code>${finding.rule}</code></dd></div>
<div><dt>It reads</dt><dd>${ruleReads ?? html`<span class="none">no description</span>`}</dd></div>
<div><dt>Confidence</dt><dd>${confidenceWords(finding.confidence)}</dd></div>
<div><dt>Rules version</dt><dd><code>${finding.rulesVersion}</code></dd></div>
<div><dt>Characters</dt><dd>${finding.start} to ${finding.end}</dd></div>
<div><dt>First found</dt><dd>${moment(finding.createdAt)}</dd></div>
</dl>
<h3>Claim</h3>
${fields(finding)}
<h3>Decisions</h3>
${history(decisions, finding)}`;
}

function fields({ kind, value, decidedValue }: Finding): Html {
  const decided = new Map(Object.entries(decidedValue ?? value));
  return html`<dl class="fields">${inReadingOrder(kind, value).map(([field, machine]) => {
    const person = decided.get(field) ?? null;
    return html`<div><dt>${fieldWords(field)}</dt><dd dir="auto">${
      person === machine
        ? words(machine)
        : html`${words(person)} <span class="small">(the machine: ${words(machine)})</span>`
    }</dd></div>`;
  })}</dl>`;
}

function words(value: unknown): Html | string {
  return valueWords(value) ?? html`<span class="none">not given</span>`;
}

function disagreement({ reopened, found, status }: Finding): Html | null {
  if (status === 'superseded')
    return html`<p class="warning">The latest reading of the story no longer finds this.</p>`;
  if (!reopened) return null;
  return found
    ? html`<p class="warning">The machine now reads this differently from what was decided. Your word stands until you change it.</p>`
    : html`<p class="warning">The latest reading no longer finds this, though it was ${status}. Your word stands until you change it.</p>`;
}

function history(decisions: readonly Decision[], finding: Finding): Html {
  if (decisions.length === 0) return html`<p class="none">Nobody has decided yet.</p>`;
  return html`<ol class="history">${decisions.map(
    ({ verdict, editor, reason, decidedAt, seenValueHash }) => html`<li>
<strong>${verdictWords[verdict]}</strong> by <span dir="auto">${editor}</span>, ${moment(decidedAt)}
${reason === null ? null : html`<p class="reason" dir="auto">${reason}</p>`}
${seenValueHash === finding.valueHash ? null : html`<p class="small">on an earlier reading</p>`}
</li>`,
  )}</ol>`;
}
