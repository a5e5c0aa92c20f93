// By which nouns a story may call back to the measure that it is about. Knows nouns and where others of the kind are introduced; no sign.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { FrameRule } from '../packs/compiled-packs.ts';
import type { Agenda } from './agenda.ts';
import { isLimit } from './echoes.ts';
import type { Instrument } from './instruments.ts';
import { gainNouns, isAlike, limitNouns, looseNouns, signedNouns } from './thing-nouns.ts';
import { takesAway } from './turning-words.ts';

/** What only a change is called, never what it would change. */
const changeNouns =
  'motion proposal change changes idea effort push request approach concept bill legislation question referendum'.split(
    ' ',
  );
/** What a legislature or voters pass: no practice is called so. */
const passed = new Set(
  'law bill legislation expansion amendment referendum motion reform reforms overhaul draft bylaw resolution ordinance measure'.split(
    ' ',
  ),
);
/** The things that the story names (`own`, `told`) and, by any general noun that none of them has, the measure that it is about. */
export function withAgenda(
  reading: Reading,
  agenda: Agenda,
  own: readonly Instrument[],
  told: { readonly has: (noun: string) => boolean },
  places: ReadonlyMap<string, readonly number[]>,
): readonly Instrument[] {
  const limits = !agenda.undoes && isLimit(agenda) ? limitNouns.filter((noun) => isCalled(noun, agenda)) : [];
  const introduced = [...standing].filter((noun) => isIntroduced(reading, places.get(noun) ?? [], agenda));
  const delayed = isDelayed(reading, agenda);
  const takes = agenda.thing < 0 && agenda.rule.source.sign < 0 && takesAway(agenda.words);
  const general = [...(agenda.undoes ? changeNouns : looseNouns)].filter(
    (noun) =>
      !(delayed && noun === 'motion') &&
      !(agenda.practice && passed.has(noun)) &&
      !((takes || isRule(agenda)) && gainNouns.has(noun)),
  );
  const nouns = new Set([...general, ...limits, ...introduced]);
  const placesOfAll = [...places.values()].flat();
  const others = [...nouns, 'it'].flatMap((noun) => {
    if (standing.has(noun) && !limits.includes(noun) && !introduced.includes(noun)) return [];
    if (
      signedNouns.has(noun) &&
      !agenda.rule.source.called?.includes(noun) &&
      !(places.get(noun) ?? []).some((i) => i < agenda.from)
    )
      return [];
    const later = own.find((item) => item.noun === noun && item.from > agenda.from);
    if (told.has(noun) && !later) return [];
    if (later && later.rule.source.sign !== agenda.rule.source.sign && introduced.includes(noun)) return [];
    // "It" only where nothing else is introduced.
    if (noun === 'it' && (agenda.undoes || agenda.outcome < 0)) return [];
    const another = anotherFrom(reading, noun === 'it' ? placesOfAll : (places.get(noun) ?? []), agenda.from);
    const until = later ? Math.min(another, sentenceOf(reading, later.from - 1)) : another;
    return until < agenda.from || (noun === 'it' && until < reading.count)
      ? []
      : [{ noun, rule: agenda.rule, from: agenda.from, until, loose: true as const, told: [agenda.sentence] }];
  });
  const plain = own.filter(({ noun, rule }) => noun !== 'it' || rule.source.sign === agenda.rule.source.sign);
  if (!agenda.undoes || agenda.kind !== 'noun')
    return [...plain, ...others, ...barsOf(reading, agenda, own, told), ...repealOf(agenda, reading, told)];
  const thing: FrameRule = { ...agenda.rule, source: { ...agenda.rule.source, sign: agenda.thing } };
  const standsStill = stands.flatMap((noun) => {
    // "cut off access": the contract is another thing.
    if (signedNouns.has(noun) && !agenda.rule.source.called?.includes(noun) && !agenda.words.includes(noun)) return [];
    const until = anotherFrom(reading, places.get(noun) ?? [], agenda.from);
    return told.has(noun) || until < agenda.from
      ? []
      : [{ noun, rule: thing, from: agenda.from, until, loose: true as const, told: [agenda.sentence] }];
  });
  return [...plain, ...others, ...standsStill, ...repealOf(agenda, reading, told)];
}

/** What bars a thing that one can have or use: "called for a ban", where the story is on cameras and nobody has told of another ban. */
function barsOf(
  reading: Reading,
  agenda: Agenda,
  own: readonly Instrument[],
  told: { readonly has: (noun: string) => boolean },
): readonly Instrument[] {
  const { rule, thing, undoes, from, sentence } = agenda;
  if (undoes || thing < 0 || rule.source.sign < 0 || !(rule.source.called ?? []).some((noun) => devices.has(noun)))
    return [];
  const against: FrameRule = { ...rule, source: { ...rule.source, sign: -1 } };
  return barNouns
    .filter((noun) => !told.has(noun) && !own.some((item) => item.noun === noun))
    .map((noun) => ({
      noun,
      rule: against,
      from,
      until: ofElse(reading, noun, from),
      loose: true,
      open: true,
      told: [sentence],
    }));
}

/** "a moratorium on landfills": from that sentence on the noun is another one. The text's end when there is none. */
function ofElse(reading: Reading, noun: string, from: number): number {
  for (let i = from; i < reading.count; i++)
    if (foldedAt(reading, i) === noun && /^(?:on|of|against)$/.test(foldedAt(reading, i + 1)))
      return sentenceRange(reading, reading.sentenceOf[i] ?? 0)[0];
  return reading.count;
}

/** "voted for repeal", where to take back what stands is on the table. */
function repealOf(
  agenda: Agenda,
  reading: Reading,
  told: { readonly has: (noun: string) => boolean },
): readonly Instrument[] {
  const { rule, from, undoes, sentence } = agenda;
  if (!undoes || told.has('repeal')) return [];
  return [{ noun: 'repeal', rule, from, until: reading.count, loose: true, told: [sentence] }];
}

const barNouns = ['ban', 'moratorium', 'prohibition'];
const devices = new Set(['cameras', 'readers', 'technology', 'software', 'drones']);

/** "put the plan on hold", "tabled it": the motion was to do so. */
function isDelayed(reading: Reading, { sentence }: Agenda): boolean {
  const [from, to] = sentenceRange(reading, sentence);
  for (let i = from; i < to; i++) {
    if (/^(?:postpon|tabl|delay|defer|shelv)(?:e|es|ed|ing)$/.test(foldedAt(reading, i))) return true;
    const [word, next] = [foldedAt(reading, i), foldedAt(reading, i + 1)];
    if ((word === 'on' && /^(?:hold|ice)$/.test(next)) || (/^put(?:s|ting)?$/.test(word) && next === 'off'))
      return true;
  }
  return false;
}

/** "want a surveillance policy first": the purchase is what the policy is for. */
function isRule({ kind, words }: Agenda): boolean {
  return (
    kind === 'noun' && /(?:^|\s)(?:polic(?:y|ies)|ordinances?|rules?|laws?|audits?|reports?|safeguards)$/i.test(words)
  );
}

/** "A moratorium" may halt what the measure does: it is the measure where that was told by the word itself, or by "freeze". */
function isCalled(noun: string, { words }: Agenda): boolean {
  return !/^(?:moratorium|freeze)$/.test(noun) || /\b(?:moratorium|freeze)\b/i.test(words);
}

/** The first token of the sentence of token i. */
function sentenceOf(reading: Reading, i: number): number {
  return sentenceRange(reading, reading.sentenceOf[i] ?? 0)[0];
}

/** What stands, where to take it back is on the table. */
const stands = 'contract agreement deal lease program pilot arrangement'.split(' ');

/** What mostly stands already, by whomever it was made: the measure is called so where the sentence that tells of it brings it in. */
const standing = new Set(
  'law policy rule rules regulation regulations restriction restrictions directive guidelines settlement'.split(' '),
);

/** "under a new policy that …" */
function isIntroduced(reading: Reading, places: readonly number[], agenda: Agenda): boolean {
  const [from, to] = sentenceRange(reading, agenda.sentence);
  return places.some((i) => {
    if (i < from || i >= to || isBehindReason(reading, i, agenda)) return false;
    const [before, first] = [foldedAt(reading, i - 1), foldedAt(reading, i - 2)];
    // "will release the video under a settlement filed Monday"
    if (foldedAt(reading, i) === 'settlement' && /^(?:a|an|the|proposed)$/.test(before)) return true;
    if (/^(?:new|proposed)$/.test(before)) return true;
    return /^(?:a|an)$/.test(before) && (first === 'to' || !(agenda.undoes || /^(?:under|of|by)$/.test(first)));
  });
}

/** "will vote on ending it after the state threatened cities under a new law": the law is why, and not what is voted on. */
function isBehindReason(reading: Reading, noun: number, { words, sentence }: Agenda): boolean {
  const [from] = sentenceRange(reading, sentence);
  const told = reading.text.indexOf(words, reading.starts[from]);
  for (let i = noun - 1; told >= 0 && i > from && (reading.starts[i] ?? 0) > told; i--)
    if (/^(?:after|because|since|while|when|before|despite|amid|though|although)$/.test(foldedAt(reading, i)))
      return true;
  return false;
}

/** "A separate bill", "a state law" behind the measure's telling: the noun stands for two things from that sentence on. Its first token; the text's end when there is none. */
function anotherFrom(reading: Reading, places: readonly number[], from: number): number {
  const found = places.find((i) => {
    if (isAlike(reading, i)) return false;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const word = foldedAt(reading, j);
      if (/^(?:another|second|separate|different|earlier|other|state|federal|house|senate)$/.test(word)) return true;
      if (i > from && /^(?:a|an)$/.test(word)) return true;
      if (!/^\p{Ll}+$/u.test(word) || /^(?:the|this|that|its|his|her|their)$/.test(word)) return false;
    }
    return false;
  });
  return found === undefined ? reading.count : sentenceRange(reading, reading.sentenceOf[found] ?? 0)[0];
}
