// A ruling: who holds what is said, by which act, in which mood. Knows how acts and moods are named; not how holders are found.
import { foldedAt, hasShape } from '../reading/reading.ts';
import { shape } from '../reading/tokens.ts';
import { isSpeech, type Link } from './chains/chains.ts';
import { isOf, type VerbGroup } from './clauses/grammar.ts';
import type { Candidate } from './holders/candidate.ts';
import type { FrameHit } from './lexicon.ts';
import type { SentenceContext } from './sentence-context.ts';

/** A stance before it is written down. */
export interface Ruling {
  readonly holder: Candidate;
  readonly links: readonly Link[];
  /** A further factor of −1 that no operator stands for, in words; null when there is none. */
  readonly complaint: string | null;
  readonly act: string;
  readonly modality: string;
  readonly basis: 'position' | 'practice';
  readonly target: string | null;
  readonly attributedBy: string | null;
  readonly position: 'mixed' | 'neutral' | null;
  readonly doubt: number;
  /** The token that ends its evidence where that stands behind all else ("…, Brandt said yes"); null where it does not. */
  readonly until: number | null;
  /** The office whose doing the holder tells of ("the department does not use it, the chief said"); null where the holder tells of its own. */
  readonly body: Candidate | null;
}

/** A ruling, or why there is none. */
export type Finding = Ruling | string;

/** What a rule knows better than the general reading of the act. */
export type Extras = Partial<Omit<Ruling, 'holder' | 'links' | 'position'>> & {
  /** It is said inside of a quotation: no verb of saying stands in the chain. */
  readonly quoted?: boolean;
};

/** Rules that `holder` holds what `links` govern; `lead` is the act that counts (null: the phrase's own verb). */
export function ruling(
  context: SentenceContext,
  holder: Candidate,
  links: readonly Link[],
  lead: Link | null,
  group: VerbGroup | null,
  extras: Extras,
): Ruling {
  const told = lead && (proposedBy(links, lead) ?? lead);
  const source = told?.hit.rule.type === 'act' ? told.hit.rule.source : null;
  const promise = links.some(isPromise);
  const spoken = extras.quoted === true || links.some((link) => isSpeech(link.kind));
  // "said it would not" reports "will not".
  const future = group?.future === true || (spoken && group?.would === true);
  const plain = lead === null || isSpeech(lead.kind) || lead.kind === 'limit' || lead.kind === 'do';
  const proposal = holder.holderType === 'policy-proposal';
  const how: Mood = { promise, future, plain, spoken, proposal };
  return {
    holder,
    links,
    complaint: extras.complaint ?? null,
    act: extras.act ?? actOf(holder, source?.act ?? null, how),
    modality: extras.modality ?? modalityOf(context, source, how, links),
    basis:
      extras.basis ??
      (plain && !future && !promise && lead?.kind !== 'limit' && holder.role !== 'document' ? 'practice' : 'position'),
    target: extras.target ?? (source?.kind === 'demand' && lead ? targetOf(context, lead) : null),
    attributedBy: extras.attributedBy ?? null,
    position: fixedPosition(context, links),
    doubt: extras.doubt ?? 0,
    until: extras.until ?? null,
    body: extras.body ?? null,
  };
}

/** A ruling and that of the office whose doing its holder tells of; the office's alone where nobody by name tells it ("…, officials said"). */
export function withBody(item: Ruling): readonly Ruling[] {
  const { holder, body } = item;
  if (body === null || item.position !== null) return [item];
  const own = { ...item, holder: body, attributedBy: holder.name, body: null };
  return holder.named ? [item, own] : [own];
}

/** "plans to file a bill": what is planned is a proposal, and nothing decided yet. */
function proposedBy(links: readonly Link[], lead: Link): Link | undefined {
  if (lead.hit.rule.id !== 'decides-to') return undefined;
  const next = links[links.indexOf(lead) + 1];
  return next?.hit.rule.type === 'act' && next.hit.rule.source.modality === 'proposed' ? next : undefined;
}

interface Mood {
  readonly promise: boolean;
  readonly future: boolean;
  /** No act but speech or a negator governs the phrase. */
  readonly plain: boolean;
  readonly spoken: boolean;
  readonly proposal: boolean;
}

function modalityOf(
  context: SentenceContext,
  source: { readonly kind: string; readonly modality?: string | undefined } | null,
  how: Mood,
  links: readonly Link[],
): string {
  if (how.proposal) return 'proposed';
  if (links.some(({ hit }) => hit.rule.type === 'act' && hit.rule.source.modality === 'conditional'))
    return 'conditional';
  if (source?.modality !== undefined) return source.modality;
  if (source?.kind === 'demand' || source?.kind === 'should') return 'demanded';
  if (how.promise || (how.spoken && how.future && how.plain)) return 'promised';
  return hasCondition(context) ? 'conditional' : 'asserted';
}

function actOf(holder: Candidate, act: string | null, how: Mood): string {
  if (how.proposal) return 'policy-proposal';
  if (holder.holderType === 'court' && act !== 'statement') return 'court-ruling';
  if (act === 'vote' && holder.role === 'official' && holder.holderType !== 'council-member') return 'decision';
  if (act === 'demand' && holder.holderType === 'residents') return 'public-comment';
  if (act !== null && act !== 'statement') return act;
  if (how.promise || (how.spoken && how.future && how.plain)) return 'promise';
  if (how.spoken) return 'statement';
  if (holder.role === 'document') return 'policy';
  if (!how.plain || holder.role !== 'government') return 'statement';
  return how.future ? 'policy' : 'practice';
}

/** An act that leaves the matter open fixes the position; so does an exception ("aside from those assignments, …"). */
function fixedPosition(context: SentenceContext, links: readonly Link[]): 'mixed' | 'neutral' | null {
  for (const { hit } of links) {
    if (hit.rule.type === 'act' && hit.rule.source.position !== undefined) return hit.rule.source.position;
  }
  const first = foldedAt(context.reading, context.from);
  const second = foldedAt(context.reading, context.from + 1);
  return `${first} ${second}` === 'aside from' || `${first} ${second}` === 'except for' ? 'mixed' : null;
}

/** Bodies and officials act; critics and others can only demand, judge, sue and vote. */
export function canAct(holder: Candidate, lead: Link | null): boolean {
  // A court rules; it does not favor.
  if (holder.holderType === 'court' && (lead?.kind === 'judge' || lead?.hit.rule.id === 'demands')) return false;
  if (holder.role === 'government' || holder.role === 'official' || holder.role === 'document') return true;
  if (lead === null) return false;
  if (/\bvoters$/i.test(holder.name) && lead.kind !== 'do') return true;
  const act = lead.hit.rule.type === 'act' ? lead.hit.rule.source.act : undefined;
  return (
    ['demand', 'judge', 'question', 'should'].includes(lead.kind) ||
    act === 'lawsuit' ||
    // "marched against the raids"
    lead.hit.rule.id === 'against' ||
    // "Lee, who voted against the code": whoever has a vote has a seat, or was asked.
    (act === 'vote' && (holder.holderType === 'residents' || (holder.named && holder.holderType === 'person')))
  );
}

/** Phrases that only local bodies can act on are nobody's stance when a federal body does them. */
export function isOutsider(frame: FrameHit, holder: Candidate): boolean {
  return frame.rule.source.by === 'local' && /^(?:federal-|president)/.test(holder.holderType);
}

/** "Some neighboring counties", "other cities", "officers who refuse". */
export function isNoOneInParticular(context: SentenceContext, holder: Candidate): boolean {
  const { grammar, reading } = context;
  const { from, to } = holder;
  // "in counties where the sheriff lets agents in": whichever sheriff.
  let clause = from - 1;
  while (isOf(grammar, reading, clause, 'determiner')) clause--;
  if (foldedAt(reading, clause) === 'where' && /[^s]s$/.test(foldedAt(reading, clause - 1))) return true;
  // "any county whose sheriff lets agents in"
  const whose = foldedAt(reading, from - 1) === 'whose' ? [from - 3, from - 4] : [];
  if (whose.some((i) => /^(?:a|an|any|each|every|no)$/.test(foldedAt(reading, i)))) return true;
  const bare =
    !isOf(grammar, reading, from, 'determiner') &&
    !isOf(grammar, reading, from - 1, 'determiner') &&
    !hasShape(reading, from - 1, shape.number | shape.clitic);
  // "He led a group that sued": which one, is not told.
  const led =
    /^(?:a|an)$/.test(foldedAt(reading, from - 1)) &&
    /^(?:led|leads|founded|started|joined|heads|headed)$/.test(foldedAt(reading, from - 2));
  if (!holder.named && led) return true;
  // "Some members support it and others do not"
  if (!holder.named && foldedAt(reading, from - 1) === 'some')
    for (let i = to; i < context.to; i++) if (foldedAt(reading, i) === 'others') return true;
  // "the officers who use it": which ones is said, and nothing of what they want.
  if (!holder.named && holder.holderType === 'police-officer' && foldedAt(reading, to) === 'who') return true;
  const name = reading.text.slice(reading.starts[from], reading.ends[to - 1]);
  if (
    !holder.named &&
    holder.role !== 'critic' &&
    bare &&
    /^(?:who|that)$/.test(foldedAt(reading, to)) &&
    (!/\p{Lu}/u.test(name) || (from === context.from && /^\p{Lu}\p{Ll}+$/u.test(name)))
  )
    return true;
  if (!/^(?:counties|cities|towns|states|villages)$/.test(foldedAt(reading, to - 1))) return false;
  return /^(?:some|other|several|many|most|few|neighboring|nearby|more|dozens|and)$/.test(foldedAt(reading, from - 1));
}

/** Whether the sentence has an "if" or "unless". */
export function hasCondition(context: SentenceContext): boolean {
  return context.segments.list.some(
    (segment) => segment.kind === 'condition' && /^(?:if|unless)$/.test(foldedAt(context.reading, segment.from)),
  );
}

/** Whom a demand or an accusation is addressed to: the candidate behind its verb. */
export function targetOf(context: SentenceContext, link: Link): string | null {
  return (
    context.candidates.find((candidate) => candidate.from > link.hit.from && candidate.from <= link.hit.from + 4)
      ?.name ?? null
  );
}

export function isPromise(link: Link): boolean {
  return link.hit.rule.type === 'act' && link.hit.rule.source.act === 'promise';
}

/** A phrase in the passive: its subject suffers it. */
export function isDoneTo(frame: FrameHit, group: VerbGroup): boolean {
  return frame.rule.source.kind === 'passive' || (frame.rule.source.kind === 'verb' && group.passive);
}
