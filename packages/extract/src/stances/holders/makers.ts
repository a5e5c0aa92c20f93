// Who made a document that the sentence goes on about: "The law, which the Senate passed and the governor signed, bars …",
// "An ordinance adopted by the council in 2021 bars …", "The ordinance bars …" in a story of its adoption. Knows word order; nothing of issues.
import type { Stance } from '@civicwire/shared';
import { foldedAt } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Analysis } from '../judge.ts';
import type { Agenda } from '../measure/agenda.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Candidate } from './candidate.ts';
import { listedMakers } from './listed-makers.ts';

export const making =
  /^(?:passed|adopted|approved|enacted|signed|issued|wrote|drafted|introduced|proposed|sponsored|unveiled|imposed|set|ordered|authored)$/;
const places = /^(?:county|city|state)$/;

/** Those who made the document at `document`, by the words between it and the verb at token `verb`; none where those do not tell. */
export function makersOf(context: SentenceContext, document: Candidate, verb: number): readonly Candidate[] {
  const { reading, candidates, grammar } = context;
  let i = document.to;
  // "a 2021 ordinance, adopted by …", "the law, known as …" is left alone.
  if (foldedAt(reading, i) === ',') i++;
  if (making.test(foldedAt(reading, i))) {
    const by = [i + 1, i + 2, i + 3].find((token) => foldedAt(reading, token) === 'by');
    const [maker] = by === undefined ? [] : holdersFrom(context, by + 1, by + 4);
    return maker && maker.to <= verb ? [maker] : [];
  }
  if (!/^(?:that|which)$/.test(foldedAt(reading, i))) return [];
  const makers: Candidate[] = [];
  // "which the General Assembly passed in March and Gov. Moore signed in April"
  for (let token = i + 1; token < Math.min(verb, i + 24); token++) {
    const word = foldedAt(reading, token);
    if (word === ',' && makers.length > 0) break;
    if (!making.test(word) || isOf(grammar, reading, token - 1, 'auxiliary', 'relative')) continue;
    const maker = candidates.find((item) => item.to === token && isMaker(item));
    if (!maker) break;
    makers.push(maker);
  }
  return makers;
}

/** Who else made the document that `holder` is a maker of; none when it is none. */
export function otherMakers(context: SentenceContext, holder: Candidate, verb: number): readonly Candidate[] {
  const listed = listedMakers(context);
  if (listed.includes(holder)) return listed.filter((maker) => maker !== holder);
  for (const document of context.candidates) {
    if (document.role !== 'document' || document.to > holder.from) continue;
    const makers = makersOf(context, document, verb);
    if (makers.includes(holder)) return makers.filter((maker) => maker !== holder);
  }
  return [];
}

/** Who stands behind "by": the head of the phrase, and no place or body that hangs on it ("by 900 residents of Polk County"). */
function holdersFrom(
  { candidates, reading, grammar }: SentenceContext,
  from: number,
  to: number,
): readonly Candidate[] {
  const [first, ...rest] = candidates.filter((item) => item.from >= from && item.from <= to);
  const isHead = (item: Candidate): boolean => {
    for (let i = from; i < item.from; i++) if (isOf(grammar, reading, i, 'preposition')) return false;
    return true;
  };
  if (first?.role === 'critic' && first.holderType !== 'attorney' && isHead(first)) return [first];
  return [first, ...rest].filter((item): item is Candidate => item !== undefined && isMaker(item) && isHead(item));
}

/** Whether somebody may have made a document: a body, an official, a named group. */
export function isMaker({ role, holderType, named }: Candidate): boolean {
  return role === 'government' || role === 'official' || (named && role !== 'document' && !places.test(holderType));
}

/** "Sen. Lou Marsh's bill would …", "A bill by Sen. Lou Marsh would …": the bill asks for what its owner wants; null when no person stands there. */
export function ownerOf(context: SentenceContext, document: Candidate): Candidate | null {
  if (document.holderType !== 'policy-proposal') return null;
  if (/^(?:by|from)$/.test(foldedAt(context.reading, document.to))) {
    const [owner] = holdersFrom(context, document.to + 1, document.to + 4);
    return owner?.named && owner.role === 'official' ? owner : null;
  }
  let end = document.from;
  if (foldedAt(context.reading, end) === "'s") end++;
  if (foldedAt(context.reading, end - 1) !== "'s") return null;
  return context.candidates.find((item) => item.to === end - 1 && item.named && item.role === 'official') ?? null;
}

const plans = /^(?:plan|budget|draft|package|proposal|idea|ordinance|resolution|motion|amendment|agenda|platform)$/;

/** "The mayor's proposed budget would …": the official whose plan it is; null when no official stands before it. */
export function plannerOf(context: SentenceContext, verb: number): Candidate | null {
  const { reading, candidates, from } = context;
  const group = context.groupAt(verb);
  if (!group.would && !group.future) return null;
  if (!plans.test(foldedAt(reading, group.left - 1))) return null;
  for (let i = group.left - 2; i > Math.max(from, group.left - 6); i--) {
    if (foldedAt(reading, i) === "'s")
      return candidates.find((item) => item.to === i && item.role === 'official') ?? null;
    if (!/^\p{Ll}+$/u.test(foldedAt(reading, i))) return null;
  }
  return null;
}

/** What "the ordinance" says is held by the one body that adopted it; documents of stories that tell of no such body keep their own. */
export function assignToAdopters(analyses: readonly Analysis[], agenda: Agenda | null): readonly Analysis[] {
  const body = agenda === null || agenda.undoes ? null : adopterOf(analyses, agenda);
  if (agenda === null || body === null) return analyses;
  return analyses.map((analysis) => {
    const { judgement, context } = analysis;
    if (!('stances' in judgement) || context.from < agenda.from || !judgement.stances.some(isOfDocument))
      return analysis;
    const stances = judgement.stances.map((stance) =>
      isOfDocument(stance) && isTheOne(context, stance) ? { ...stance, ...body } : stance,
    );
    return { ...analysis, judgement: { ...judgement, stances } };
  });
}

function isOfDocument({ holderType, modality }: Stance): boolean {
  return holderType === 'document' && modality !== 'proposed';
}

/** "The ordinance", "It", no "state policy" and no "city's policy". */
function isTheOne({ reading, candidates }: SentenceContext, { holder }: Stance): boolean {
  const item = candidates.find((candidate) => candidate.role === 'document' && candidate.name === holder);
  if (!item) return false;
  const own = /^(?:ordinance|resolution)s?$/.test(foldedAt(reading, item.to - 1)) && item.to - item.from === 1;
  return own && /^(?:the|this|that)$/.test(foldedAt(reading, item.from - 1));
}

/** The one body that is told to have voted for the measure; null when none or several did. */
function adopterOf(
  analyses: readonly Analysis[],
  { rule, outcome }: Agenda,
): { readonly holder: string; readonly holderType: Stance['holderType'] } | null {
  if (outcome < 0) return null;
  const names = new Map<string, Stance['holderType']>();
  const position = rule.source.sign > 0 ? 'supports' : 'opposes';
  for (const { judgement } of analyses) {
    if (!('stances' in judgement)) continue;
    for (const { holder, holderType, act, issue, modality, ...stance } of judgement.stances)
      if (
        /^(?:council|county|city)$/.test(holderType) &&
        /^(?:vote|decision|resolution)$/.test(act) &&
        (modality === 'asserted' || act === 'vote') &&
        issue === rule.source.issue &&
        stance.position === position
      )
        names.set(holder, holderType);
  }
  const [one] = names;
  return names.size === 1 && one ? { holder: one[0], holderType: one[1] } : null;
}

/** "received 200 emails opposing it", "read a letter opposing it": a paper before the participle at a token that nobody here is told to have written. */
export function isOthersPaper({ reading, from }: SentenceContext, participle: number): boolean {
  if (!papers.test(foldedAt(reading, participle - 1))) return false;
  for (let i = participle - 1; i >= Math.max(from, participle - 9); i--)
    if (writes.test(foldedAt(reading, i))) return false;
  return true;
}

const papers =
  /^(?:letters?|e-?mails?|messages?|comments?|petitions?|statements?|editorials?|flie?rs|flyers|ads?|calls|texts|posts?|postcards?|signatures|notes?|testimony|reports?|stud(?:y|ies))$/;
const writes =
  /^(?:writes?|wrote|written|writing|signs?|signed|signing|sends?|sent|sending|submit|submits|submitted|issues?|issued|publish|published|delivers?|delivered|delivering|circulates?|circulated|circulating|release|released|penned|posts?|posted|drafted|filed|makes?|made|carried|carrying|co-signed|handed|ran|bought|gathered|collected|turned|offered|gave|presented|launched)$/;
