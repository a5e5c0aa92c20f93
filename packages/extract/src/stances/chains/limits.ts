// Words near an issue phrase after which its sign is not safe: "only when required", "used to support", "wants it to move".
// Knows words and where they stand; not what the phrase means.
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import { textOf } from '../holders/holder-names.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isSpeech, type Link } from './chains.ts';
import { isComplement, isSeenTo } from './complements.ts';
import { leftFree } from './left-free.ts';
import { isForOnTerms } from './terms.ts';
import { isWantedAway } from './wanted-states.ts';
import { isRefusedWithout, lacksSomething } from './without.ts';

/** Words after which neither sign is safe: "used to support", "only when required by law", "does not help". */
export function limitingWords(context: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  const { reading } = context;
  const paper = refusedPaper(reading, frame, links);
  if (paper !== null) return paper;
  // "sweeps only push people away" is a verdict of its own.
  const verdict = links.some(({ hit }) => holdsOnly(reading, hit.from, hit.to)) || isForOnTerms(context, frame, links);
  for (let i = frame.to; !verdict && i < Math.min(context.to, frame.to + 2); i++)
    if (foldedAt(reading, i) === 'only') return 'only';
  // "supports it in violent crimes but not at protests"
  // "supports it along the river and opposes it elsewhere"
  for (let i = frame.to; i < Math.min(context.to - 1, frame.to + 10); i++) {
    if (foldedAt(reading, i) === 'but' && foldedAt(reading, i + 1) === 'not') return 'but not';
    if (foldedAt(reading, i) === 'elsewhere') return 'elsewhere';
    if (!verdict && foldedAt(reading, i) === 'only' && foldedAt(reading, i + 1) === 'if') return 'only if';
    if (foldedAt(reading, i) === 'nothing' && foldedAt(reading, i + 1) === 'else') return 'nothing else';
  }
  // "has concerns about the bill but likes its goal"
  const turned = turnedSince(context, frame, links);
  if (turned !== null) return turned;
  // "cameras alone will not make us safer"; "on account of their status alone" is another thing.
  const told = links.some((link) => link.behind && !isSpeech(link.kind));
  const alone = told ? shortlyBehind(context, frame.to, /^(?:alone|itself|themselves)$/) : null;
  if (alone !== null) return alone;
  // "has not agreed to it yet"
  const open = links.some((link) => link.kind === 'not' && !link.behind);
  // "would not repeal the rules but would exempt small buildings"
  if (open && foldedAt(reading, frame.to) === 'but' && /^(?:would|wants)$/.test(foldedAt(reading, frame.to + 1)))
    return 'but';
  if (open && shortlyBehind(context, frame.to, /^yet$/) !== null) return 'yet';
  // "allowed the plan to buy cameras to lapse"
  if (
    foldedAt(reading, frame.to) === 'to' &&
    /^(?:lapse|expire|die|sunset)$/.test(foldedAt(reading, frame.to + 1)) &&
    links.length === 0
  )
    return 'to lapse';
  const judged = links.some((link) => link.kind === 'judge' && !link.behind);
  if (judged && foldedAt(reading, frame.to) === 'but' && likes.test(foldedAt(reading, frame.to + 1))) return 'but';
  if (judged && isOverBut(context, frame, links)) return 'but that';
  const both = links.some(
    ({ hit: { from } }) => /^(?:and|or)$/.test(foldedAt(reading, from - 1)) && foldedAt(reading, from - 2) === 'for',
  );
  if (both) return 'for and against';
  if (judged && isInTheory(context, frame.to)) return 'in theory';
  if (judged && wasOnce(context, links)) return 'once';
  if (judged && isSeenToEnd(context, frame, links)) return 'end';
  const part = judged ? partOf(context, frame) : null;
  if (part !== null) return part;
  const habit = links.find(
    (link) => foldedAt(reading, link.hit.from) === 'used' && foldedAt(reading, link.hit.to) === 'to' && !link.passive,
  );
  if (habit) return 'used to';
  if (!verdict && foldedAt(reading, frame.from - 1) === 'only' && frame.rule.source.kind === 'verb') return 'only';
  if (isWhether(context, frame, links)) return 'whether';
  if (foldedAt(reading, frame.from) === 'it' && isForWhatFollows(context, frame.from)) return 'it … to';
  const free = leftFree(context, links);
  if (free !== null) return free;
  const next = frame.to;
  const governed = (kind: string): boolean => links.some((link) => link.kind === kind && !link.behind);
  const demanded = governed('demand') || (governed('judge') && isSeenTo(context, next, frame));
  if (isRefusedWithout(context, frame, links)) return 'not … without';
  const away = demanded && isWantedAway(context, frame);
  if (
    demanded &&
    !away &&
    isComplement(context, next, frame) &&
    !describing.test(foldedAt(reading, next)) &&
    // "asked the city to let the program lapse": the letting takes it.
    !links.some((link) => link.hit.from === next || link.hit.rule.id === 'lets-lapse')
  )
    return foldedAt(reading, next);
  const wished = links.some(({ hit }) => hit.rule.id === 'demands' && wishes.test(foldedAt(reading, hit.from)));
  const gone =
    !away && (wished || lastOf(links)?.hit.rule.id === 'demands') ? isWantedGone(context, frame, links) : null;
  if (gone !== null) return gone;
  // "asked for the contract to be torn up": what is to become of it stands behind.
  if (governed('demand') && foldedAt(reading, next) === 'to' && foldedAt(reading, next + 1) === 'be') return 'to be';
  // "wants the raids to move": what is wanted of it is told by a verb that no rule knows.
  const bare =
    foldedAt(reading, next) === 'to' && frame.rule.source.kind === 'noun' && !goesOn.test(foldedAt(reading, next + 1));
  if (demanded && bare && !links.some((link) => link.hit.from === next + 1) && lastOf(links)?.kind === 'demand')
    return `to ${foldedAt(reading, next + 1)}`;
  const effect = links.some((link) => link.kind === 'effect' && link.behind);
  if (effect && hasBothEffects(context, frame)) return 'and';
  if (effect && frame.rule.source.kind === 'noun' && lacksSomething(context, frame.to))
    return foldedAt(reading, frame.to);
  return effect && links.some((link) => link.kind === 'not' && link.behind) ? 'not' : null;
}

/** "refused to sign a letter opposing the cap", "would not join a suit against it": who has no part in a paper against a thing need not be for it. */
function refusedPaper(reading: Reading, frame: FrameHit, links: readonly Link[]): string | null {
  const own = links.filter(({ behind, kind }) => !behind && !isSpeech(kind));
  const last = own.at(-1);
  const before = own.slice(0, -1);
  const refuses = before.some(({ hit, kind }) => kind === 'not' || /^(?:declines|agrees-not)$/.test(hit.rule.id));
  if (!last || last.sign > 0 || !refuses) return null;
  const from = before.at(-1)?.hit.to ?? last.hit.from;
  for (let i = from; i < Math.min(last.hit.from, frame.from); i++)
    if (/^(?:letters?|petitions?|lawsuits?|suits?|briefs?|statements?)$/.test(foldedAt(reading, i)))
      return `a ${foldedAt(reading, i)} against it`;
  return null;
}

function holdsOnly(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (foldedAt(reading, i) === 'only') return true;
  return false;
}

/** "wants a bill requiring reports struck down", "hopes the pilot dies": the word of ending that no link holds; null when none stands in the clause. */
function isWantedGone(
  { reading, segments, grammar, to }: SentenceContext,
  frame: FrameHit,
  links: readonly Link[],
): string | null {
  for (let i = frame.to; i < Math.min(to, frame.to + 9) && segments.of(i) === segments.of(frame.from); i++) {
    // "wants the video released and the charges dropped", "before the trial ends"
    const begins = isOf(grammar, reading, i, 'conjunction', 'adverbial', 'condition', 'relative', 'determiner');
    if (begins || hasShape(reading, i, shape.mark)) return null;
    if (!over.test(foldedAt(reading, i)) || links.some(({ hit }) => hit.from <= i && i < hit.to)) continue;
    // "video of a man killed by officers" tells of the man.
    const last = hasShape(reading, i + 1, shape.mark) || rest.test(foldedAt(reading, i + 1));
    const dated = foldedAt(reading, i + 1) === 'by' && /^\p{Lu}|^\p{N}/u.test(textOf(reading, i + 2, i + 3));
    if (/s$/.test(foldedAt(reading, i)) || last || dated) return foldedAt(reading, i);
  }
  return null;
}

const rest = /^(?:down|off|out|altogether|entirely|immediately|now|soon|outright|this|next|before|on)$/;

const wishes = /^(?:want|wants|wanted|hope|hopes|hoped|like)$/;

const over =
  /^(?:ended|repealed|scrapped|banned|halted|stopped|shut|struck|outlawed|killed|removed|abolished|dismantled|rescinded|revoked|cancelled|canceled|lifted|thrown|torn|dropped|undone|blocked|rejected|paused|shelved|away|dies?|fails?|expires?|lapses?|ends?|stops?)$/;

/** "happy to see the agreement with ICE end": what becomes of it stands behind what hangs on it. */
function isSeenToEnd(context: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  const { reading, to, from } = context;
  let seen = false;
  for (let i = Math.max(from, frame.from - 8); i < frame.from; i++)
    if (/^(?:see|seeing|watch|watching)$/.test(foldedAt(reading, i))) seen = true;
  if (!seen) return false;
  for (let i = frame.to; i < Math.min(to, frame.to + 5); i++)
    if (
      !links.some(({ hit }) => hit.from === i) &&
      /^(?:end|ended|go|gone|expire|die|lapse|fail|stop)$/.test(foldedAt(reading, i))
    )
      return true;
  return false;
}

/** "It would be a mistake to end the ordinance": "it" is the ending. */
function isForWhatFollows({ grammar, reading, to }: SentenceContext, it: number): boolean {
  let i = it + 1;
  while (isOf(grammar, reading, i, 'modal', 'adverb')) i++;
  if (!isOf(grammar, reading, i, 'being')) return false;
  for (let k = i + 1; k < Math.min(to, i + 7); k++) {
    if (foldedAt(reading, k) === 'to') return true;
    if (hasShape(reading, k, shape.mark) && !hasShape(reading, k, shape.quote)) return false;
  }
  return false;
}

/** "a former opponent of it", "who had supported it, said she has changed her mind". */
function wasOnce({ reading, from, to }: SentenceContext, links: readonly Link[]): boolean {
  const lead = links.find((link) => link.kind === 'judge' && !link.behind)?.hit.from ?? from;
  for (let i = lead - 1; i >= Math.max(from, lead - 2); i--)
    if (/^(?:former|onetime|erstwhile|ex|past)$/.test(foldedAt(reading, i))) return true;
  if (!/^(?:had|once|previously|initially|originally|first)$/.test(foldedAt(reading, lead - 1))) return false;
  for (let i = from; i < to; i++)
    if (/^(?:changed|reversed|switched|flipped|now|soured)$/.test(foldedAt(reading, i)) && (i > lead || i < lead - 4))
      return true;
  return false;
}

/** "agreed with much of the ordinance", "supports the bill's goal": not with all of it. */
function partOf({ reading }: SentenceContext, frame: FrameHit): string | null {
  let i = frame.from - 1;
  if (/^(?:the|this|that)$/.test(foldedAt(reading, i))) i--;
  if (foldedAt(reading, i) === 'of' && parts.test(foldedAt(reading, i - 1))) return `${foldedAt(reading, i - 1)} of`;
  return foldedAt(reading, frame.to) === "'s" && parts.test(foldedAt(reading, frame.to + 1))
    ? foldedAt(reading, frame.to + 1)
    : null;
}

const parts =
  /^(?:much|most|parts?|some|aspects?|elements?|portions?|pieces?|goals?|intent|spirit|aims?|idea|concept|half|sections?)$/;

/** "has not decided whether to support it": a side that is open. What is said behind the question is not. */
function isWhether({ reading }: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  const first = links.find((link) => !link.behind)?.hit.from ?? frame.from;
  const last = links.findLast((link) => isSpeech(link.kind) && !link.behind)?.hit.to ?? first;
  if (links.some((link) => link.kind === 'question')) return false;
  for (let i = last; i < frame.from; i++) if (foldedAt(reading, i) === 'whether') return true;
  return false;
}

/** "helps some tenants and does nothing for others" */
function hasBothEffects({ hits }: SentenceContext, frame: FrameHit): boolean {
  const signs = hits.operators.flatMap(({ rule, from }) =>
    rule.type === 'act' && rule.source.kind === 'effect' && from >= frame.to ? [rule.source.sign ?? 1] : [],
  );
  return signs.includes(1) && signs.includes(-1);
}

/** "is all for housing but that apartments belong downtown", "in favor of cottages but not of triplexes": the judgement does not reach behind "but". */
function isOverBut({ reading, grammar }: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  const last = links.findLast((link) => link.kind === 'judge' && !link.behind)?.hit.to ?? frame.from;
  for (let i = last; i < frame.from; i++)
    if (foldedAt(reading, i) === 'but') {
      if (foldedAt(reading, i + 1) === 'that') return true;
      if (foldedAt(reading, i + 1) === 'not' && isOf(grammar, reading, i + 2, 'preposition')) return true;
    }
  return false;
}

/** "opposed it at first but", "voted for it in 2019 but regrets it", "who voted for it, said it was a mistake", "too early to oppose it". */
function turnedSince(context: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  const { grammar, reading, to, from } = context;
  const lead = links.find((link) => !link.behind && !isSpeech(link.kind));
  if (!lead) return null;
  // "said opposing it hurts the city": what is said is said of the opposing.
  const said = links.findLast((link) => isSpeech(link.kind) && !link.behind);
  // "said, opposing it", "said in opposing it": it is the speaker who does.
  const apart = said !== undefined && /^(?:,|in|while)$/.test(foldedAt(reading, said.hit.to));
  const begins = said !== undefined && !apart && lead.hit.from >= said.hit.to && lead.hit.from - said.hit.to < 2;
  if (begins && /^(?:judge|demand|open)$/.test(lead.kind) && /ing$/.test(foldedAt(reading, lead.hit.from)))
    return foldedAt(reading, lead.hit.from);
  const bare = lead.hit.from - 2;
  if (foldedAt(reading, lead.hit.from - 1) === 'to' && bare >= from && tooSoon.test(foldedAt(reading, bare)))
    return foldedAt(reading, bare);
  if (!/^(?:judge|decide)$/.test(lead.kind)) return null;
  const once = shortlyBehind(context, frame.to, /^(?:until|initially|originally)$|^at first$/);
  if (once !== null) return once;
  const told = isOf(grammar, reading, lead.hit.from - 1, 'relative') || foldedAt(reading, lead.hit.from - 2) === 'who';
  for (let i = frame.to; i < Math.min(to - 1, frame.to + 16); i++) {
    const word = foldedAt(reading, i);
    if (word === 'but' && i < frame.to + 6 && since.test(foldedAt(reading, i + 1))) return 'but';
    if (told && rues.test(word)) return word;
  }
  return null;
}

/** A word behind a phrase, or behind what hangs on it ("the agreement with ICE alone"); null when a verb or mark comes first. */
function shortlyBehind({ grammar, reading, to }: SentenceContext, begin: number, words: RegExp): string | null {
  for (let i = begin; i < Math.min(to, begin + 4); i++) {
    const pair = `${foldedAt(reading, i)} ${foldedAt(reading, i + 1)}`;
    for (const word of [foldedAt(reading, i), pair]) if (words.test(word)) return word;
    if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'conjunction') || hasShape(reading, i, shape.mark)) return null;
  }
  return null;
}

const tooSoon = /^(?:early|soon|late|hard|difficult|easy|tempting|premature|impossible|quick)$/;
const since = /^(?:now|later|regrets?|regretted|changed|reversed|soured|since|has|have|had)$/;
const rues = /^(?:mistake|regrets?|regretted|regretting|apologized|changed|reversed|soured|rethinking|reconsidering)$/;

/** "supports it in principle", "backs it but will vote against this one". */
function isInTheory({ reading, to }: SentenceContext, from: number): boolean {
  for (let i = from; i < Math.min(to - 1, from + 6); i++) {
    const [word, next] = [foldedAt(reading, i), foldedAt(reading, i + 1)];
    if (word === 'in' && /^(?:theory|principle|concept|spirit|part)$/.test(next)) return true;
    if (word === 'but' && /^(?:will|would|plans|intends|voted|may|might)$/.test(next)) return true;
  }
  return false;
}

/** "a cap scheduled to start in July", "a program modeled on another": what is told of the thing, not what is to become of it. */
const describing = /^(?:scheduled|modeled|based|designed|aimed|intended|meant|called|known|named|sponsored|similar)$/;

const likes =
  /^(?:like|likes|liked|support|supports|supported|back|backs|backed|agree|agrees|agreed|praised|favors|favored|understands|sees|voted|opposes|opposed|objects|objected|disagrees|disagreed|questioned|worries|worried|fears|not)$/;

const goesOn =
  /^(?:continue|resume|restart|return|begin|start|happen|proceed|expand|grow|work|succeed|stay|remain|stand|pass|become|protect|keep|help|make|let|give|cover|be|go|\p{N}+|the|a|an|its|their|this|\p{Lu}.*)$/u;

function lastOf(links: readonly Link[]): Link | undefined {
  return links.findLast((link) => !link.behind);
}
