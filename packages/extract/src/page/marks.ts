// Marks every element with the element rules that it or an element around it meets. Knows the rules by their match alone.
import type { PageDocument, PageElement } from './dom.ts';
import { type ElementMatch, elementNames, matchElement } from './element-rules.ts';

/** One matched element of a page. */
export interface Mark {
  readonly match: ElementMatch;
  readonly tag: string;
}

/** The marks of a page; elements carry their numbers in the attribute. */
export type Marks = readonly Mark[];

const attribute = 'data-story-marks';

/**
 * Marks a document in one walk. It has to come before Readability, which drops elements with telling names when they
 * hold a single paragraph: an element carries the marks of all that stand around it.
 */
export function markElements(document: PageDocument): Marks {
  const marks: Mark[] = [];
  const known = new Map<string, ElementMatch | null>();
  const waiting: { element: PageElement; inherited: string }[] = document.body
    ? [{ element: document.body, inherited: '' }]
    : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element } = next;
    const key = `${element.tagName} ${elementNames(element).join('|')}`;
    let match = known.get(key);
    if (match === undefined) {
      match = matchElement(element);
      known.set(key, match);
    }
    let carried = next.inherited;
    if (match) {
      carried = `${carried} ${marks.length}`;
      marks.push({ match, tag: element.tagName.toUpperCase() });
    }
    if (carried !== '') element.setAttribute(attribute, carried.trim());
    for (const child of Array.from(element.children)) waiting.push({ element: child, inherited: carried });
  }
  return marks;
}

/** The numbers of the marks that hold an element, outermost first; empty for none. */
export function marksOf(element: PageElement): readonly number[] {
  for (let node: PageElement | null = element; node; node = node.parentElement) {
    const carried = node.getAttribute(attribute);
    if (carried) return carried.split(' ').map(Number);
  }
  return [];
}
