// Marks every element with the element rules that it or an element around it meets. Knows the rules by their match alone.
import type { PageDocument, PageElement } from './dom.ts';
import { type ElementMatch, matchElement, nameAttributes } from './element-rules.ts';

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
    const match = matchOnce(element, known);
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

/** Most elements of a page have the same names as one before. */
function matchOnce(element: PageElement, known: Map<string, ElementMatch | null>): ElementMatch | null {
  let key = element.tagName;
  for (const name of nameAttributes) key += `\n${element.getAttribute(name) ?? ''}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const match = matchElement(element);
  known.set(key, match);
  return match;
}

/** For each of some blocks, in order, the numbers of the marks that hold it, outermost first. */
export type BlockMarks = readonly (readonly number[])[];

/** Taken while the elements stand where the page has them. */
export function marksOfBlocks(blocks: readonly { readonly element: PageElement }[]): BlockMarks {
  const known = new Map<PageElement, readonly number[]>();
  return blocks.map(({ element }) => {
    const before = known.get(element);
    if (before) return before;
    const numbers = marksOf(element);
    known.set(element, numbers);
    return numbers;
  });
}

function marksOf(element: PageElement): readonly number[] {
  for (let node: PageElement | null = element; node; node = node.parentElement) {
    const carried = node.getAttribute(attribute);
    if (carried) return carried.split(' ').map(Number);
  }
  return [];
}
