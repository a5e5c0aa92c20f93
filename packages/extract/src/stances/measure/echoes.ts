// Nouns that the story's own first words make names of its measure: told of “40 more cameras”, it may go on about “the cameras”.
// Knows which nouns stand for the measure itself, and not for what it would limit; judges nothing.
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isAdverb, isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import type { FrameRule } from '../packs/compiled-packs.ts';
import type { Agenda } from './agenda.ts';

/** Verbs whose object is what the measure is against: "cap rents", "cut the police budget". */
const limiting =
  /^(?:cap|limit|freeze|ban|bar|curb|restrict|prohibit|outlaw|forbid|stop|halt|end|cut|slash|reduce|trim|shrink|clear|sweep|remove|dismantle|close|shut|turn|switch|take|tear|scrap|abolish|dissolve|disband|strip|gut|weaken|keep|hold|prevent|protect|shield|pause|suspend|withhold|hide|seal|defund|move|shift|divert|redirect|drop|lay|roll|rein|tighten|regulate|control|exempt|evict|put|throw|kick|force|delete|erase|purge|bust|break|deny|refuse|unplug|make|delay|allow|let|permit|ticket|fine|cite|arrest|jail|criminalize|punish)/;

/** Too general to tell one thing from others, or a holder, a place or a time. */
const general =
  /^(?:council|city|county|town|village|board|mayor|police|chief|sheriff|officers?|deputies|people|residents?|public|state|street|streets|year|years|month|months|week|weeks|money|vote|voters?|members?|meeting|story|percent|million|thousand|department|departments|commission|committee|court|judge|judges|law|agency|agencies|federal|local|families|tenants?|landlords?|owners?|homes?|housing|rents?|schools?|students?|agents|immigrants|immigration|people|case|cases|court|time|times|place|places|part|way|cost|costs|job|jobs|drivers?|records|information|data)$/;

/** Papers and deals by which one gets or keeps what stands beside them. */
const papers = /^(?:contracts?|agreements?|deals?|leases?|purchases?|renewals?|pilots?|programs?|projects?)$/;

/** How a story may go on about its measure. */
export interface Echoes {
  readonly nouns: ReadonlySet<string>;
  /** Whatever else somebody supports or opposes may be the measure too. */
  readonly anyObject: boolean;
}

/** The nouns by which a story may echo the words that told of its measure; none where what stands and what is proposed are two things. */
export function echoesOf(agenda: Agenda, reading: Reading): Echoes {
  const nouns = new Set<string>(isInBudget(agenda, reading) ? ['budget'] : []);
  if (agenda.undoes || agenda.contested) return { nouns: new Set(), anyObject: false };
  const words = agenda.words.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? [];
  const put = (word: string | undefined): void => {
    if (word === undefined || word.length < 4 || general.test(word)) return;
    nouns.add(word);
    nouns.add(word.endsWith('s') ? word.slice(0, -1) : `${word}s`);
  };
  if (agenda.kind === 'noun') {
    const end = words.findIndex((word) => /^(?:of|for|on|with|from|to|in|at|over|by)$/.test(word));
    const last = (end < 0 ? words.length : end) - 1;
    put(words[last]);
    // "the plate camera contract", "a contract for plate cameras": whoever approved the cameras is for it.
    const paper = isForItsThing(agenda) && papers.test(words[last] ?? '');
    if (paper) put(end > 0 && /^(?:of|for)$/.test(words[end] ?? '') ? words.at(-1) : words[last - 1]);
  } else if (agenda.kind === 'verb' && isForItsThing(agenda)) {
    put(words.at(-1));
  }
  return { nouns, anyObject: agenda.outcome >= 0 && isForItsThing(agenda) };
}

/** "The city would hire 30 officers under a proposed budget that …": whoever is for the budget is for that. */
function isInBudget({ sentence }: Agenda, reading: Reading): boolean {
  const [from, to] = sentenceRange(reading, sentence);
  for (let i = from + 2; i < to; i++) {
    if (foldedAt(reading, i) !== 'budget') continue;
    for (let j = i - 1; j >= Math.max(from, i - 6); j--) {
      if (/^(?:under|in)$/.test(foldedAt(reading, j))) return true;
      if (!/^[\p{Ll}'s]+$/u.test(foldedAt(reading, j)) || hasShape(reading, j, shape.mark)) break;
    }
  }
  return false;
}

/** Whether the measure is for what its words name: "buy cameras", not "cap rents"; for a noun, that it is no limit. */
function isForItsThing(agenda: Agenda): boolean {
  const words = agenda.words.toLowerCase().split(/[^\p{L}]+/u);
  if (agenda.thing * agenda.rule.source.sign < 0) return false;
  if (agenda.kind === 'noun')
    return !words.some((word) => limiting.test(word) || /^(?:control|moratorium|halt|stop)/.test(word));
  return agenda.thing > 0 && !limiting.test(words[0] ?? '');
}

/** Whether the measure is a limit: a verb of limiting towards its issue, a noun that says so, or a thing that is barred. */
export function isLimit(agenda: Agenda): boolean {
  if (agenda.thing * agenda.rule.source.sign < 0) return true;
  if (agenda.kind === 'verb') return agenda.thing > 0 && !isForItsThing(agenda);
  return /\b(?:cap|caps|limit|limits|ban|bans|freeze|moratorium|control|restrictions?|curbs?)\b/.test(
    agenda.words.toLowerCase(),
  );
}

/** Where sentence s echoes the measure: at most two places. */
export function findEchoes(
  grammar: Grammar,
  reading: Reading,
  s: number,
  agenda: Agenda,
  { nouns }: Echoes,
): readonly FrameHit[] {
  const [from, to] = sentenceRange(reading, s);
  const hits: FrameHit[] = [];
  // Spoken of or used, a thing of that name is nothing on the table.
  const rule: FrameRule = { ...agenda.rule, source: { ...agenda.rule.source, only: 'governed' } };
  if (to - from > 120) return hits;
  for (let i = from + 1; i < to && hits.length < 2; i++) {
    if (
      !nouns.has(foldedAt(reading, i)) ||
      hasShape(reading, i, shape.capital) ||
      !endsPhrase(grammar, reading, i + 1, to)
    )
      continue;
    let begin = i;
    while (begin > from + 1 && i - begin < 4 && isModifier(grammar, reading, begin - 1)) begin--;
    // "the library's budget", "the budget for parks"
    if (
      foldedAt(reading, i) === 'budget' &&
      (/^(?:for|of)$/.test(foldedAt(reading, i + 1)) || foldedAt(reading, begin - 1) === "'s")
    )
      continue;
    // "a veto over the cameras", "a fight over the cameras": power over them, or talk of them.
    if (foldedAt(reading, begin - 1) === 'over') continue;
    if (lesser.test(foldedAt(reading, begin - 1)) || foldedAt(reading, i + 1) === 'to') continue;
    hits.push({ rule, from: begin, to: i + 1 });
  }
  return hits;
}

/** Words before a noun that make it less, or another one. */
const lesser =
  /^(?:fewer|less|no|without|other|another|similar|separate|second|earlier|different|any|own|old|broken|lost|two|three)$/;

/** Whether a noun phrase ends before a token: "the cameras in", not "the camera company" or "the board's". */
export function endsPhrase(grammar: Grammar, reading: Reading, i: number, to: number): boolean {
  if (i >= to || foldedAt(reading, i) === "'s") return i >= to;
  return (
    hasShape(reading, i, shape.mark) ||
    foldedAt(reading, i) === 'as' ||
    isAdverb(grammar, reading, i) ||
    isOf(grammar, reading, i, 'preposition', 'conjunction', 'auxiliary', 'modal', 'relative', 'adverbial', 'pronoun')
  );
}

function isModifier(grammar: Grammar, reading: Reading, i: number): boolean {
  if (isOf(grammar, reading, i, 'determiner')) return true;
  return /^(?:new|proposed|more|additional|extra|city|county|police|free|whole|entire|final|current|existing|all)$/.test(
    foldedAt(reading, i),
  );
}
