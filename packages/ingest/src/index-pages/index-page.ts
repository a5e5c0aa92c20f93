// How the stories of an outlet's own list are found on it, as the operator writes it down. Knows selectors; reads no page.
import { load } from 'cheerio/slim';

/** A page that lists stories, for outlets without a feed. All selectors are CSS; `link`, `title` and `date` look inside of `list`. */
export interface IndexPage {
  readonly url: string;
  /** Each element that it finds is one story. */
  readonly list: string;
  /** The story's link: the first one found, or the list's element itself when it is a link. */
  readonly link: string;
  /** Where its headline stands; null for the words of the link. */
  readonly title: string | null;
  /** Where its date stands, as a `datetime` attribute or as text; null for none. */
  readonly date: string | null;
}

export const defaultLink = 'a[href]';

const selectorCharsMax = 300;
const pageCharsMax = 2_000_000;
/** Tags of a page that are looked at; real lists have a few thousand. */
const tagsMax = 30_000;

/** The beginning of a page that selectors may be let loose on: bounded in characters and in tags. */
export function boundMarkup(html: string): string {
  let at = -1;
  for (let tags = 0; tags < tagsMax; tags += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return html.slice(0, pageCharsMax);
  }
  return html.slice(0, Math.min(at, pageCharsMax));
}

/** Whether a text can be used as a selector. */
export function isSelector(text: string): boolean {
  if (text.trim() === '' || text.length > selectorCharsMax) return false;
  try {
    load('<p></p>')(text);
    return true;
  } catch {
    return false;
  }
}
