// The state in which somebody wants a thing: "wants the cameras off", "would like the contract dead", "keeps the drones out of this city".
// Knows words of being there and being gone, and where they stand; no holder.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isAdverb } from '../clauses/grammar.ts';
import { onlyPhrases } from '../clauses/noun-phrases.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Link } from './chains.ts';

/** The innermost link over a phrase with the sign of the state that is wanted of it; the words of a state that leaves the sign open. */
export function wantedState(context: SentenceContext, frame: FrameHit, link: Link | undefined): Link | string | null {
  if (!link || link.passive || frame.rule.source.kind !== 'noun' || isToldGone.test(link.hit.rule.id)) return null;
  if (frame.from - link.hit.to > 5 || !hasWish(context, link)) return null;
  const state = stateBehind(context, frame);
  if (state === null || state === 'there') return null;
  return state === 'gone' ? { ...link, sign: -link.sign } : state.open;
}

/** Whether a phrase is wanted gone by a word behind it. */
export function isWantedAway(context: SentenceContext, frame: FrameHit): boolean {
  return stateBehind(context, frame) === 'gone';
}

/** The rules that read what is wanted gone by themselves. */
const isToldGone = /^(?:wants-gone|lets-lapse)$/;

function hasWish({ reading }: SentenceContext, { hit }: Link): boolean {
  for (let i = hit.from; i < hit.to; i++) if (wishing.test(foldedAt(reading, i))) return true;
  return false;
}

const wishing =
  /^(?:want|wants|wanted|wanting|like|likes|liked|love|loves|prefer|prefers|preferred|rather|wish|wishes|demand|demands|demanded|demanding|need|needs|needed|see|seek|seeks|have|having|get|getting|keep|keeps|kept|keeping|leave|leaves|left|leaving)$/;

type State = 'gone' | 'there' | { readonly open: string };

function stateBehind(context: SentenceContext, frame: FrameHit): State | null {
  const { reading, grammar, to } = context;
  let at = frame.to;
  while (isAdverb(grammar, reading, at) || foldedAt(reading, at) === 'all') at++;
  const own = stateAt(context, frame, at);
  if (own !== null || !/^(?:with|at|for|between|from|under|inside)$/.test(foldedAt(reading, at))) return own;
  // "wants the agreement with ICE dead"
  for (let i = at + 2; i < Math.min(to, at + 7); i++)
    if (gone.test(foldedAt(reading, i)) && isLast(context, i + 1) && onlyPhrases(context, at, i)) return 'gone';
  return null;
}

function stateAt(context: SentenceContext, frame: FrameHit, at: number): State | null {
  const { reading } = context;
  const word = foldedAt(reading, at);
  const next = foldedAt(reading, at + 1);
  if (gone.test(word)) return isLast(context, at + 1) ? 'gone' : { open: `${word} ${next}` };
  if (/^(?:off|out|away|over)$/.test(word)) return removedAt(context, frame, at);
  if (word === 'behind' && /^(?:us|me|them)$/.test(next)) return 'gone';
  if (word === 'a' && next === 'thing' && foldedAt(reading, at + 4) === 'past') return 'gone';
  if (word === 'in' && /^(?:the|a)$/.test(next) && bins.test(foldedAt(reading, at + 2))) return 'gone';
  if (word === 'on' && /^(?:hold|ice|pause)$/.test(next)) return { open: `on ${next}` };
  if (/^(?:nowhere|less|fewer|smaller|weaker|lower|shorter|looser|narrower|cheaper)$/.test(word)) return { open: word };
  return word === 'as' && /^(?:far|little|few|small|weak|short)$/.test(next) ? { open: `as ${next}` } : null;
}

const gone = /^(?:dead|down|void|dark|history|unplugged|toast)$/;
const bins = /^(?:trash|dustbin|bin|garbage|shredder|past|dump|rearview|dumpster|wastebasket)$/;

/** "off", "off the books", "out of this city"; not "off Main Street", "out of schools", nor video that is to be out. */
function removedAt(context: SentenceContext, frame: FrameHit, at: number): State | null {
  const { reading } = context;
  const word = foldedAt(reading, at);
  if (isLast(context, at + 1)) return word === 'out' ? { open: word } : 'gone';
  let place = foldedAt(reading, at + 1) === 'of' ? at + 2 : at + 1;
  if (word === 'off' && /^limits?$/.test(foldedAt(reading, place))) return 'gone';
  // "over the objections of owners"
  if (word === 'over') return null;
  while (/^(?:the|our|my|this|that|all|entire|whole)$/.test(foldedAt(reading, place))) place++;
  const ends = isLast(context, place + 1) && place > at + 1;
  const everywhere = (word === 'off' ? shelves : places).test(foldedAt(reading, place));
  return ends && everywhere && foldedAt(reading, frame.to - 1) !== 'footage' ? 'gone' : { open: word };
}

const shelves = /^(?:books|table|streets|grid|roads|poles)$/;
const places = /^(?:city|town|county|village|state|community|jail|jails|country|here|neighborhoods|streets)$/;

/** Whether a state is told to its end: "off by June", "dead for good"; not "off at night", "down until the audit", "off in parks". */
function isLast({ reading, to }: SentenceContext, at: number): boolean {
  const word = foldedAt(reading, at);
  if (at >= to || (hasShape(reading, at, shape.mark) && word !== '-')) return true;
  if (word === 'by')
    return (
      /^(?:\p{N}.*|the|next|this|ordinance|law|vote|statute|default|\p{Lu}.*)$/u.test(foldedAt(reading, at + 1)) ||
      months.test(foldedAt(reading, at + 1))
    );
  if (word === 'for') return /^(?:good|ever)$/.test(foldedAt(reading, at + 1));
  return closing.test(word);
}

const closing =
  /^(?:now|today|tonight|tomorrow|immediately|forever|permanently|altogether|entirely|completely|everywhere|soon|before|within|and|because|as|said|says|too|this|next)$/;
const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|summer|spring|fall|winter|christmas|thanksgiving|then|now|noon|midnight)$/;
