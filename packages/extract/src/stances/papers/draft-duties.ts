// What a draft would ask of somebody in words that no issue phrase has: "Departments would have to post a report.", "Images would be erased after a week."
// Knows how sentences go on about a draft and who sponsored it; nothing of issues.
import type { Document } from '../../document.ts';
import { foldedAt, hasShape, type Reading, sentenceRange } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import { type Grammar, isOf } from '../clauses/grammar.ts';
import type { Analysis } from '../judge.ts';
import type { Agenda } from '../measure/agenda.ts';
import type { Story } from '../measure/called-things.ts';
import { findProvisions, sponsorsOf } from '../measure/provisions.ts';
import { ruling } from '../ruling.ts';
import { stanceOf } from '../stance-record.ts';

/** A story goes on about a draft for so many sentences in which nobody speaks. */
const sentencesNear = 4;
/** A sentence of so many words says more than what is asked. */
const wordsMax = 50;
/** The subject of what would be has at most so many words. */
const subjectMax = 9;

/** What the story's draft would do, as its sponsors' own: in words of an issue, and in others. */
export function findDraftClauses(
  story: Story,
  analyses: readonly Analysis[],
  agenda: Agenda | null,
): readonly Analysis[] {
  const provisions = findProvisions(analyses, agenda);
  return [...provisions, ...findDuties(story, [...analyses, ...provisions], agenda)];
}

/** What the story's draft would ask, as its sponsors' own: sentences right behind one that tells of the draft, in its paragraph or the next. */
function findDuties(story: Story, analyses: readonly Analysis[], agenda: Agenda | null): readonly Analysis[] {
  if (agenda === null || agenda.outcome < 0 || agenda.undoes || agenda.contested || agenda.practice) return [];
  const sponsors = sponsorsOf(analyses, agenda).filter(({ role }) => role !== 'government');
  if (sponsors.length === 0) return [];
  const { document, grammar, sentences } = story;
  const { reading } = document;
  const position = agenda.rule.source.sign > 0 ? 'supports' : 'opposes';
  const told = new Set<number>();
  const held = new Set<number>();
  for (const { context, frame, judgement } of analyses) {
    const s = reading.sentenceOf[context.from] ?? 0;
    if ('stances' in judgement) held.add(s);
    const own = frame.rule.source.issue === agenda.rule.source.issue;
    const proposes =
      'stances' in judgement &&
      judgement.stances.some(
        ({ act, issue, ...stance }) =>
          act === 'policy-proposal' && (issue !== agenda.rule.source.issue || stance.position === position),
      );
    if (proposes || (own && s === reading.sentenceOf[agenda.from - 1])) told.add(s);
  }
  const found: Analysis[] = [];
  let near = 0;
  for (let s = 0; s + 1 < reading.sentenceStarts.length; s++) {
    const [from, to] = sentenceRange(reading, s);
    const said = isQuoted(document, from, to);
    const under = !said && isUnderIt(reading, from, to);
    near = told.has(s) || under || (!said && opensWithDraft(reading, from)) ? sentencesNear : said ? 0 : near - 1;
    const asks = near > 0 && !said && (under || !told.has(s) || from < agenda.from);
    const verb =
      asks && to - from <= wordsMax ? dutyAt(grammar, reading, behindUnder(reading, from, to, under), to) : null;
    if (verb === null) continue;
    near = sentencesNear;
    if (held.has(s)) continue;
    const context = sentences.read(s);
    if (context.hits.frames.some(({ rule }) => rule.source.issue !== agenda.rule.source.issue)) continue;
    const frame = { rule: { ...agenda.rule, standsFor: agenda.words }, from, to: verb };
    const stances = sponsors.map((holder) =>
      stanceOf(
        context,
        frame,
        ruling(context, holder, [], null, null, {
          act: 'policy-proposal',
          modality: 'proposed',
          basis: 'position',
          doubt: 0.2,
          until: to,
        }),
      ),
    );
    found.push({ context, frame, judgement: { stances, chain: { links: [], broken: null } } });
  }
  return found;
}

/** "Under the bill, …" at the head of a sentence, "… under a bill introduced Monday" at its end: what is told is the draft's. */
function isUnderIt(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i + 2 < to; i++) {
    if (foldedAt(reading, i) !== 'under' || !/^(?:the|a|an|her|his|their)$/.test(foldedAt(reading, i + 1))) continue;
    const named = [i + 2, i + 3, i + 4].some((k) => k < to && drafts.test(foldedAt(reading, k)));
    return named && (i === from) === /^(?:the|her|his|their)$/.test(foldedAt(reading, i + 1));
  }
  return false;
}

/** "The ordinance would cover …" */
function opensWithDraft(reading: Reading, from: number): boolean {
  return (
    foldedAt(reading, from) === 'the' &&
    drafts.test(foldedAt(reading, from + 1)) &&
    foldedAt(reading, from + 2) === 'would'
  );
}

const drafts = /^(?:bill|ordinance|proposal|measure|legislation|resolution)$/;

/** The first token behind "Under the bill,". */
function behindUnder(reading: Reading, from: number, to: number, under: boolean): number {
  if (!under || foldedAt(reading, from) !== 'under') return from;
  for (let i = from; i < Math.min(to, from + 6); i++) if (foldedAt(reading, i) === ',') return i + 1;
  return to;
}

/** Behind the verb of "Departments would have to post", "Images would be erased", "could be used only"; null where a sentence tells nothing of the kind. */
function dutyAt(grammar: Grammar, reading: Reading, from: number, to: number): number | null {
  for (let i = from; i < Math.min(to, from + subjectMax); i++) {
    const word = foldedAt(reading, i);
    if (word === 'would' || word === 'could') {
      if (i === from || !isAsked(reading, from, i)) return null;
      for (let k = i; k < to; k++)
        if (
          /^(?:said|says|if|unless|but|because|though|although)$/.test(foldedAt(reading, k)) ||
          hasShape(reading, k, shape.quote)
        )
          return null;
      if (word === 'would' && foldedAt(reading, i + 1) === 'have' && foldedAt(reading, i + 2) === 'to') return i + 4;
      const not = isOf(grammar, reading, i + 1, 'negator') ? 1 : 0;
      const bound =
        not === 1 ||
        has(
          reading,
          i,
          to,
          /^(?:only|erased|deleted|purged|destroyed|banned|barred|prohibited|required|published|posted|logged|audited|limited|fined|ticketed)$/,
        );
      const be = foldedAt(reading, i + 1 + not) === 'be';
      return be &&
        bound &&
        /(?:ed|en|wn|ut)$/.test(foldedAt(reading, i + 2 + not)) &&
        !ways.test(foldedAt(reading, i + 2 + not))
        ? i + 3 + not
        : null;
    }
    if (
      isOf(grammar, reading, i, 'auxiliary', 'relative', 'condition', 'adverbial', 'conjunction') &&
      word !== 'and' &&
      word !== 'or'
    )
      return null;
    if (/^[;:,]$/.test(word) || hasShape(reading, i, shape.quote)) return null;
  }
  return null;
}

function has(reading: Reading, from: number, to: number, words: RegExp): boolean {
  for (let i = from; i < to; i++) if (words.test(foldedAt(reading, i))) return true;
  return false;
}

/** What is done about the draft itself, and what a plan costs. */
const ways =
  /^(?:paid|funded|appointed|elected|chosen|named|held|heard|considered|taken|voted|decided|introduced|approved|adopted|passed|rejected|needed|covered|hired|bought|given|seen|taken)$/;

/** Not the vote, the money or those who decide. */
function isAsked(reading: Reading, from: number, until: number): boolean {
  for (let i = from; i < until; i++) if (others.test(foldedAt(reading, i))) return false;
  return true;
}

const others =
  /^(?:he|she|they|we|i|you|it|this|that|there|who|what|voters|council|commissioners|commission|supervisors|lawmakers|legislators|senate|house|governor|mayor|members|vote|hearing|tax|taxes|taxpayers|cost|costs|fee|money|funding|bill|measure|ordinance|proposal|plan|amendment|resolution|supporters|opponents|critics|sponsors|petitioners|sponsor|court|judge|settlement|override|change|changes|decision|election|program|supreme)$/;

/** Whether somebody says it: inside of a quotation, or in words ascribed to somebody. */
function isQuoted({ reading, quotes }: Document, from: number, to: number): boolean {
  const start = reading.starts[from] ?? 0;
  const end = reading.ends[to - 1] ?? 0;
  return quotes.some((quote) => quote.start < end && start < quote.end);
}
