// How many spoke on which side: "Eleven people spoke, nearly all of them in favor", "eight of them for it and three against".
// Knows such words behind people who are told by their number; which measure they spoke on, the story does.
import type { Stance } from '@civicwire/shared';
import { foldedAt, type Reading, sentenceRange, spanOf, tokenAt } from '../../reading/reading.ts';
import { peopleBefore } from '../holders/counted-people.ts';
import { textOf } from '../holders/holder-names.ts';
import type { Analysis } from '../judge.ts';
import type { FrameHit } from '../lexicon.ts';
import { findCallBacks } from '../measure/call-backs.ts';
import type { Instrument } from '../measure/instruments.ts';
import type { Debate } from './debate.ts';

const number =
  '(?:all|most|several|many|both|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|a dozen|\\d+)';

/** A number of them, and a side without a verb: ", nearly all of them in favor", "and three against it". */
const parts = new RegExp(
  `(?:,|;|:|—|–|\\band|\\bwith|\\bbut) (?:about |roughly |more than )?((?:nearly |almost |all but )?${number})(?: of (?:them|those|the speakers|those who spoke))? (?:(?:were |was |spoke |spoke up )?(in favor|in support|for|against|opposed|in opposition|supportive))(?: (?:of|to))?(?: (it|the idea|(?:the|this) [a-z]+))?(?=[.,;]|$| and | but | while )`,
  'gim',
);

/** The stances of those who are counted on a side of the story's measure. `reads`: whether sentence s may speak of it. */
export function findTurnouts(
  debate: Debate,
  instruments: readonly Instrument[],
  reads: (s: number) => boolean,
): readonly Analysis[] {
  const { text } = debate.document;
  return [...text.matchAll(parts)].flatMap((hit) => turnoutAt(debate, instruments, hit, reads) ?? []);
}

function turnoutAt(
  debate: Debate,
  instruments: readonly Instrument[],
  hit: RegExpExecArray,
  reads: (s: number) => boolean,
): Analysis | null {
  const { document, agenda, lexicon, told } = debate;
  const { reading } = document;
  const [, count = '', side = '', thing] = hit;
  const start = hit.index + hit[0].toLowerCase().indexOf(count.toLowerCase());
  const [at, to] = [tokenAt(reading, start), tokenAt(reading, hit.index + hit[0].length - 1) + 1];
  const s = reading.sentenceOf[at] ?? 0;
  const [from] = sentenceRange(reading, s);
  if (!reads(s)) return null;
  const people = peopleBefore(reading, at, from);
  if (people === null || people === 'members' || people === 'voters') return null;
  // "for the mayor", "against the street lights": of something else.
  const named = thing !== undefined && !/^(?:it|the idea)$/i.test(thing);
  const called = findCallBacks(lexicon.grammar, reading, s, instruments);
  const meant = named ? called.find((item) => item.to === to) : null;
  if (meant === undefined || (thing === undefined && side === 'for') || isOfElse(reading, from, at, called))
    return null;
  const { issue, sign } = meant?.rule.source ?? agenda.rule.source;
  if (issue !== agenda.rule.source.issue) return null;
  const forIt = /^(?:in favor|in support|for|supportive)$/i.test(side);
  const name = `${/^(?:nearly|almost|all but) /i.test(count) ? 'most' : count} ${people}`;
  const position = forIt === sign > 0 ? 'supports' : 'opposes';
  const evidence = spanOf(reading, at, to);
  // "Ten people spoke, most of them in favor": told of the ten already.
  const isTold = told
    .at(reading.sentenceStarts[s] ?? -1)
    .some((one) => one.issue === issue && one.position === position && one.evidence.end > evidence.start);
  if (isTold) return null;
  const context = debate.read(s);
  const stance: Stance = {
    holder: name,
    holderType: 'residents',
    issue,
    position,
    basis: 'position',
    act: 'public-comment',
    modality: 'asserted',
    target: null,
    attributedBy: null,
    evidence,
    trace: `“${textOf(reading, at, to)}” (${forIt ? '+1' : '−1'}) × the story's measure, told by “${agenda.words}” (${sign > 0 ? '+1' : '−1'} towards ${issue}): ${name} ${position} ${issue}`,
    confidence: 0.6,
    rule: `${agenda.rule.pack} ${agenda.rule.id}`,
  };
  const analysis = {
    context,
    frame: { rule: agenda.rule, from: at, to },
    judgement: { stances: [stance], chain: { links: [], broken: null } },
  };
  told.add(analysis);
  return analysis;
}

/** "Ten people spoke about the pool, most of them against it": they came to speak of something else. */
function isOfElse(reading: Reading, from: number, at: number, called: readonly FrameHit[]): boolean {
  for (let i = from; i < at; i++)
    if (/^(?:about|on)$/.test(foldedAt(reading, i)) && /^(?:the|a|an|its|their)$/.test(foldedAt(reading, i + 1)))
      return !called.some((item) => item.from >= i && item.to <= at);
  return false;
}
