// What a story is about: the one issue and direction of the measure on its table, from whatever tells what somebody would do.
// Knows tellings and their signs; not who is for it. Two issues or two directions at the outset, and there is no agenda.
import type { Document } from '../../document.ts';
import { foldedAt, type Reading } from '../../reading/reading.ts';
import { isOf } from '../clauses/grammar.ts';
import { textOf } from '../holders/holder-names.ts';
import type { Analysis } from '../judge.ts';
import type { FrameRule } from '../packs/compiled-packs.ts';
import { isAgreed, isHeldByLaw, isOfElse, isOutnumbered } from './agreement.ts';
import { isAmending } from './amending.ts';
import { isOfDraft, isWeighed } from './drafts-told.ts';
import { isLawStory, isOfLaw } from './law-stories.ts';
import { isIntroduced, isMeasure, isProposed, isTurned, isTurnedAtOutset, mayUndo } from './named-measures.ts';
import { outcomeOf } from './outcomes.ts';
import { isPractice } from './practices.ts';
import { isDraftNamedFirst, isProvision, isUnderDraft } from './provisions.ts';
import { askedAt, signOfOpen } from './questions.ts';
import { decides, isDated, issueOf, sentenceOf, type Telling, tellingOf } from './tellings.ts';
import { isHeadlined } from './title-words.ts';
import { isChange } from './turning-words.ts';
import { isSameWay, twinsOf } from './twins.ts';

/** The measure that a story is about. */
export interface Agenda {
  /** A phrase of its issue, with the sign of whoever is for the measure. */
  readonly rule: FrameRule;
  /** The words that first tell of it. */
  readonly words: string;
  /** What kind of phrase they are, and their own sign towards the issue. */
  readonly kind: FrameRule['source']['kind'];
  readonly thing: 1 | -1;
  /** Sentence from which on sides may be taken: the one that tells of it, or the first behind a headline that does. */
  readonly sentence: number;
  /** Token behind which the story has told of it. */
  readonly from: number;
  /** It takes back what stands ("end the contract"): what stands and what is proposed have opposite signs. */
  readonly undoes: boolean;
  /** To take it back is but demanded: what stands may be on the table as well, and "voted no" may be for either. */
  readonly contested: boolean;
  /** What was decided on it: 1 for it, -1 against it, 0 when nothing is told or both are. */
  readonly outcome: 1 | -1 | 0;
  /** It is what a department does, and on nobody's table. */
  readonly practice: boolean;
  /** What another pack tells by the same words ("bars police from giving ICE plate data"), as the first one's phrase. */
  readonly twin?: FrameRule;
}

/** Tellings of so many sentences from the first one set the agenda, questions in so many of the story; what is first told behind so many may be told in passing. */
const sentencesEarly = { telling: 4, asked: 2, passing: 6 };

/**
 * The agenda of a story from its packs' phrases; null when nothing plain is told, or more than one thing. `headline`: the
 * analyses of the title; it confirms what the text merely mentions, and speaks where the text tells nothing.
 */
export function findAgenda(
  { title, reading }: Pick<Document, 'title' | 'reading'>,
  analyses: readonly Analysis[],
  headline: readonly Analysis[],
): Agenda | null {
  // "Q&A: Sheriff on cameras, jails and pay": each answer has a measure of its own.
  if (/^q\s?(?:&|and)\s?a\b/i.test(title ?? '')) return null;
  const told = analyses.flatMap(tellingOf).toSorted((a, b) => a.analysis.context.from - b.analysis.context.from);
  const mentions = headline.flatMap(mentionOf);
  const pair = twinsOf(told, mentions);
  const single = (list: readonly Telling[]): readonly Telling[] =>
    pair === null ? list : list.filter((other) => !isSameWay(other, pair.twin));
  const agenda = agendaIn({ title, reading }, analyses, single(told), single(mentions));
  if (agenda === null || pair === null || agenda.rule.source.issue !== issueOf(pair.main)) return agenda;
  const { only, needs, by, ...source } = pair.twin.analysis.frame.rule.source;
  const twin: FrameRule = {
    ...pair.twin.analysis.frame.rule,
    source: { ...source, kind: 'noun', sign: pair.twin.sign > 0 ? 1 : -1 },
  };
  return { ...agenda, twin };
}

/** The agenda that tellings of one issue for each phrase give. */
function agendaIn(
  { title, reading }: Pick<Document, 'title' | 'reading'>,
  analyses: readonly Analysis[],
  all: readonly Telling[],
  mentions: readonly Telling[],
): Agenda | null {
  // What a moderator asks later on is one question of several.
  const plain = all.filter(
    (telling) => !telling.weak && (sentenceOf(telling) < sentencesEarly.asked || askedAt(telling.analysis) === null),
  );
  const strong = plain.filter((telling) => telling === plain[0] || !isAmending(telling.analysis));
  const headlined = mentions.filter(({ weak }) => !weak);
  const [first] = strong;
  // What the headline says was decided, the text may tell in other words, and of other things later.
  // "Committee backs changes to the law": a telling of something else is not what they change.
  if (first && sentenceOf(first) > 1 && isChange(title ?? '') && !isChange(sentenceText(first))) return null;
  const decided = headlined[0] !== undefined && headlined[0].outcome !== 0;
  const late = first !== undefined && sentenceOf(first) >= sentencesEarly.telling;
  const far = first !== undefined && sentenceOf(first) >= sentencesEarly.passing;
  // "Akron may have to drop its ban … The law also requires police to share plate data."
  const passing = first !== undefined && (far || isHeldByLaw(first)) && isOfElse(analyses, first);
  if (!first || (headlined[0] && !isAgreed(strong, first)) || (decided && late) || passing)
    return (
      fromHeadline(reading, all, headlined, mentions) ??
      ((first && !passing) ||
      isTurned(
        title,
        mentions.map(({ analysis }) => analysis),
      )
        ? null
        : fromLede(reading, analyses, all))
    );
  // "Council takes up rent cap": told at once, in words that no phrase has.
  const named = far && mentions.some((mention) => isSameWay(mention, first));
  const titled = named ? fromHeadline(reading, all, headlined, mentions) : null;
  if (titled !== null) return titled;
  if (!isAgreed(strong, first)) return null;
  const agrees = (other: Telling): boolean => issueOf(other) === issueOf(first) && other.sign === first.sign;
  if (headlined.some((other) => !agrees(other) && !isWhatStands(other, first))) return null;
  // What is told at once to have been decided is the story, however often parts of it are told of.
  if (!(first.outcome !== 0 && sentenceOf(first) === 0) && isOutnumbered(all, issueOf(first)) && headlined.length === 0)
    return null;
  const stated = analyses.some(
    ({ judgement, frame }) => 'stances' in judgement && frame.rule.source.issue === issueOf(first),
  );
  const enacted = !late && isOfLaw(first.analysis) && isLawStory(title, reading);
  const atOnce = sentenceOf(first) === 0 && (first.outcome !== 0 || isToCome(first.analysis));
  const drafted = enacted || atOnce;
  if (!stated && !drafted && !mentions.some(agrees) && !isHeadlined(first.analysis, title)) return null;
  return agendaOf(first, {
    from: first.analysis.context.to,
    sentence: sentenceOf(first),
    undoes: strong.some(
      (other) =>
        other.undoes &&
        (other === first || (issueOf(other) === issueOf(first) && !isProvision(other.analysis) && !isDated(other))),
    ),
    contested: first.contested,
    outcome: outcomeOf(reading, strong.filter(agrees), analyses, first),
  });
}

/** What a draft would do, or a body has yet to decide. */
function isToCome(analysis: Analysis): boolean {
  return (
    isUnderDraft(analysis) ||
    isDraftNamedFirst(analysis) ||
    isOfDraft(analysis) ||
    isWeighed(analysis) ||
    signOfOpen(analysis) !== null
  );
}

/** The agenda of a story whose first phrases tell of none, where it goes on to tell twice how "the ban" was decided; null otherwise. */
export function findDecided(
  document: Pick<Document, 'title' | 'reading'>,
  analyses: readonly Analysis[],
  called: readonly Analysis[],
  headline: readonly Analysis[],
): Agenda | null {
  const issues = new Set(analyses.flatMap(({ frame: { rule } }) => (rule.source.argues ? [] : [rule.source.issue])));
  const votes = called.filter(({ judgement }) => judgement.chain.links.some(({ hit }) => decides.test(hit.rule.id)));
  return issues.size === 1 && votes.length > 1 ? findAgenda(document, analyses, headline) : null;
}

/** “City keeps its readers”, where a motion to end their contract failed or was vetoed: the headline tells what came of it. */
function isWhatStands(other: Telling, first: Telling): boolean {
  return first.outcome < 0 && issueOf(other) === issueOf(first) && other.sign === -first.sign;
}

type Worded = Pick<Agenda, 'rule' | 'words' | 'kind' | 'thing' | 'practice'>;

/** A telling as the measure it tells. */
export function agendaOf({ analysis, sign }: Telling, rest: Omit<Agenda, keyof Worded>): Agenda {
  const { rule } = analysis.frame;
  const { only, needs, by, ...source } = rule.source;
  const words = textOf(analysis.context.reading, analysis.frame.from, analysis.frame.to);
  const measure: FrameRule = {
    ...rule,
    standsFor: words,
    source: { ...source, kind: 'noun', sign: sign > 0 ? 1 : -1 },
  };
  const practice = isPractice(analysis);
  return { rule: measure, words, kind: rule.source.kind, thing: rule.source.sign, practice, ...rest };
}

/** What the title tells of; where it but mentions a thing, the text may not speak of another direction, nor either of taking it back. */
function fromHeadline(
  reading: Reading,
  all: readonly Telling[],
  headlined: readonly Telling[],
  mentions: readonly Telling[],
): Agenda | null {
  const told = headlined.length > 0 ? headlined : mentions;
  const [first] = told;
  if (!first) return null;
  const agrees = (other: Telling): boolean => issueOf(other) === issueOf(first) && other.sign === first.sign;
  if (!told.every(agrees)) return null;
  const { weak, undoes, contested, outcome } = first;
  // "Alders split on face searches": the thing; the measure may be a ban on it.
  if (weak && !isMeasure(first.analysis) && isTurnedAtOutset(reading)) return null;
  if (weak && (mayUndo(first.analysis) || isOutnumbered(all, issueOf(first)))) return null;
  if (weak && all.some((other) => issueOf(other) === issueOf(first) && (!agrees(other) || mayUndo(other.analysis))))
    return null;
  return agendaOf(first, { from: 0, sentence: 0, undoes, contested, outcome });
}

function sentenceText({ analysis: { context } }: Telling): string {
  return textOf(context.reading, context.from, context.to);
}

/** The first sentence but names a measure ("A proposal for rent control drew 200 people"), and nothing near takes back, bars or exempts. */
function fromLede(reading: Reading, analyses: readonly Analysis[], all: readonly Telling[]): Agenda | null {
  const named = analyses.filter(
    ({ frame, context, judgement }) =>
      frame.rule.source.kind === 'noun' &&
      !frame.rule.source.argues &&
      (reading.sentenceOf[context.from] ?? 0) < 2 &&
      !judgement.chain.links.some(({ sign }) => sign < 0),
  );
  const [first] = named;
  if (!first || !(isMeasure(first) || isProposed(first)) || !isIntroduced(first) || mayUndo(first, first.frame))
    return null;
  if (isTurnedAtOutset(reading, first)) return null;
  const { issue, sign } = first.frame.rule.source;
  const others = analyses.some(({ frame: { rule } }) => rule.source.issue !== issue && !rule.source.argues);
  if (others || !named.every(({ frame: { rule } }) => rule.source.sign === sign)) return null;
  const telling: Telling = { analysis: first, sign, undoes: false, contested: false, outcome: 0, weak: true };
  if (all.some((other) => other.sign !== sign)) return null;
  return agendaOf(telling, {
    from: first.context.to,
    sentence: sentenceOf(telling),
    undoes: false,
    contested: false,
    outcome: 0,
  });
}

/** A headline tells of its thing in the present and without articles: any phrase of it counts, with what governs it. */
function mentionOf(analysis: Analysis): readonly Telling[] {
  const [told] = tellingOf(analysis);
  const { chain } = analysis.judgement;
  const { links } = chain;
  // "advances bill to penalize cities over ICE cooperation": what it is over is not what is advanced.
  const topic =
    foldedAt(analysis.context.reading, analysis.frame.from - 1) === 'over' &&
    links.some(({ hit }) => decides.test(hit.rule.id));
  if (topic) return [];
  if (told && !told.weak) return [told];
  if (chain.broken !== null || analysis.frame.rule.source.argues || links.length > 0) return [];
  const { context, frame } = analysis;
  for (let i = context.from; i < frame.from; i++) if (isOf(context.grammar, context.reading, i, 'relative')) return [];
  return [{ analysis, sign: analysis.frame.rule.source.sign, undoes: false, contested: false, outcome: 0, weak: true }];
}
