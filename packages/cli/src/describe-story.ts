// One story's findings as sentences for a person: what was found, by which rule, and why. Pure; prints nothing.
import type { SentenceExplanation } from '@civicwire/extract';
import type { Annotation, Article, Official, PlaceMention, Quote, Stance } from '@civicwire/shared';

/** What an editor decided about a finding ("accepted", "rejected", "pending" …), by kind and start offset; '' when nothing is known. */
export type StatusOf = (kind: 'city' | 'official' | 'quote' | 'stance', start: number) => string;

const longestQuoteChars = 160;

/** Sentences under "Nearly"; a long story has many that touch an issue. */
const nearlyMax = 20;

/** Lines of the explanation, in the order in which an editor would ask. `sentences` are those that `explainText` explains. */
export function describeStory(
  article: Article,
  annotation: Annotation,
  sentences: readonly SentenceExplanation[],
  statusOf: StatusOf = () => '',
): string[] {
  const { cities, officials, quotes, stances, notes } = annotation;
  return [
    article.title ?? '(no title)',
    [article.byline, article.publishedAt].filter(Boolean).join(', ') || '(no byline, no date)',
    ...(article.section === null ? [] : [`section: ${article.section}`]),
    `read by: ${
      Object.entries(article.methods)
        .map(([field, method]) => `${field} ${method}`)
        .join(', ') || 'plain text'
    }`,
    ...section('About', describeFocus(cities)),
    ...section('Cities', describeCities(cities, statusOf)),
    ...section(
      'Officials',
      officials.flatMap((official) => describeOfficial(official, statusOf)),
    ),
    ...section(
      'Quotes',
      quotes.flatMap((quote) => describeQuote(quote, statusOf)),
    ),
    ...section(
      'Stances',
      stances.flatMap((stance) => describeStance(stance, statusOf)),
    ),
    ...section('Nearly', describeNearly(sentences)),
    ...section(
      'Left out, and why',
      // Those are under "Nearly", with their sentences.
      notes.filter((note) => !note.startsWith('no stance on ')).map((note) => `- ${note}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', title, ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  none'])];
}

function describeFocus(cities: readonly PlaceMention[]): string[] {
  const focus = new Map(cities.filter((city) => city.focus).map((city) => [`${city.name}, ${city.state}`, city]));
  return [...focus].map(([name, city]) => `${name} (confidence ${city.confidence.toFixed(2)})`);
}

function describeCities(cities: readonly PlaceMention[], statusOf: StatusOf): string[] {
  const groups = Map.groupBy(cities, (city) => `${city.name}, ${city.state}`);
  return [...groups].map(([name, mentions]) => {
    const rules = [...new Set(mentions.map((mention) => mention.rule))].join(', ');
    const inOrg = mentions.filter((mention) => mention.inOrg).length;
    const inside = inOrg > 0 ? `, ${inOrg} inside the name of an organization` : '';
    return `${name}: ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'}${inside} [${rules}]${status('city', mentions[0]?.start ?? 0, statusOf)}`;
  });
}

function describeOfficial(official: Official, statusOf: StatusOf): string[] {
  const { name, title, role, organization, jurisdiction, mentions, rule } = official;
  const office = [title && `“${title}”`, role && `role ${role}`, organization, jurisdiction].filter(Boolean).join(', ');
  return [
    `${name ?? '(office without a name)'}: ${office}; ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'} [${rule}]${status('official', mentions[0]?.start ?? 0, statusOf)}`,
  ];
}

function describeQuote(quote: Quote, statusOf: StatusOf): string[] {
  const { text, kind, speaker, speakerName, speakerType, cue, rule, start } = quote;
  const what = speakerType === 'unknown' ? '' : ` (${speakerType})`;
  const who = `${speakerName ?? (speaker ? `“${speaker.text}”` : 'speaker unknown')}${what}`;
  const asWritten = speakerName && speaker && speaker.text !== speakerName ? `, written “${speaker.text}”` : '';
  return [
    `${kind}: ${shorten(text)}`,
    `  ${who}${asWritten}${cue ? `, cue “${cue.text}”` : ''} [${rule}]${status('quote', start, statusOf)}`,
  ];
}

function describeStance(stance: Stance, statusOf: StatusOf): string[] {
  const {
    holder,
    holderType,
    issue,
    position,
    basis,
    act,
    modality,
    target,
    attributedBy,
    evidence,
    trace,
    rule,
    confidence,
  } = stance;
  const more = [
    `${act}, ${modality}`,
    basis === 'practice' ? 'practice, not position' : null,
    target && `towards ${target}`,
    attributedBy && `as told by ${attributedBy}`,
  ];
  return [
    `${holder} (${holderType}) ${position} ${issue}: ${more.filter(Boolean).join('; ')}; confidence ${confidence.toFixed(2)} [${rule}]${status('stance', evidence.start, statusOf)}`,
    `  because: ${trace}`,
    `  evidence: ${shorten(evidence.text)}`,
  ];
}

/** Sentences with an issue phrase, found or nearly found, that gave no stance. */
function describeNearly(sentences: readonly SentenceExplanation[]): string[] {
  const without = sentences.filter(({ stances, misses }) => stances.length === 0 && misses.length > 0);
  const lines = without.slice(0, nearlyMax).flatMap((sentence) => describeSentence(sentence));
  return without.length > nearlyMax ? [...lines, `… and ${without.length - nearlyMax} more`] : lines;
}

/** One explained sentence: what was found in it, what came of it, and what nearly did. */
export function describeSentence({ sentence, found, stances, misses }: SentenceExplanation): string[] {
  return [
    shorten(sentence),
    ...found.map((item) => `  found: ${item}`),
    ...stances.map((trace) => `  stance: ${trace}`),
    ...misses.map((miss) => `  no stance: ${miss}`),
  ];
}

function status(kind: Parameters<StatusOf>[0], start: number, statusOf: StatusOf): string {
  const known = statusOf(kind, start);
  return known === '' ? '' : ` (${known})`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longestQuoteChars
    ? line
    : `${line.slice(0, longestQuoteChars / 2).trimEnd()} … ${line.slice(-longestQuoteChars / 2).trimStart()}`;
}
