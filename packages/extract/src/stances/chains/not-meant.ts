// What keeps a sentence from meaning the side that its words spell out: "accused of opposing it", "couldn't be more opposed to it",
// "defended her right to oppose it". Knows words and where they stand; no issue.
import { foldedAt, hasShape, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import { documentNouns } from '../measure/thing-nouns.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isSpeech, type Link } from './chains.ts';

/** The words that show it; null where the sentence means what it says. */
export function notMeant(context: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  const { reading } = context;
  const ahead = links.filter((link) => !link.behind && !isSpeech(link.kind));
  const lead = ahead.find(({ kind }) => kind !== 'not')?.hit.from ?? frame.from;
  // "was accused of opposing it": whoever accuses says so.
  if (foldedAt(reading, lead - 1) === 'of' && /^(?:accused|suspected)$/.test(foldedAt(reading, lead - 2)))
    return `${foldedAt(reading, lead - 2)} of`;
  // "denied opposing it"
  const denied = [lead, lead - 1].find((k) => /^(?:deny|denies|denied|denying)$/.test(foldedAt(reading, k)));
  if (
    denied !== undefined &&
    /^(?:oppos|support|back|fight|endors|favor)\p{Ll}*ing$/u.test(foldedAt(reading, denied + 1))
  )
    return foldedAt(reading, denied);
  // "accused her of flip-flopping on it"
  for (let i = Math.max(context.from, frame.from - 6); i < frame.from; i++)
    if (
      /^(?:flip-flop|flip-flops|flip-flopped|flip-flopping|flopping|waffling|waffled|wavering|wavered)$/.test(
        foldedAt(reading, i),
      )
    )
      return foldedAt(reading, i);
  // "would appeal the ruling against it"
  for (const { hit } of ahead)
    if (/^(?:ruling|decision|verdict)$/.test(foldedAt(reading, hit.from)))
      for (let k = hit.from - 1; k > hit.from - 4; k--)
        if (/^appeal/.test(foldedAt(reading, k))) return foldedAt(reading, k);
  // "replaced Park, a supporter of it": Park is.
  const other = besideName(context, lead);
  if (other !== null) return other;
  // "pretended to support it"
  if (foldedAt(reading, lead - 1) === 'to' && /^pretend/.test(foldedAt(reading, lead - 2))) return 'pretended to';
  // "repeal the plate reader ban": of the ban, not of the readers.
  if (frame.rule.source.kind === 'noun' && bans.test(foldedAt(reading, frame.to))) return foldedAt(reading, frame.to);
  if (hasFewer(reading, frame)) return 'fewer';
  const side = ahead.findLast(({ kind }) => kind === 'judge')?.hit.from;
  // "defended his right to oppose it": the right.
  if (side !== undefined && foldedAt(reading, side - 1) === 'to' && freedoms.test(foldedAt(reading, side - 2)))
    return `${foldedAt(reading, side - 2)} to`;
  return (
    wereItSo(context, lead) ??
    wouldHaveOthers(context, frame, lead) ??
    beside(context, frame, ahead) ??
    failedToStop(context, ahead) ??
    needsOther(context, ahead) ??
    onlyOne(context, lead) ??
    hadOnce(context, frame, lead) ??
    couldNotMore(context, frame, ahead) ??
    notByItself(context, frame) ??
    toBeRead(context, frame, ahead) ??
    voteOnOther(context, ahead) ??
    stoppedShort(context, ahead) ??
    lessWorried(context, ahead) ??
    cameAround(context, frame, ahead) ??
    notSooner(context, frame) ??
    allowedAlready(context, frame, links) ??
    haveOthersDo(context, frame)
  );
}

/** "no longer opposes it" */
export function isNoLongerOpposed({ reading }: SentenceContext, links: readonly Link[]): boolean {
  return links.some((link, i) => {
    const before = links[i - 1];
    const longer = before?.kind === 'not' && foldedAt(reading, before.hit.to - 1) === 'longer';
    return longer && link.kind === 'judge' && link.sign < 0;
  });
}

/** "hire fewer officers": not "hire no fewer than ten officers". */
function hasFewer(reading: Reading, { rule, from, to }: FrameHit): boolean {
  for (let i = from + 1; rule.source.sign > 0 && i < to; i++)
    if (foldedAt(reading, i) === 'fewer')
      return foldedAt(reading, i - 1) !== 'no' && !/^(?:than|but)$/.test(foldedAt(reading, i + 1));
  return false;
}

const bans = /^(?:bans?|moratorium|prohibition)$/;
const sidesTaken = /^(?:critic|opponent|foe|supporter|backer|champion|defender|advocate)$/;
const freedoms = /^(?:right|rights|freedom|liberty)$/;

/** "would support it if he were a tenant", "would have supported it if it had left owners out": so it is not. */
function wereItSo({ reading, from, to }: SentenceContext, lead: number): string | null {
  const had = foldedAt(reading, lead - 1) === 'have' && /^(?:would|could|might)$/.test(foldedAt(reading, lead - 2));
  if (!had && foldedAt(reading, lead - 1) !== 'would') return null;
  for (let i = from; i < to - 2; i++) {
    if (foldedAt(reading, i) !== 'if') continue;
    if (had) return 'would have … if';
    if (foldedAt(reading, i + 2) === 'were' && /^(?:i|he|she|it)$/.test(foldedAt(reading, i + 1))) return 'if … were';
  }
  return null;
}

/** "bars cities from banning stoves or capping rents": one of two things, and not a ban on caps; "hired Park, a critic of it". */
function beside({ reading, candidates }: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  for (const [i, { hit }] of links.entries()) {
    const next = links[i + 1]?.hit.from ?? frame.from;
    const last = foldedAt(reading, next - 1) === 'from' ? next - 2 : next - 1;
    const both = /ing$/.test(foldedAt(reading, hit.from)) && /ing$/.test(foldedAt(reading, next));
    if (both && last > hit.from + 1 && /^(?:and|or)$/.test(foldedAt(reading, last))) return foldedAt(reading, last);
    if (!sidesTaken.test(foldedAt(reading, next))) continue;
    for (let k = next - 1; k > Math.max(hit.to, next - 4); k--)
      if (foldedAt(reading, k) === ',' && candidates.some((item) => item.named && item.to === k)) return ',';
  }
  return null;
}

/** "Bell replaced Park, a supporter of it": what is told of the second name. */
function besideName({ reading, candidates, from }: SentenceContext, lead: number): string | null {
  if (!sidesTaken.test(foldedAt(reading, lead))) return null;
  const comma = [lead - 1, lead - 2, lead - 3].find((k) => foldedAt(reading, k) === ',');
  const second = candidates.find((item) => item.named && item.to === comma);
  if (comma === undefined || !second) return null;
  // "Portland Mayor Ann Bell, a supporter": one who opens the sentence.
  const first = candidates.find((item) => item.named && item.from >= from && item.to < second.from);
  return first && /^\p{Ll}+ed$/u.test(foldedAt(reading, first.to)) ? ',' : null;
}

/** "failed to stop it": who tried was against it. */
function failedToStop({ reading }: SentenceContext, links: readonly Link[]): string | null {
  const at = links.findIndex(({ hit }) => /^fail(?:s|ed|ing)?$/.test(foldedAt(reading, hit.from)));
  return at >= 0 && (links[at + 1]?.sign ?? 1) < 0 ? 'failed to' : null;
}

/** "does not need an agreement to call them": what is needed is told, and not whether it is right to call. */
function needsOther({ reading }: SentenceContext, links: readonly Link[]): string | null {
  const need = links.find(({ hit }) => /^needs?$|^needed$/.test(foldedAt(reading, hit.to - 1)));
  return need && /^(?:a|an|any|no)$/.test(foldedAt(reading, need.hit.to)) && hasInfinitive(reading, need.hit.to)
    ? foldedAt(reading, need.hit.to - 1)
    : null;
}

function hasInfinitive(reading: Reading, from: number): boolean {
  for (let i = from + 2; i < from + 4; i++) if (foldedAt(reading, i) === 'to') return true;
  return false;
}

/** "said only he can end it": who may do it, and not whether it should be done. */
function onlyOne({ reading, grammar }: SentenceContext, lead: number): string | null {
  if (!/^(?:can|could|may|has|have)$/.test(foldedAt(reading, lead - 1))) return null;
  for (let i = lead - 2; i > lead - 7; i--) {
    if (foldedAt(reading, i) === 'only') return 'only';
    if (hasShape(reading, i, shape.mark) || isOf(grammar, reading, i, 'auxiliary')) return null;
  }
  return null;
}

/** "Park, who had voted to sign it in 2019, voted to end it": what was once done, where the sentence goes on to what is done now. */
function hadOnce({ reading, hits, to }: SentenceContext, frame: FrameHit, lead: number): string | null {
  if (foldedAt(reading, lead - 1) !== 'had' || foldedAt(reading, lead - 2) !== 'who') return null;
  for (let i = frame.to; i < to; i++)
    if (foldedAt(reading, i) === ',')
      return hits.operators.some(
        ({ from, rule }) => from === i + 1 && rule.type === 'act' && rule.source.act !== 'statement',
      )
        ? 'had'
        : null;
  return null;
}

/** "couldn't support it more", "could not be more opposed to it" */
function couldNotMore({ reading, to }: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  const not = links.find(({ kind }) => kind === 'not');
  if (!not || foldedAt(reading, not.hit.from - 1) !== 'could' || !links.some(({ kind }) => kind === 'judge'))
    return null;
  for (let i = not.hit.to; i < Math.min(to, frame.to + 3); i++) {
    if (foldedAt(reading, i) === 'more' && foldedAt(reading, i + 1) !== 'than') return 'could not … more';
    if (i > not.hit.to && hasShape(reading, i, shape.mark)) return null;
  }
  return null;
}

/** "the cameras would not stop crime by themselves, but would help" */
function notByItself({ reading, grammar, to }: SentenceContext, frame: FrameHit): string | null {
  let negated = false;
  for (let i = frame.from; i < frame.to; i++) negated ||= isOf(grammar, reading, i, 'negator');
  for (let i = frame.to; negated && i < Math.min(to, frame.to + 6); i++) {
    if (hasShape(reading, i, shape.mark)) return null;
    if (/^(?:itself|themselves|alone)$/.test(foldedAt(reading, i))) return foldedAt(reading, i);
    if (foldedAt(reading, i) === 'own' && foldedAt(reading, i - 2) === 'on') return 'on its own';
  }
  return null;
}

/** "wants to see the draft before deciding": to read it, unless it is said what is to become of it. */
function toBeRead({ reading, grammar, to }: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  if (!links.some(({ kind }) => kind === 'demand') || !/^(?:the|its|this)$/.test(foldedAt(reading, frame.from)))
    return null;
  if (!/^(?:see|read|review|study|examine)$/.test(foldedAt(reading, frame.from - 1))) return null;
  if (!documentNouns.has(foldedAt(reading, frame.to - 1)) && foldedAt(reading, frame.to - 1) !== 'draft') return null;
  const next = foldedAt(reading, frame.to);
  const ends =
    frame.to >= to || hasShape(reading, frame.to, shape.mark) || isOf(grammar, reading, frame.to, 'conjunction');
  return ends || /^(?:before|first|in|and)$/.test(next) ? foldedAt(reading, frame.from - 1) : null;
}

/** "Park, the lone vote against the budget last month, supported it": that vote was on something else. */
function voteOnOther({ reading }: SentenceContext, [first, second]: readonly Link[]): string | null {
  if (!first || !second || !/^votes?$/.test(foldedAt(reading, first.hit.from))) return null;
  if (!/^(?:lone|only|sole|single|dissenting|deciding|the|a)$/.test(foldedAt(reading, first.hit.from - 1))) return null;
  for (let i = first.hit.to; i < second.hit.from; i++) if (foldedAt(reading, i) === ',') return 'another vote';
  return null;
}

/** "stopped short of telling her to end it": neither that it should end nor that it should stay. */
function stoppedShort({ reading }: SentenceContext, links: readonly Link[]): string | null {
  const stops = links.some(
    ({ hit }) => /^stop/.test(foldedAt(reading, hit.to - 1)) && foldedAt(reading, hit.to) === 'short',
  );
  return stops ? 'stopped short' : null;
}

/** "was less worried about the cameras than about rent", "is not as worried about them": how much, and not for or against. */
function lessWorried({ reading }: SentenceContext, links: readonly Link[]): string | null {
  for (const { hit, kind } of links)
    for (let i = hit.from; kind === 'judge' && i < hit.to; i++)
      if (unease.test(foldedAt(reading, i)) && isLess(reading, i - 1))
        return `${foldedAt(reading, i - 1)} ${foldedAt(reading, i)}`;
  return null;
}

/** "less", "as"; "not so", but not "so worried that she moved away" */
function isLess(reading: Reading, i: number): boolean {
  if (/^(?:less|as)$/.test(foldedAt(reading, i))) return true;
  return foldedAt(reading, i) === 'so' && /^(?:not|n't)$/.test(foldedAt(reading, i - 1));
}

const unease =
  /^(?:worried|concerned|afraid|uneasy|uncomfortable|troubled|bothered|alarmed|skeptical|critical|opposed)$/;

/** "would have backed duplexes on corner lots": which ones, beside those that are proposed. */
function wouldHaveOthers({ reading }: SentenceContext, frame: FrameHit, lead: number): string | null {
  const had = foldedAt(reading, lead - 1) === 'have' && /^(?:would|could|might)$/.test(foldedAt(reading, lead - 2));
  if (!had || /^(?:the|it|this|that|such|these|those)$/.test(foldedAt(reading, frame.from))) return null;
  return /^(?:on|in|with|along|near|at|only|if|that|under|where|for)$/.test(foldedAt(reading, frame.to))
    ? 'would have'
    : null;
}

/** "had been wary of the cameras but came around": nobody is wary any more. */
function cameAround({ reading, to }: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  if (!links.some(({ kind }) => kind === 'judge')) return null;
  for (let i = frame.to; i < to - 1; i++) {
    const [word, next] = [foldedAt(reading, i), foldedAt(reading, i + 1)];
    if (/^(?:come|comes|came|coming)$/.test(word) && next === 'around') return 'came around';
    if (/^(?:warmed|warming)$/.test(word) && /^(?:up|to)$/.test(next)) return 'warmed to';
    if (word === 'won' && next === 'over') return 'won over';
  }
  return null;
}

/** "would release video when the case is closed and not before": half of it. */
function notSooner({ reading, to }: SentenceContext, frame: FrameHit): string | null {
  for (let i = frame.to; i < to - 2; i++)
    if (
      /^(?:and|but)$/.test(foldedAt(reading, i)) &&
      foldedAt(reading, i + 1) === 'not' &&
      /^(?:before|sooner|earlier|until)$/.test(foldedAt(reading, i + 2))
    )
      return `not ${foldedAt(reading, i + 2)}`;
  return null;
}

/** "already gives the board what the law allows": what may be done as things are. */
function allowedAlready({ reading }: SentenceContext, frame: FrameHit, links: readonly Link[]): string | null {
  const allows = links.some(
    ({ hit }) => hit.from === frame.to && /^(?:allow|permit|require)/.test(foldedAt(reading, hit.from)),
  );
  return allows &&
    /^(?:what|whatever|all|everything|as|than|wherever|whenever)$/.test(foldedAt(reading, frame.from - 1))
    ? foldedAt(reading, frame.from - 1)
    : null;
}

/** "would have deputies honor every detainer": they do not, whoever would have them do it. */
function haveOthersDo({ reading, candidates }: SentenceContext, frame: FrameHit): string | null {
  if (frame.rule.source.kind !== 'verb') return null;
  const doer = candidates.find(({ to }) => to === frame.from);
  const have = (doer?.from ?? 0) - 1;
  if (!doer || foldedAt(reading, have) !== 'have') return null;
  return /^(?:would|'d|to|should)$/.test(foldedAt(reading, have - 1)) ? 'have … do' : null;
}
