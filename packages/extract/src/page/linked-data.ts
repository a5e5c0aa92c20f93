// JSON-LD of a page → the facts of its article. Knows schema.org's names; checks nothing against the page.
import type { PageDocument } from './dom.ts';
import { tidyLine } from './lines.ts';
import { dropTags, undoReferences } from './references.ts';

/** What the page's own JSON-LD says of its article; null or empty where it says nothing. Strings are as written. */
export interface LinkedArticle {
  readonly isArticle: boolean;
  /** The page’s own entry is a LiveBlogPosting; one that the page merely links to is not its own. */
  readonly isLiveBlog: boolean;
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly body: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  /** `articleSection`, and the names of the first BreadcrumbList from the front page on. */
  readonly sections: readonly string[];
  readonly crumbs: readonly string[];
  /** Notices of mistakes (schema.org `correction`), without markup. */
  readonly corrections: readonly string[];
  /** False when the publisher says that the story is for payers. */
  readonly isFree: boolean;
}

type Entry = Readonly<Record<string, unknown>>;

const scriptLengthMax = 2_000_000;
const entriesMax = 5_000;
const articleType = /^(?:\w*Article|\w*BlogPosting|Report|Review|SocialMediaPosting|AnalysisNewsArticle)$/;
const pageType = /^(?:WebPage|ItemPage|WebSite|VideoObject|NewsMediaOrganization)$/;

/** Reads every JSON-LD script; the first article entry wins, a WebPage entry fills what is missing. Never throws. */
export function readLinkedArticle(document: PageDocument): LinkedArticle {
  const entries = linkedEntries(document);
  const articles = entries.filter((entry) => hasType(entry, articleType));
  const pages = entries.filter(
    (entry) => hasType(entry, pageType) && !hasType(entry, /^(?:WebSite|VideoObject|NewsMediaOrganization)$/),
  );
  const witnesses = [...articles, ...pages];
  const first = (name: string) =>
    witnesses.map((entry) => plainText(entry[name])).find((text) => text !== null) ?? null;
  const article = articles[0];
  return {
    isArticle: article !== undefined,
    isLiveBlog: article !== undefined && hasType(article, /^LiveBlogPosting$/),
    headline: article ? plainText(article.headline ?? article.name) : null,
    authors: article ? names(article.author ?? article.creator, entries) : [],
    datePublished: first('datePublished') ?? first('dateCreated') ?? first('uploadDate'),
    dateModified: first('dateModified'),
    body: longest(articles.map((entry) => plainText(entry.articleBody))),
    url: article ? (plainText(article.url) ?? idOf(article.mainEntityOfPage)) : null,
    publisher: names(article?.publisher, entries)[0] ?? null,
    sections: article ? texts(article.articleSection) : [],
    crumbs: readCrumbs(entries.find((entry) => hasType(entry, /^BreadcrumbList$/))),
    corrections: articles.flatMap((entry) => readCorrections(entry.correction)),
    isFree: !articles.some(isForPayers),
  };
}

function linkedEntries(document: PageDocument): Entry[] {
  const entries: Entry[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    const text = script.textContent ?? '';
    if (text.length > scriptLengthMax) continue;
    const waiting: unknown[] = [parseLoosely(text)];
    while (waiting.length > 0 && entries.length < entriesMax) {
      const value = waiting.shift();
      if (Array.isArray(value)) waiting.push(...value.slice(0, entriesMax));
      else if (isEntry(value)) {
        entries.push(value);
        waiting.push(value['@graph'], value.mainEntity, value.mainEntityOfPage, value.breadcrumb);
      }
    }
  }
  return entries;
}

/** Strict JSON first; then without comment marks, raw control characters and a trailing semicolon. Undefined when hopeless. */
function parseLoosely(text: string): unknown {
  const strict = parseJson(text);
  if (strict !== undefined) return strict;
  const tidy = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '');
  const plain = withoutControls(tidy);
  const mended = plain.replace(/;\s*$/, '').replace(/,(\s{0,20}[}\]])/g, '$1');
  return parseJson(tidy) ?? parseJson(plain) ?? parseJson(mended);
}

/** Undefined for what is no JSON; null counts as nothing too. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}

function withoutControls(text: string): string {
  return Array.from(text, (letter) => (letter < ' ' ? ' ' : letter)).join('');
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function hasType(entry: Entry, pattern: RegExp): boolean {
  const type = entry['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && pattern.test(name.replace(/^https?:\/\/schema\.org\//, '')));
}

function plainText(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  const text =
    typeof one === 'string' ? one : typeof one === 'number' ? String(one) : isEntry(one) ? one['@value'] : null;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}

function idOf(value: unknown): string | null {
  return typeof value === 'string' ? value : isEntry(value) ? plainText(value['@id'] ?? value.url) : null;
}

function names(value: unknown, entries: readonly Entry[]): string[] {
  const list = Array.isArray(value) ? value.slice(0, 20) : [value];
  const found = list.map((one) => {
    if (typeof one === 'string') return one;
    if (!isEntry(one)) return null;
    const named = plainText(one.name);
    if (named !== null) return named;
    const id = one['@id'];
    const other = typeof id === 'string' ? entries.find((entry) => entry['@id'] === id && entry !== one) : undefined;
    return other ? plainText(other.name) : null;
  });
  return found.filter((name): name is string => name !== null && name.trim() !== '');
}

const listedMax = 10;

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, listedMax) : [value];
  return list.flatMap((one) => plainText(isEntry(one) ? (one.name ?? one) : one) ?? []);
}

/** Names of a trail's steps in order of their `position`, where they have one. */
function readCrumbs(trail: Entry | undefined): string[] {
  const list = Array.isArray(trail?.itemListElement) ? trail.itemListElement.slice(0, listedMax).filter(isEntry) : [];
  const placed = list.map((step, at) => ({ step, position: Number(step.position ?? at) }));
  return placed
    .sort((one, other) => one.position - other.position)
    .flatMap(({ step }) => plainText(step.name) ?? (isEntry(step.item) ? (plainText(step.item.name) ?? []) : []));
}

const correctionsMax = 10;
const correctionCharsMax = 1_500;

/** Texts of a `correction`: a sentence, a CorrectionComment, or a list of them. Addresses say nothing themselves and are left out. */
function readCorrections(value: unknown): string[] {
  const list = Array.isArray(value) ? value.slice(0, correctionsMax) : [value];
  return list.flatMap((one) => {
    const stated = isEntry(one) ? (plainText(one.text) ?? plainText(one.description)) : plainText(one);
    const text = tidyLine(dropTags(undoReferences((stated ?? '').slice(0, correctionCharsMax))));
    return text === '' || /^https?:\S+$/i.test(text) ? [] : [text];
  });
}

function isForPayers(entry: Entry): boolean {
  const says = (one: unknown) => one === false || (typeof one === 'string' && /^false$/i.test(one));
  return says(entry.isAccessibleForFree);
}

function longest(texts: readonly (string | null)[]): string | null {
  return texts.reduce((best, text) => ((text?.length ?? 0) > (best?.length ?? 0) ? text : best), null);
}
