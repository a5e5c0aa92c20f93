// What in a sentence keeps its words from being its subject's own: nobody, neither, an office that announces. Knows words; no issue.
import { foldedAt, hasShape } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { isOf } from '../clauses/grammar.ts';
import type { Candidate } from '../holders/candidate.ts';
import type { FrameHit } from '../lexicon.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { isSpeech, type Link } from './chains.ts';

/** "Nobody in my office gives them data": shortly before what is done. */
export function hasNobody({ reading, from }: SentenceContext, frame: FrameHit, links: readonly Link[]): boolean {
  const ahead = links.filter((link) => !link.behind && !isSpeech(link.kind));
  // "no one has asked her to support it": what nobody wants or thinks.
  const wished = ahead.find(({ kind }) => kind === 'demand' || kind === 'judge' || kind === 'should');
  const lead = (wished ?? ahead[0])?.hit.from ?? frame.from;
  for (let i = Math.max(from, lead - 7); i < lead; i++)
    if (
      /^(?:nobody|none)$/.test(foldedAt(reading, i)) ||
      (foldedAt(reading, i) === 'no' && foldedAt(reading, i + 1) === 'one')
    )
      return true;
  return false;
}

/** "few members", "neither Lee nor Diaz": before the holder, or before the title of it. */
export function isNegatedSubject({ grammar, reading, from }: SentenceContext, holder: Candidate): boolean {
  for (let i = holder.from - 1; i >= Math.max(from, holder.from - 3); i--) {
    if (/^(?:nor|neither)$/.test(foldedAt(reading, i))) return true;
    if (!hasShape(reading, i, shape.capital) && !isOf(grammar, reading, i, 'determiner')) break;
  }
  return /^(?:few|no|hardly|any)$/.test(foldedAt(reading, holder.from - 1));
}

/** "All but Lee voted for it", "everyone except Council members Lee and Park": whoever is named behind did not. `name`: the token at which the names begin. */
export function isExcepted({ grammar, reading, from }: SentenceContext, name: number): boolean {
  for (let i = name - 1; i >= Math.max(from, name - 10); i--) {
    if (/^(?:except|besides)$/.test(foldedAt(reading, i))) return true;
    if (foldedAt(reading, i) === 'but')
      return i === name - 1
        ? i > from && !/^[,;.—–]$/.test(foldedAt(reading, i - 1))
        : /^(?:all|everyone|everybody|nobody|none|one|anyone|each|every|\p{L}+(?:s|men|women))$/u.test(
            foldedAt(reading, i - 1),
          );
    if (isOf(grammar, reading, i, 'auxiliary', 'modal', 'relative') || /^[.;—–]$/.test(foldedAt(reading, i)))
      return false;
  }
  return false;
}

/** "Under state law, cities may not …": the law says it, whoever the subject is. */
export function isUnderLaw({ reading, from }: SentenceContext, frame: FrameHit): boolean {
  if (foldedAt(reading, from) !== 'under') return false;
  for (let i = from + 1; i < Math.min(frame.from, from + 6); i++)
    if (/^(?:law|laws|act|statute|constitution)$/.test(foldedAt(reading, i)) && foldedAt(reading, i + 1) === ',')
      return true;
  return false;
}

/** "Had the mayor opposed it, …", "Were she to oppose it, …": before the first comma of a sentence that begins so. */
export function isInvertedCondition({ reading, from }: SentenceContext, frame: FrameHit): boolean {
  if (!/^(?:had|were|should)$/.test(foldedAt(reading, from))) return false;
  for (let i = from; i < frame.from; i++) if (foldedAt(reading, i) === ',') return false;
  return true;
}

/** "Sheriff Hall has signed the agreement, his office announced": nobody else says it. */
export function isOwnAnnouncement({ reading }: SentenceContext, { behind, hit }: Link): boolean {
  return (
    behind &&
    /^(?:office|department|agency|campaign|spokesman|spokeswoman|spokesperson|staff)$/.test(
      foldedAt(reading, hit.from - 1),
    ) &&
    /^(?:his|her|its|their)$/.test(foldedAt(reading, hit.from - 2))
  );
}

/** "The county will pay for a review board, executives announced", "…, the mayor's office said": those who speak for a body tell what it does; not what anybody wants. */
export function isBodysTelling({ reading }: SentenceContext, { behind, hit }: Link, links: readonly Link[]): boolean {
  if (!behind || links.some(({ kind }) => kind === 'judge' || kind === 'demand' || kind === 'should')) return false;
  const [word, before] = [foldedAt(reading, hit.from - 1), foldedAt(reading, hit.from - 2)];
  if (word === 'office') return before === "'s";
  return /^(?:executives|officials|administrators|authorities|aides)$/.test(word) && before === ',';
}

/** "doubted that the city …", "proof that the city …": what holds it, or does not, stands before "that". */
export function isToldByOther({ grammar, reading, from }: SentenceContext, subject: Candidate): boolean {
  let before = subject.from - 1;
  while (before > from && foldedAt(reading, before) !== 'that' && isOf(grammar, reading, before, 'determiner'))
    before--;
  return foldedAt(reading, before) === 'that' && before > from;
}

/** "cited opposition to it", "campaigned with an opponent of it": a side that somebody has, and nobody here is told to. */
export function isBareSide({ grammar, reading, candidates, from }: SentenceContext, token: number): boolean {
  const word = foldedAt(reading, token);
  const owned = foldedAt(reading, token - 1) === "'s" && candidates.some((item) => item.named && item.to === token - 1);
  if (/^(?:opposition|support|backing)$/.test(word) && /^(?:to|for|of)$/.test(foldedAt(reading, token + 1)))
    return (
      !/^(?:his|her|its|their|my|our|in|voiced|expressed|declared)$/.test(foldedAt(reading, token - 1)) &&
      token > from &&
      !owned
    );
  if (!/^(?:critic|opponent|foe|supporter|backer|proponent|champion|defender|advocate)s?$/.test(word)) return false;
  let before = token - 1;
  while (
    before > from &&
    (isOf(grammar, reading, before, 'determiner') ||
      /^(?:vocal|longtime|strong|fierce|leading|frequent|outspoken|staunch|early|prominent)$/.test(
        foldedAt(reading, before),
      ))
  )
    before--;
  return isOf(grammar, reading, before, 'preposition') && foldedAt(reading, before) !== 'as';
}

/** "…, according to emails", "according to court filings": papers are no speaker, and what they tell is told. */
export function isFromPapers({ grammar, reading, to }: SentenceContext, { hit }: Link): boolean {
  if (foldedAt(reading, hit.from) !== 'according') return false;
  for (let i = hit.to; i < Math.min(to, hit.to + 5); i++) {
    if (papers.test(foldedAt(reading, i))) return true;
    if (isOf(grammar, reading, i, 'preposition', 'relative', 'auxiliary') || foldedAt(reading, i) === ',') return false;
  }
  return false;
}

const papers =
  /^(?:emails?|e-mails?|filings?|records?|documents?|minutes|memos?|memorandum|invoices|contracts?|agendas?|copy|text|reports?|release|video|recording|website|transcripts?|data|figures|numbers|budget)$/;

/** "respects those who oppose it", "said some oppose it": right before the verb group that begins at a token. */
export function tellsOfOthers({ reading }: SentenceContext, left: number): boolean {
  return /^(?:you|who|whoever|some|many|others|most|few|several|everyone|everybody|anyone|anybody|somebody|someone|both|people)$/.test(
    foldedAt(reading, left - 1),
  );
}

/** "The department unknowingly let agents search it", "shared it by mistake": done by somebody who did not mean to. */
export function isUnaware({ reading, to }: SentenceContext, left: number, { from }: FrameHit): boolean {
  for (let i = left; i < from; i++) if (unaware.test(foldedAt(reading, i))) return true;
  for (let i = from; i < to && foldedAt(reading, i) !== ','; i++) {
    const next = foldedAt(reading, i + 1);
    if (unaware.test(foldedAt(reading, i))) return true;
    if (foldedAt(reading, i) === 'by' && /^(?:mistake|accident)$/.test(next)) return true;
    if (foldedAt(reading, i) === 'without' && /^(?:knowing|realizing)$/.test(next)) return true;
  }
  return false;
}

const unaware = /^(?:accidentally|unknowingly|unwittingly|inadvertently|mistakenly|unintentionally)$/;
