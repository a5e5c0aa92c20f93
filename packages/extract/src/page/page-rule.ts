// An operator's rule for one outlet's pages, applied to a page: what it says goes before the general reading. Knows no outlet.
import type { PageRule } from '@civicwire/shared';
import { readDate } from './dates.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { tidyLine } from './lines.ts';
import type { Stated } from './metadata.ts';

/** `methods` of an article name it for the fields that a rule gave. */
const method = 'source-rule';
const elementsMax = 200;

/** What a rule found. Null where it says nothing or found nothing; `notes` name each selector that found nothing. */
export interface RuledPage {
  readonly title: Stated | null;
  readonly byline: Stated | null;
  readonly publishedAt: Stated | null;
  /** Elements that are the story, none inside of another, in order of the rule's selectors. */
  readonly story: readonly PageElement[] | null;
  readonly notes: readonly string[];
}

/** Finds what the rule names and takes what it removes out of the document. Changes nothing when `rule` is null. */
export function applyPageRule(document: PageDocument, rule: PageRule | null): RuledPage {
  const notes: string[] = [];
  const find = (field: string, selector: string): PageElement[] => {
    const found = [...document.querySelectorAll(selector)].slice(0, elementsMax);
    if (found.length === 0) notes.push(`source rule: ${field} ${JSON.stringify(selector)}: found nothing on the page`);
    return found;
  };
  const first = (field: 'title' | 'byline' | 'date', read: (element: PageElement) => string | null): Stated | null => {
    const selector = rule?.[field] ?? null;
    const element = selector === null ? undefined : find(field, selector)[0];
    const value = element ? read(element) : null;
    if (element && value === null)
      notes.push(`source rule: ${field} ${JSON.stringify(selector)}: found no ${field} in it`);
    return value === null ? null : { value, method };
  };
  const title = first('title', wordsOf);
  const byline = first('byline', wordsOf);
  const publishedAt = first('date', dateOf);
  for (const selector of rule?.remove ?? []) for (const element of find('remove', selector)) element.remove();
  const kept = (rule?.keep ?? []).flatMap((selector) => find('keep', selector));
  const story = kept.filter(
    (element, at) =>
      kept.indexOf(element) === at && !kept.some((outer) => outer !== element && outer.contains(element)),
  );
  return { title, byline, publishedAt, story: story.length > 0 ? story : null, notes };
}

function wordsOf(element: PageElement): string | null {
  const words = tidyLine((element.getAttribute('content') ?? element.textContent ?? '').slice(0, 1000));
  return words === '' ? null : words;
}

function dateOf(element: PageElement): string | null {
  const written = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '';
  return readDate(tidyLine(written.slice(0, 300)));
}
