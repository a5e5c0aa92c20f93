// One story's annotation turned into findings with identity: what the store would keep, every span checked against the text.
// Knows the record shapes of extraction; runs no query.
import type { Annotation, Official, PlaceMention, Quote, Stance, TextSpan } from '@civicwire/shared';
import { contentId, normalise } from '../hashing.ts';
import type { CityValue, FindingKind, OfficialValue, QuoteValue, StanceValue } from './finding-values.ts';

interface DraftOf<Kind extends FindingKind, Value, Detail> {
  readonly id: string;
  readonly kind: Kind;
  readonly value: Value;
  readonly detail: Detail;
  /** The passage that shows it (for cities and officials the first mention). */
  readonly evidence: TextSpan;
  /** One line that names it in a list. */
  readonly label: string;
  readonly rule: string;
  readonly confidence: number | null;
  readonly trace: string | null;
}

export type CityDraft = DraftOf<'city', CityValue, readonly PlaceMention[]>;
export type OfficialDraft = DraftOf<'official', OfficialValue, Official['mentions']>;
export type QuoteDraft = DraftOf<'quote', QuoteValue, Quote>;
export type StanceDraft = DraftOf<'stance', StanceValue, Stance>;
export type FindingDraft = CityDraft | OfficialDraft | QuoteDraft | StanceDraft;

/** Something that was not stored because a span does not hold: named, so that the rule can be mended. */
export interface Refusal {
  readonly kind: FindingKind;
  readonly what: string;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly expected: string;
  /** What stands in the text at that place. */
  readonly actual: string;
}

export interface Drafts {
  readonly findings: readonly FindingDraft[];
  readonly refusals: readonly Refusal[];
}

/** Gives ids; the second finding with the same identity gets another one, in text order. */
function identities(storyId: string): (kind: FindingKind, evidence: string, name: string, issue: string) => string {
  const seen = new Map<string, number>();
  return (kind, evidence, name, issue) => {
    const id = contentId('finding', storyId, kind, normalise(evidence), normalise(name), issue);
    const nth = seen.get(id) ?? 0;
    seen.set(id, nth + 1);
    return nth === 0 ? id : contentId(id, nth);
  };
}

/** The findings of one text. A finding whose span does not hold is refused; the others are not touched by it. */
export function draftFindings(storyId: string, text: string, annotation: Annotation): Drafts {
  const refusals: Refusal[] = [];
  const holds = (kind: FindingKind, what: string, rule: string, span: TextSpan): boolean => {
    const actual = text.slice(span.start, span.end);
    if (span.start < span.end && actual === span.text) return true;
    refusals.push({ kind, what, rule, start: span.start, end: span.end, expected: span.text, actual });
    return false;
  };
  const identity = identities(storyId);
  const findings: FindingDraft[] = [
    ...draftCities(annotation.cities, identity, holds),
    ...draftOfficials(annotation.officials, identity, holds),
    ...draftQuotes(annotation.quotes, identity, holds),
    ...draftStances(annotation.stances, identity, holds),
  ];
  return { findings, refusals };
}

type Identity = ReturnType<typeof identities>;
type Holds = (kind: FindingKind, what: string, rule: string, span: TextSpan) => boolean;

const inOrder = (a: TextSpan, b: TextSpan): number => a.start - b.start || a.end - b.end;
const spanOf = ({ start, end, text }: TextSpan): TextSpan => ({ start, end, text });
const orNull = (text: string | null): string | null => (text === '' ? null : text);

function draftCities(mentions: readonly PlaceMention[], identity: Identity, holds: Holds): CityDraft[] {
  const cities = new Map<string, PlaceMention[]>();
  for (const mention of mentions) {
    if (!holds('city', mention.name, mention.rule, mention)) continue;
    const key = JSON.stringify([mention.geoid, mention.name, mention.state]);
    const known = cities.get(key);
    if (known === undefined) cities.set(key, [mention]);
    else if (!known.some((other) => other.start === mention.start && other.end === mention.end)) known.push(mention);
  }
  const groups = [...cities.values()].map((group) => group.sort(inOrder));
  return groups
    .flatMap((group) => (group[0] === undefined ? [] : [{ first: group[0], group }]))
    .sort((a, b) => inOrder(a.first, b.first))
    .map(({ first, group }) => ({
      id: identity('city', '', first.name, ''),
      kind: 'city',
      value: {
        name: first.name,
        state: orNull(first.state),
        geoid: orNull(first.geoid),
        lat: first.lat,
        lon: first.lon,
        focus: group.some((mention) => mention.focus),
      },
      detail: group,
      evidence: spanOf(first),
      label: first.state === null ? first.name : `${first.name}, ${first.state}`,
      rule: first.rule,
      confidence: Math.max(...group.map((mention) => mention.confidence)),
      trace: null,
    }));
}

function draftOfficials(officials: readonly Official[], identity: Identity, holds: Holds): OfficialDraft[] {
  return officials.flatMap((official) => {
    const what = official.name ?? official.title ?? official.role ?? 'office';
    const seen = new Set<string>();
    const mentions = official.mentions
      .filter((mention) => holds('official', what, official.rule, mention))
      .filter(({ start, end }) => !seen.has(`${start}-${end}`) && seen.add(`${start}-${end}`))
      .sort(inOrder);
    const first = mentions[0];
    if (first === undefined) return [];
    const { rule } = official;
    const value = {
      name: orNull(official.name),
      title: orNull(official.title),
      role: orNull(official.role),
      organization: orNull(official.organization),
      jurisdiction: orNull(official.jurisdiction),
      jurisdiction_id: orNull(official.jurisdictionId),
      tenure: official.tenure,
    };
    const label = official.name !== null && official.title !== null ? `${official.name}, ${official.title}` : what;
    const id = identity('official', '', what, '');
    const evidence = spanOf(first);
    return [{ id, kind: 'official', value, detail: mentions, evidence, label, rule, confidence: null, trace: null }];
  });
}

function draftQuotes(quotes: readonly Quote[], identity: Identity, holds: Holds): QuoteDraft[] {
  return [...quotes].sort(inOrder).flatMap((quote) => {
    const what = quote.speakerName ?? 'unknown speaker';
    const spans = [quote, quote.speaker, quote.cue].filter((span) => span !== null);
    if (!spans.every((span) => holds('quote', what, quote.rule, span))) return [];
    return [
      {
        // The speaker is what an editor judges, so it is no part of the identity: a corrected speaker stays one finding.
        id: identity('quote', quote.text, '', ''),
        kind: 'quote' as const,
        value: { kind: quote.kind, speaker_name: orNull(quote.speakerName) },
        detail: quote,
        evidence: spanOf(quote),
        label: what,
        rule: quote.rule,
        confidence: null,
        trace: null,
      },
    ];
  });
}

function draftStances(stances: readonly Stance[], identity: Identity, holds: Holds): StanceDraft[] {
  return [...stances]
    .sort((a, b) => inOrder(a.evidence, b.evidence))
    .flatMap((stance) => {
      const { evidence, holder, issue, position } = stance;
      const label = `${holder} ${position} ${issue}`;
      if (!holds('stance', label, stance.rule, evidence)) return [];
      return [
        {
          id: identity('stance', evidence.text, holder, issue),
          kind: 'stance' as const,
          value: {
            holder,
            holder_type: stance.holderType,
            issue,
            position,
            basis: stance.basis,
            act: stance.act,
            modality: stance.modality,
            target: orNull(stance.target),
            attributed_by: orNull(stance.attributedBy),
          },
          detail: stance,
          evidence: spanOf(evidence),
          label,
          rule: stance.rule,
          confidence: stance.confidence,
          trace: stance.trace,
        },
      ];
    });
}
