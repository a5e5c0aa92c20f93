// What an operator says of one outlet's pages: where its stories stand on them, by selectors. Knows no tree and no outlet.
import { z } from 'zod';

const selectors = z.array(z.string());
const day = z.string().nullable();

/** Days as YYYY-MM-DD, both included; null: open on that side. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** Selectors for a page; see `isPageSelector`. Empty or null where the general reading is right. */
export const pageRuleSchema = z.object({
  /** What they find is the story, whole and alone. */
  keep: selectors,
  /** What they find is no part of the story. */
  remove: selectors,
  title: z.string().nullable(),
  byline: z.string().nullable(),
  /** Of publication: a `datetime` or `content` attribute, or text. */
  date: z.string().nullable(),
});
export type PageRule = z.infer<typeof pageRuleSchema>;

/** A rule for the pages that were fetched in its time. */
export const datedPageRuleSchema = pageRuleSchema.extend({ from: day, until: day });
export type DatedPageRule = z.infer<typeof datedPageRuleSchema>;

/** Whether a moment (ISO 8601) lies in a period. */
export function isWithin({ from, until }: Period, moment: string): boolean {
  const today = moment.slice(0, 'YYYY-MM-DD'.length);
  return (from === null || from <= today) && (until === null || today <= until);
}

/** The rule for a page fetched at this moment (ISO 8601), without its dates; null when there is none. The first that holds. */
export function pageRuleAt(rules: readonly DatedPageRule[], fetchedAt: string): PageRule | null {
  const found = rules.find((rule) => isWithin(rule, fetchedAt));
  if (found === undefined) return null;
  const { keep, remove, title, byline, date } = found;
  return { keep, remove, title, byline, date };
}

const selectorCharsMax = 300;
const part = /[a-zA-Z][\w-]*|\*|[.#][\w-]+|\[[\w:-]+(?:[~*]?="[^",\]]*"(?: i)?)?\]|:not\([a-z]+\)/y;

/**
 * Whether a text is a selector that pages are read by: names, `.class`, `#id`, `[attribute]` with =, ~= or *= and quotation
 * marks, `:not(name)`, descendants (`.story p`) and lists of these. Linear in the text, which has 300 characters at most.
 */
export function isPageSelector(text: string): boolean {
  if (text.length > selectorCharsMax) return false;
  return text.split(',').every((chain) => {
    const wanted = chain.trim();
    part.lastIndex = 0;
    while (part.lastIndex < wanted.length) {
      const at = part.lastIndex;
      const isNameExpected = at === 0 || wanted[at - 1] === ' ';
      if (wanted[at] === ' ' && at > 0) {
        part.lastIndex = at + 1;
        continue;
      }
      const found = part.exec(wanted)?.[0];
      if (found === undefined || (!isNameExpected && /^[\w*]/.test(found))) return false;
    }
    return wanted !== '';
  });
}
