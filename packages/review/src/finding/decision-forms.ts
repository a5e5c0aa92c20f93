// Accept, reject with a reason, skip: forms that work without a script. Knows markup; decides nothing.
import type { Finding } from '@civicwire/store';
import { type Html, html } from '../page/html.ts';
import { decisionLink, findingLink, queueLink } from '../page/links.ts';
import type { Neighbours } from '../queue/neighbours.ts';
import { forReview, type QueueFilter } from '../queue/queue-filter.ts';
import { rejectReasons } from './reject-reasons.ts';

/** Characters that an editor may write in a reason. */
export const reasonLengthMax = 1000;

export interface DecisionFormsView {
  readonly finding: Finding;
  readonly filter: QueueFilter;
  readonly neighbours: Neighbours;
  readonly from: string | null;
  readonly csrf: string;
}

export function decisionForms({ finding, filter, neighbours, from, csrf }: DecisionFormsView): Html {
  const { id, kind, contentHash } = finding;
  const action = decisionLink(id, filter);
  // What the editor is looking at: a decision on something else is not taken.
  const hidden = html`<input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="seen" value="${contentHash}">`;
  const { nextToReview } = neighbours;
  const skipTo =
    nextToReview === null ? queueLink(forReview(filter)) : findingLink(nextToReview, forReview(filter), { from: id });
  const previous = neighbours.previous ?? from;
  return html`<div class="decide">
<div class="decide-main">
<form method="post" action="${action}">${hidden}<button class="button accept" name="verdict" value="accept" data-key="a">Accept <kbd>a</kbd></button></form>
<button class="button reject" form="reject-form" name="verdict" value="reject" data-key="x">Reject <kbd>x</kbd></button>
<a class="button" href="${skipTo}" data-key="s">Skip <kbd>s</kbd></a>
</div>
<form method="post" action="${action}" id="reject-form" class="reasons">${hidden}
<details id="reasons"><summary>Reason to reject <span class="key-range"><kbd>1</kbd>–<kbd>${rejectReasons[kind].length}</kbd></span></summary>
<fieldset><legend>Pick one, write, or both; then reject.</legend>
${rejectReasons[kind].map(
  (reason, index) =>
    html`<label><input type="radio" name="picked" value="${index}" data-key="${index + 1}"> <kbd>${index + 1}</kbd> ${reason}</label>`,
)}
<label class="own-words"><span>In your own words <kbd>r</kbd></span>
<input type="text" name="words" maxlength="${reasonLengthMax}" autocomplete="off" data-focus-key="r"></label>
</fieldset>
</details>
<input type="hidden" name="verdict" value="reject">
</form>
<nav class="moves" aria-label="Findings">
${
  previous === null
    ? html`<span class="move-off">First of this story</span>`
    : html`<a href="${findingLink(previous, filter)}" data-key="k">Previous <kbd>k</kbd></a>`
}
${
  neighbours.next === null
    ? html`<span class="move-off">Last in the queue</span>`
    : html`<a href="${findingLink(neighbours.next, filter, { from: id })}" data-key="j">Next <kbd>j</kbd></a>`
}
<a href="${queueLink(filter)}" data-key="q">Queue <kbd>q</kbd></a>
</nav>
</div>`;
}
