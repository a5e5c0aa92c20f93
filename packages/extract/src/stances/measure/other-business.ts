// Where a story has come to something else than its measure: "In other business, the council approved a sewer contract. Lee voted no."
// What is said there is not said of the measure, until the text names it again. Knows how reports pass from one item to the next; no sign.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import type { SentenceContext } from '../sentence-context.ts';
import type { Agenda } from './agenda.ts';
import { isAlike } from './thing-nouns.ts';

/** What a sentence stands under. `aside`: the phrases of another issue are spoken of, but votes are still on the measure; `item`: nothing is said of the measure. */
export type Business = 'measure' | 'aside' | 'item';

/** What each sentence stands under, by its number; behind the last there is none. */
export function findOtherBusiness(
  reading: Reading,
  contexts: readonly SentenceContext[],
  agenda: Agenda,
): readonly Business[] {
  const issues = issuesBySentence(reading, contexts);
  const words = contentWords(agenda);
  const result: Business[] = [];
  let now: Business = 'measure';
  let isBrief = false;
  let paragraph = -1;
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    const first = reading.paragraphOf[from] !== paragraph;
    paragraph = reading.paragraphOf[from] ?? 0;
    if (first && isBrief) now = 'measure';
    if (s <= agenda.sentence || from >= to) {
      result.push('measure');
      continue;
    }
    const own = issues.get(s);
    if (
      own?.has(agenda.rule.source.issue) ||
      (agenda.twin && own?.has(agenda.twin.source.issue)) ||
      names(reading, from, to, words)
    ) {
      now = 'measure';
      result.push(now);
      continue;
    }
    const opened = itemOpenedBy(reading, from, to);
    if (opened !== null) {
      now = 'item';
      isBrief = opened === 'brief';
    }
    result.push(now);
    if (own && opened === null && now === 'measure') {
      now = 'aside';
      isBrief = true;
    }
  }
  return result;
}

function issuesBySentence(
  reading: Reading,
  contexts: readonly SentenceContext[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const issues = new Map<number, ReadonlySet<string>>();
  for (const { from, hits } of contexts) {
    const own = hits.frames.filter(({ rule }) => !rule.source.argues).map(({ rule }) => rule.source.issue);
    if (own.length > 0) issues.set(reading.sentenceOf[from] ?? 0, new Set(own));
  }
  return issues;
}

/** The words that told of the measure and those of its issue's name, in both numbers; but for the commonest. */
function contentWords({ words, rule }: Agenda): ReadonlySet<string> {
  const own = `${words} ${rule.source.issue}`.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(
    own.filter((word) => !common.test(word)).flatMap((word) => [word, `${word}s`, word.replace(/s$/, '')]),
  );
}

const common =
  /^(?:city|county|council|board|police|officers?|sheriff|deputies|state|local|public|federal|from|with|that|than|more|most|will|would|their|people|residents|money|year|years|month|months|program|contract|agreement|policy|ordinance|plan|proposal|measure|approve[sd]?|pass|passed|adopt|adopted|hire|spend|fund|funding|budget|tax)$/;

function names(reading: Reading, from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (words.has(foldedAt(reading, i))) return true;
  return false;
}

/** How long what a sentence opens goes on: until the measure is named (`open`) or to the paragraph's end at most (`brief`); null where it opens nothing. */
function itemOpenedBy(reading: Reading, from: number, to: number): 'open' | 'brief' | null {
  const begin = reading.starts[from] ?? 0;
  const end = Math.min(reading.ends[to - 1] ?? 0, begin + headMax);
  const head = reading.text.slice(begin, end).toLowerCase().replace(/\s+/g, ' ');
  if (callsBack.test(head)) return null;
  if (openings.test(head) || turns.test(head) || comesNext.test(head)) return 'open';
  if (separate.test(head) || upcoming.test(head) || comesUp.test(head) || topics.test(head)) return 'brief';
  if (!bringsIn.test(head)) return null;
  for (let i = from; i < Math.min(to, from + 6); i++) if (isAlike(reading, i)) return null;
  return 'brief';
}

/** Characters of a sentence in which it says that it passes on. */
const headMax = 160;

/** "sent the measure to voters", "the amended ordinance": the measure itself. */
const callsBack =
  /\b(?:the|this|that|its) (?:(?:amended|revised|new|final|full|proposed|same|whole|entire|draft|current) )?(?:measure|ordinance|proposal|bill|plan|vote|contract|agreement|resolution|policy|motion|amendment|amendments|law|idea|deal)\b/;

const openings =
  /^(?:in (?:other|separate|unrelated|additional) (?:business|actions?|matters?|news|votes?|items?)|in (?:a|an|another) (?:separate|different|unrelated|second|other)? ?(?:action|vote|matter|item|move|decision)|separately|elsewhere on the agenda|also on the agenda|also (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: night| evening)?,? (?:the |\p{L}+ ){0,3}(?:council|board|commission|commissioners|trustees|supervisors|committee|lawmakers)|also (?:at|during) (?:the|its|that) (?:same )?meeting|(?:earlier|later) in the (?:meeting|evening|night))\b/u;

const bodies =
  '(?:council(?: members)?|councilors|councilmembers|board|commission|commissioners|trustees|supervisors|committee|aldermen|selectmen|lawmakers|legislature|legislators|members)';

/** "The council also approved a grant", "Commissioners then turned to the airport." */
const turns = new RegExp(
  `^(?:then |later,? |next,? )?(?:the |a |city |county |town |\\p{L}+ ){0,3}${bodies} (?:(?:also|then|next|later|separately) )?(?:(?:turned|moved on|moved) (?:next |then )?to|took up|(?<=(?:also|then|next|later|separately) )(?:voted (?:[\\d-]+ |unanimously )?to |agreed to )?(?:approve|adopt|reject|pass|discuss|hear|consider|table|delay|postpone|debate|review|receive|accept|award|hire|appoint|authorize|honor|recognize)(?:d|ed|s|es)? (?:testimony on |a report on |a presentation on |public comment on |a vote on |an hour of testimony on )?(?!from |the |its |it\\b|that |this |these |those |them\\b))`,
  'u',
);

const comesNext =
  /\b(?:was|were|came|comes) next\b(?! (?:week|month|year|spring|summer|fall|winter|\w+day))|\bnext on the agenda\b|^next (?:came|comes|up|on)\b|^then came\b/;

const separate =
  /\b(?:a|an|another) (?:different|separate|unrelated|second) (?:agenda )?(?:item|matter|issue|proposal|measure|ordinance|resolution|vote|question|plan|topic|debate|fight|bill|contract)\b/;

/** "On taller buildings, Lee sided with Park." A day, a vote or a hand is no topic. */
const topics =
  /^(?:on|as for|regarding|when it comes to|asked about) (?!(?:\w+day|the (?:other|one) hand|its|top|behalf|average|paper|balance|first|second|a \d|an? \w+ vote|the (?:vote|dais|night|day|eve|steps|stand|witness|ballot|council|campaign)|jan|feb|march|april|may|june|july|aug|sept|oct|nov|dec|\d)\b)[\p{L} '’-]{3,50},/u;

/** "The council will hold a hearing on a noise ordinance next week." */
const upcoming = new RegExp(
  `^(?:the |city |county |\\p{L}+ ){0,3}${bodies} (?:will|is set to|is expected to|plans to) (?:also )?(?:hold a (?:public )?hearing on|take up|consider|vote on|discuss|hear) (?:a|an|another)\\b`,
  'u',
);

const papers =
  '(?:proposal|plan|ordinance|resolution|bill|measure|ban|fee|tax|levy|bond|contract|lease|motion|project|grant|item)';

/** "The eviction ordinance comes back in May." */
const comesUp = new RegExp(
  `^(?:the|a|an) (?:[\\w-]+ ){1,4}${papers} (?:comes? back|comes? up|returns? to the|(?:will be|is) (?:heard|scheduled|due|up) (?:for|on|in|next))\\b`,
);

/** "A proposal to raise parking fines comes back in May." */
const bringsIn = new RegExp(`^(?:a|an|another) (?:[\\w-]+ ){0,4}${papers}\\b`);
