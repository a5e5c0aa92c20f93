// What keeps the words of a speaker from arguing for the speaker's own position: a turn, another's wish, an own deed, another thing. Knows words; no position.
import type { Quote, Stance } from '@civicwire/shared';
import { foldedAt, hasShape, type Reading, sentenceRange, tokenAt } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import { findCallBacks } from '../measure/call-backs.ts';
import { isThing } from '../sentence-context.ts';
import type { Story, Told } from './told-sides.ts';

/** Fewer words than these are no reason: told in the story's own words, a few are but a link to the rest of its sentence. */
const wordsMin = { direct: 4, mixed: 5, indirect: 6 };

/** Whether the words could mean the contrary, ask, or are too few. */
export function mayTurn({ document: { reading }, grammar }: Story, s: number, quote: Quote): boolean {
  const [from, to] = sentenceRange(reading, s);
  const first = tokenAt(reading, quote.start);
  const last = tokenAt(reading, quote.end - 1);
  // "Internal affairs does its job, he said": a whole clause.
  const least = quote.kind === 'indirect' && first === from ? wordsMin.direct : wordsMin[quote.kind];
  let words = 0;
  for (let i = first; i <= last; i++) if (!hasShape(reading, i, shape.mark)) words++;
  if (words < least || to - from > 80) return true;
  for (let i = from; i < to; i++) if (isOf(grammar, reading, i, 'turns')) return true;
  return quote.kind === 'indirect' && (isOthersWish(reading, first, last) || isSafeguard(reading, first, last));
}

/** Whether what somebody says, being for or against the measure, is no word for that side: too short, granted to the others, or of what comes next. */
export function isBeside({ document: { text } }: Story, quote: Quote, forIt: boolean): boolean {
  const words = text.slice(quote.start, quote.end).toLowerCase().replaceAll('’', "'");
  // “We can't.”, “It is.”
  if (words.split(/\s+/).length < 3) return true;
  if (nextSteps.test(words) || (forIt ? reserves : consents).test(words)) return true;
  // "I don't like it either"
  if (/(?:n't|\bnot)\b.*\beither\b/.test(words)) return true;
  // "I'm not against density", said by whoever is against this plan; "I'm not a fan of cameras", by whoever is for these
  if ((forIt ? noFriend : noFoe).test(words)) return true;
  const grants = granting.exec(words);
  return grants !== null && !/\b(?:but|yet|however|still)\b/.test(words.slice(grants.index));
}

/** Whether a quotation is glad of whatever stands ("I'd rather have the law than not"): that may be the contrary of what is on the table. */
export function isGladOfIt({ document: { text, quotes } }: Story, quote: Quote): boolean {
  const parts = quotes.filter(({ group }) => group === quote.group);
  return parts.some(({ start, end }) => gladOfIt.test(text.slice(start, end).toLowerCase().replaceAll('’', "'")));
}

/** Whether words judge what is on the table: "the rules do not go far enough", "she supported the law". */
export function judgesIt({ document: { text } }: Story, { start, end }: Quote): boolean {
  return /\b(?:support|oppos|back)(?:e?s|ed)?\b|\bfar enough\b|\btoo far\b|\bconfirm(?:s|ed)\b/.test(
    text.slice(start, end),
  );
}

/** “I don't like it either,” Lee said. “But we can't pick a fight.”: the first part is granted. */
export function isBeforeBut({ document: { text, quotes } }: Story, quote: Quote): boolean {
  const next = quotes.find(({ group, part }) => group === quote.group && part === quote.part + 1);
  return next !== undefined && /^["“]?(?:but|still|however|yet)\b/i.test(text.slice(next.start, next.end));
}

const noFoe =
  /\b(?:i'm|i am|we're|we are|he's|he is|she's|she is|they're|they are|(?:he|she|i) was) (?:certainly |really )?(?:not|n't|never|no) (?:against|opposed|anti|opponents?|an (?:opponent|enemy)|unsympathetic|enemy)\b/;
const noFriend =
  /\b(?:i'm|i am|we're|we are|he's|he is|she's|she is|they're|they are) (?:certainly |really )?(?:not|n't|no) (?:a (?:\w+ )?(?:fan|friend|champion|supporter)|for|pro|in love with|thrilled|happy|crazy about|wild about)\b/;

/** "I understand why people want it." */
const granting =
  /\b(?:i|we|he|she|they)(?: do| does| can| could| also| really| certainly| totally| fully| completely)? (?:(?:underst(?:an|oo)d|sympathize|empathize|respect|appreciate|recognize)(?:s|d|ed)?|gets? (?:it|that|why)|(?:sees?|saw) (?:why|both|the (?:point|need|appeal))|(?:hears?|(?:have |has |'ve )?(?:heard|listened to)) (?:that|them|those|both|you|their|the (?:concern|argument|other side))|kn(?:ow|ew)s? (?:why|some|many|people|that (?:some|many|people)|there (?:are|were)))\b|\beither\W*$/;

/** "I could live with it if it had an end date", said by whoever is against it. */
const consents =
  /\b(?:i|we|he|she|they)(?:'d| would| could| can| might| may)(?: \w+ly)? (?:be (?:open|fine|ok|okay|happy|willing|glad|comfortable)|support|back|live with|vote (?:for|yes)|accept|reconsider|go along|agree)\b|(?:'m|\bam|'re|\bare) all for\b|\b(?:good|great|fine|wonderful|best) intentions?\b|\b(?:hopes?|hoped|hoping) (?:it|this|that) (?:works|helps|goes)\b/;

const gladOfIt =
  /\b(?:glad|happy|pleased|relieved|grateful|thankful)(?: to have| (?:that )?(?:we|he|she|they|the (?:city|county|town)) ha(?:ve|s|d)) (?:it|the|this|that|our|a|an)\b|\brather have (?:it|the|this|that|a|an)\b/;

/** "I do have some concerns about the cost", said by whoever is for it. */
const reserves =
  /\b(?:i|we|he|she|they)(?: do| does| still)* (?:have|has|had|share) (?:\w+ )?(?:concerns?|reservations?|doubts|questions|misgivings)\b|\b(?:my|our)(?: \w+)? (?:concern|worry|fear|reservation)s? (?:is|are)\b|\b(?:i|we) wish\b|\b(?:not|n't) (?:a perfect|enough)\b|(?:'m|'re|\bam|\bare) not (?:comfortable|convinced|sure|there yet)\b|(?:'d|\bwould) (?:want|need|like) to (?:know|see|hear)\b/;

/** "We'll see what the county says", "Thank you all for coming", "I was wrong" */
const nextSteps =
  /\b(?:we|i|he|she)(?:'ll| will| would|(?:'re| are|'m| am) going to) (?:see|look|wait|meet|discuss|review|study|find out|come back|be back|take (?:it|this|that) up|bring (?:it|this|that) back)\b|\bthank(?:s| you)(?: all| everyone| everybody)? for\b|\b(?:i|we) (?:was|were) wrong\b|\bchanged my mind\b|\b(?:undecided|n't decided|not decided|not sure yet)\b|\bstay tuned\b/;

/** So many issues of one pack lie so near each other that a fact could be told of any of them. */
const issuesMany = 7;

/** "said nine officers have been trained since 2020": a fact in the story's own words argues for nothing by itself. */
export function isBareFact({ document: { text } }: Story, quote: Quote, { analysis }: Told): boolean {
  if (quote.kind !== 'indirect' || analysis.frame.rule.issues < issuesMany) return false;
  return !arguing.test(text.slice(quote.start, quote.end));
}

const arguing =
  /\b(?:should|shouldn[’']t|ought|must|would|wouldn[’']t|could|couldn[’']t|can[’']t|cannot|needs?|deserves?|expects?|too|enough|because|no|not|never|nobody|nothing|without|rather|instead|more|less|better|worse|right|wrong|fair|unfair|safer?|dangerous|costs?|hurts?|harms?|helps?|helped|keeps?|kept|drives?|loses?|lost|risks?|wastes?|threatens?|giving in|going too|giving up|hiding|inviting|worried|worries|concerned|afraid|fears?|trust|job)\b|n[’']t\b/i;

/** "(said) the family still wants to see the video": what others want may be another thing. */
function isOthersWish(reading: Reading, first: number, last: number): boolean {
  const begin = foldedAt(reading, first) === 'that' ? first + 1 : first;
  if (/^(?:he|she|they|we|i)$/.test(foldedAt(reading, begin))) return false;
  for (let i = begin + 1; i <= Math.min(last, begin + 5); i++)
    if (/^(?:wants?|wanted|hopes?|seeks?)$/.test(foldedAt(reading, i))) return true;
  return false;
}

/** "(said) detectives would need a sergeant's approval": a limit on the thing, by whoever is for it. */
function isSafeguard(reading: Reading, first: number, last: number): boolean {
  let must = false;
  for (let i = first; i <= last; i++) {
    const word = foldedAt(reading, i);
    // "had no quarrel with the officers": granted to the other side.
    if (word === 'no' && /^(?:quarrel|problem|objection|issue|complaint)s?$/.test(foldedAt(reading, i + 1)))
      return true;
    if (/^(?:needs?|must|requires?|required|only)$/.test(word)) must = true;
    else if (must && safeguards.test(word)) return true;
  }
  return false;
}

const safeguards = /^(?:approval|permission|consent|warrants?|audits?|supervisor|supervisors|sign-off|authorization)$/;

/** Whether an issue phrase stands in the words: then the calculus has judged them, and what it leaves open stays open. Phrases of the issue `own` are let pass. */
export function hasPhrase({ document, read }: Story, s: number, quote: Quote, own: string | null): boolean {
  const first = tokenAt(document.reading, quote.start);
  const last = tokenAt(document.reading, quote.end - 1);
  return read(s).hits.frames.some(
    (frame) => isThing(frame) && frame.rule.source.issue !== own && first <= frame.from && frame.from <= last,
  );
}

/** "Lee said he had asked for advice", "she would bring it back": what the speaker did or will do is no reason. */
export function tellsOwnDeed({ document: { reading } }: Story, quote: Quote): boolean {
  const first = tokenAt(reading, quote.start);
  const own = [first, first + 1].find((i) => /^(?:he|she|i)$/.test(foldedAt(reading, i)));
  return (
    own !== undefined && /^(?:had|has|would|will|plans|wants|hopes|intends|'d|'ll)$/.test(foldedAt(reading, own + 1))
  );
}

/** Whether a sentence speaks of a thing of another issue: “I'm all for the cameras” argues for no limit on them. */
export function speaksOfOther({ document, grammar, instruments }: Story, s: number, issue: string): boolean {
  return findCallBacks(grammar, document.reading, s, instruments).some(({ rule }) => rule.source.issue !== issue);
}

/** "Lee, who wrote the measure, said landlords will walk away": what the speaker did for it is told in an aside, and these words are a second thing. */
export function standsAside(story: Story, { act, evidence }: Stance, quote: Quote): boolean {
  const { reading } = story.document;
  if (act === 'statement' || (quote.start < evidence.end && evidence.start < quote.end)) return false;
  // "voted no, saying …", "voted for it and said …": one act and its words.
  const cue = quote.cue && tokenAt(reading, quote.cue.start);
  if (!cue || /ing$/.test(foldedAt(reading, cue)) || isOf(story.grammar, reading, cue - 1, 'conjunction')) return false;
  return !isNoReason(story, quote);
}

/** "said she has no plans to change it", "said he was not surprised by the suit" */
function isNoReason(story: Story, quote: Quote): boolean {
  const { reading } = story.document;
  const first = tokenAt(reading, quote.start);
  for (let i = first; i < first + 6; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:surprised|shocked)$/.test(word)) return true;
    // "has heard from families": what was seen is a reason.
    if (/^(?:heard|seen|watched|met)$/.test(word)) return false;
  }
  return tellsOwnDeed(story, quote);
}
