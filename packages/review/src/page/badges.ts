// Small marked words: the kind of a finding and where it stands. Always a word, never a colour alone.
import type { Finding, FindingKind } from '@civicwire/store';
import { type Html, html } from './html.ts';
import { kindWords, momentWords, statusWords } from './words.ts';

export function kindBadge(kind: FindingKind): Html {
  return html`<span class="badge kind-${kind}">${kindWords[kind].one}</span>`;
}

export function statusBadge({ status, reopened }: Pick<Finding, 'status' | 'reopened'>): Html {
  const words = html`<span class="status status-${status}">${statusWords[status]}</span>`;
  return reopened ? html`${words} <span class="status status-reopened">Reopened</span>` : words;
}

/** A time of the store, in words and for machines. */
export function moment(time: string): Html {
  return html`<time datetime="${time}">${momentWords(time)}</time>`;
}
