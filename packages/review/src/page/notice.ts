// The line that says what the editor has just done, with the way back to it. Reads it from the store, not from the address.
import type { FindingView } from '@civicwire/store';
import type { QueueFilter } from '../queue/queue-filter.ts';
import { type Html, html } from './html.ts';
import { findingLink } from './links.ts';
import { kindWords, verdictWords } from './words.ts';

/** Null when there is no such finding or nobody has decided on it. */
export function decidedNotice(view: FindingView | null, filter: QueueFilter): Html | null {
  const last = view?.decisions.at(-1);
  if (view === null || last === undefined) return null;
  const { id, kind, label } = view.finding;
  return html`${verdictWords[last.verdict]}: <span dir="auto">${label}</span> (${kindWords[kind].one.toLowerCase()}).
<a href="${findingLink(id, filter)}" data-key="u">Look again <kbd>u</kbd></a>`;
}
