// "This petition", "the ordinance", "the cameras", "the veto": what a story calls back to once it has told what the thing is.
// Knows nouns of documents and decisions and the sign that the story gave them; whose stance it is, is judged as for any other phrase.
import { foldedAt, type Reading, sentenceRange } from '../../reading/reading.ts';
import { isSpeech, type Link } from '../chains/chains.ts';
import { textOf } from '../holders/holder-names.ts';
import { vetoOf } from '../holders/vetoes.ts';
import type { Analysis } from '../judge.ts';
import type { FrameRule } from '../packs/compiled-packs.ts';
import type { SentenceContext } from '../sentence-context.ts';
import { bodyVotes, takesBack } from '../sides/vote-lists.ts';
import type { Agenda } from './agenda.ts';
import { withAgenda } from './agenda-nouns.ts';
import { isAmending } from './amending.ts';
import type { Decider } from './deciders.ts';
import { deedsOf } from './deed-nouns.ts';
import { described } from './descriptions.ts';
import { heldBy } from './held-papers.ts';
import { signOfSuit, suitNouns } from './suits-brought.ts';
import { deciderNouns, gainNouns, isAlike, looseNouns, outcomeNouns, placesOf, standingNouns } from './thing-nouns.ts';
import { takesAway } from './turning-words.ts';

/** A thing of the story whose direction is known, by one noun that it is called. */
export interface Instrument {
  readonly noun: string;
  readonly rule: FrameRule;
  /** Token behind which the story may call back to it. */
  readonly from: number;
  /** Token from which on it may mean another thing ("a second bill"). */
  readonly until: number;
  /** No sentence calls it so: it is but what the story is about. */
  readonly loose?: true;
  /** Whatever is called so is it: "asked whether to hire a monitor … would appoint a monitor". */
  readonly open?: true;
  /** The story itself calls it so. */
  readonly named?: true;
  /** The sentences that told of it. */
  readonly told?: readonly number[];
  /** Who decided it; only for what came out of a decision. */
  readonly deciders?: readonly Decider[];
}

/** What a story tells of a thing before it is called back: a sign towards an issue. */
interface Telling {
  readonly analysis: Analysis;
  readonly sign: number;
  /** The noun itself stands in what is told; else it only may be called so. */
  readonly specific: boolean;
}

/** What a proposal is called, not what it would undo. */
const proposalNouns = 'motion proposal change amendment'.split(' ');
/** What a story may call either the thing that stands or what would undo it; and what is signed, which always stands. */
const eitherNouns = 'ordinance measure it'.split(' ');
const signedNouns = 'contract agreement deal purchase'.split(' ');
const deciderOf: Readonly<Record<string, string>> = {
  mayor: 'mayor',
  sheriff: 'sheriff',
  'police-chief': 'chief',
  'state-official': 'governor',
};
/** The things that analyses describe: one for each noun; a noun that stands for two directions or issues is left out. */
export function findInstruments(
  reading: Reading,
  analyses: readonly Analysis[],
  agenda: Agenda | null = null,
  sued: readonly Analysis[] = analyses,
): readonly Instrument[] {
  const told = new Map<string, Telling[]>();
  const tell = (noun: string, analysis: Analysis, sign: number, specific = false): void => {
    const list = told.get(noun);
    if (list) list.push({ analysis, sign, specific });
    else told.set(noun, [{ analysis, sign, specific }]);
  };
  for (const analysis of analyses) {
    for (const { noun, sign, definite, unsaid } of described(analysis)) {
      // "The ordinance also bars …" tells more of the measure that the story is about; a law in passing is not its "ordinance".
      const more =
        (definite || unsaid) &&
        agenda !== null &&
        !agenda.undoes &&
        analysis.context.from >= agenda.from &&
        looseNouns.has(noun);
      // "would push next for an ordinance that …": nothing that the story goes on about.
      const wished =
        agenda !== null && agenda.outcome !== 0 && analysis.context.from >= agenda.from && isWished(analysis);
      if (!(more || wished) || analysis.frame.rule.source.issue === agenda.rule.source.issue)
        tell(noun, analysis, sign, true);
    }
  }
  // "the city's cameras, which the council approved in 2022": not what is on the table now.
  const now = analyses.filter(({ context }) => agenda === null || context.from < agenda.from || !isPast(context));
  const votes = now.flatMap((analysis) => bodyVotes(analysis).map((vote) => ({ ...vote, analysis })));
  const measures = [
    ...votes.flatMap(({ analysis, motion }) => (motion === null ? [] : [{ analysis, sign: motion }])),
    ...analyses.flatMap((analysis) => {
      const sign = measureSign(analysis);
      return sign === null ? [] : [{ analysis, sign }];
    }),
  ];
  for (const { analysis, sign } of measures) {
    // Of a vote to repeal an ordinance, "the ordinance" and "it" may be either: only the proposal itself is plain.
    const undoes = analysis.judgement.chain.links.some(
      (link, i) => !link.behind && link.sign < 0 && (i === 0 ? takesBack.test(link.hit.rule.id) : isUndoing(link)),
    );
    // "proposed an amendment limiting duplexes to corner lots": the ordinance does not limit them.
    if (agenda !== null && analysis.context.from >= agenda.from && isAmending(analysis)) {
      tell('amendment', analysis, sign);
      continue;
    }
    const { frame } = analysis;
    const takes = frame.rule.source.sign < 0 && sign < 0 && takesAway(textOf(reading, frame.from, frame.to));
    for (const noun of undoes ? proposalNouns : looseNouns)
      if (!(takes && gainNouns.has(noun))) tell(noun, analysis, sign);
    // "voted to exempt duplexes from the rent control ordinance": the ordinance is what stands, or what exempts them.
    if (frame.rule.source.kind === 'verb' && frame.rule.source.sign < 0)
      for (const noun of heldBy(reading, frame)) tell(noun, analysis, -sign);
    if (undoes) for (const noun of [...eitherNouns, ...signedNouns]) tell(noun, analysis, -sign);
    if (undoes) for (const noun of eitherNouns) tell(noun, analysis, sign);
  }
  for (const { analysis, outcome } of votes)
    if (outcome !== null) for (const noun of outcomeNouns) tell(noun, analysis, outcome);
  for (const analysis of analyses.filter(isDecision)) {
    const sign = 'stances' in analysis.judgement && analysis.judgement.stances[0]?.position === 'supports' ? 1 : -1;
    for (const noun of outcomeNouns) tell(noun, analysis, sign);
    if ('stances' in analysis.judgement) {
      const decider = deciderOf[analysis.judgement.stances[0]?.holderType ?? ''];
      if (decider) tell(decider, analysis, sign);
    }
  }
  // "would prohibit police from using it": a ban, whatever the story's first word for it.
  for (const analysis of analyses) {
    const { links, broken } = analysis.judgement.chain;
    const at = links.findIndex((link) => !link.behind && link.hit.rule.id === 'bars');
    if (at < 0 || broken !== null) continue;
    tell(
      'ban',
      analysis,
      links.slice(at).reduce<number>((sign, link) => sign * link.sign, analysis.frame.rule.source.sign),
    );
  }
  for (const { analysis, sign } of vetoes(reading, analyses)) {
    tell('veto', analysis, -sign);
    for (const noun of ['decision', 'move', 'action']) tell(noun, analysis, -sign);
    for (const noun of looseNouns) tell(noun, analysis, sign);
  }
  for (const analysis of sued) {
    const sign = signOfSuit(analysis);
    if (sign !== null) for (const noun of suitNouns) tell(noun, analysis, sign, true);
  }
  // "It" is the one measure of the story, when all that is told of measures has one direction.
  const measured = [...told].filter(([noun]) => looseNouns.has(noun));
  const things = [...told].filter(
    ([noun]) => !outcomeNouns.has(noun) && !deciderNouns.has(noun) && noun !== 'veto' && !suitNouns.includes(noun),
  );
  for (const [, tellings] of measured.length > 0 ? measured : things)
    for (const { analysis, sign } of tellings) tell('it', analysis, sign);
  for (const analysis of analyses)
    for (const { noun, sign } of deedsOf(analysis)) tell(noun, analysis, sign, noun !== 'repeal');
  const [first] = analyses;
  const places =
    (told.size === 0 && agenda === null) || !first
      ? new Map<string, number[]>()
      : placesOf(first.context.grammar, reading);
  const own = [...told].flatMap(([noun, tellings]) =>
    instrumentOf(noun, tellings, introducedAgain(reading, places.get(noun) ?? [], noun, tellings)),
  );
  return agenda === null ? own : withAgenda(reading, agenda, own, told, places);
}

function isWished({ judgement }: Analysis): boolean {
  return 'stances' in judgement && judgement.chain.links.some(({ kind, behind }) => kind === 'demand' && !behind);
}

/** "repeal", "end", "cuts to": what stands is taken back. A ban is no undoing: the ordinance that bans is the ban. */
function isUndoing({ hit, kind }: Link): boolean {
  return kind === 'decide' || kind === 'judge' || hit.rule.id === 'cuts';
}

const deciding = new Set(
  'rejects approves signs sponsors authors blocks recommends votes-for votes-against'.split(' '),
);

const doerOpen =
  /^the subject of .* is not plain$|names no doer$|its doer is not plain$|is no body that could do this$/;

/** "Voters approved a cap in 2022", "last year": an earlier measure of the kind. */
function isPast({ reading, from, to }: SentenceContext): boolean {
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (/^(?:19|20)\d\d$/.test(word) || (word === 'last' && foldedAt(reading, i + 1) === 'year')) return true;
  }
  return false;
}

/** The sign of what somebody approved, blocked, signed or recommended; null when that is not what the sentence tells. */
function measureSign({ context, frame, judgement }: Analysis): number | null {
  // Who approved it may be open; what was approved is not.
  const holderless = 'because' in judgement && judgement.chain.broken === null && doerOpen.test(judgement.because);
  if ((!('stances' in judgement) && !holderless) || isPast(context)) return null;
  const links = judgement.chain.links.filter((link) => !isSpeech(link.kind));
  const lead = links[0];
  if (!lead || lead.behind || !deciding.has(lead.hit.rule.id) || links[1]?.kind === 'not') return null;
  // "joined a suit against the plan": what was joined is no measure.
  if (links.some((link) => link.hit.rule.id === 'against')) return null;
  return links.slice(1).reduce<number>((sign, link) => sign * link.sign, frame.rule.source.sign);
}

/** A body or official did or decided something itself ("police shut off access"). */
function isDecision({ judgement }: Analysis): boolean {
  return (
    'stances' in judgement &&
    judgement.stances.length === 1 &&
    judgement.stances.every(
      ({ act, position, basis, holderType, modality }) =>
        /^(?:decision|policy|practice|agreement-signed|agreement-declined|court-ruling)$/.test(act) &&
        (basis === 'position' || holderType.startsWith('police')) &&
        // What is but planned was not decided yet.
        modality !== 'promised' &&
        modality !== 'proposed' &&
        // "Montana forbids cities to …": what stands.
        !(holderType === 'state' && act !== 'decision') &&
        (position === 'supports' || position === 'opposes'),
    )
  );
}

/** What was vetoed, with the sign of whoever is for it. */
function vetoes(reading: Reading, analyses: readonly Analysis[]): readonly { analysis: Analysis; sign: number }[] {
  return analyses.flatMap((analysis) => {
    const { judgement, context, frame } = analysis;
    if (!('stances' in judgement)) return [];
    const [first, ...rest] = judgement.chain.links;
    const direct = first !== undefined && /^vetoe[sd]$/.test(foldedAt(reading, first.hit.from));
    const links = direct ? rest : vetoOf(context, frame, judgement.chain)?.links;
    return links
      ? [{ analysis, sign: links.reduce<number>((product, link) => product * link.sign, frame.rule.source.sign) }]
      : [];
  });
}

/** "A bill in Concord", "another petition" in a sentence that does not tell of this one: two things of one name. The sentence's first token; the text's end when there is none. */
function introducedAgain(
  reading: Reading,
  places: readonly number[],
  noun: string,
  tellings: readonly Telling[],
): number {
  if (!looseNouns.has(noun)) return reading.count;
  const other = tellings.some((telling) => telling.specific)
    ? /^(?:another|second|separate|different)$/
    : /^(?:a|an|another|second|separate|different|earlier|state|federal|house|senate)$/;
  const own = new Set(tellings.map(({ analysis }) => reading.sentenceOf[analysis.context.from]));
  for (const i of places) {
    // "A similar ordinance" has the same friends and foes.
    if (own.has(reading.sentenceOf[i]) || isAlike(reading, i)) continue;
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      const word = foldedAt(reading, j);
      if (other.test(word)) return sentenceRange(reading, reading.sentenceOf[i] ?? 0)[0];
      if (!/^\p{Ll}+$/u.test(word) || /^(?:the|this|that|its|his|her|their)$/.test(word)) break;
    }
  }
  return reading.count;
}

/** One issue and one sign, or nothing. */
function instrumentOf(noun: string, all: readonly Telling[], until: number): readonly Instrument[] {
  const issueOf = (telling: Telling): string => telling.analysis.frame.rule.source.issue;
  // What the story itself calls so goes before what may be called so, unless the two disagree on one issue.
  const named = all.filter((telling) => telling.specific && noun !== 'it');
  const tellings = named[0]
    ? all.filter((telling) => telling.specific || issueOf(telling) === issueOf(named[0] ?? telling))
    : all;
  const first = named[0] ?? tellings[0];
  if (!first) return [];
  const { source } = first.analysis.frame.rule;
  const same = tellings.every(
    ({ analysis, sign }) => sign === first.sign && analysis.frame.rule.source.issue === source.issue,
  );
  if (!same) return [];
  // "voted to remove the cameras. It bought the cameras in 2022": they are what is removed, not its removal.
  if (first.sign < 0 && source.kind === 'verb' && standingNouns.has(noun)) return [];
  const { only, needs, by, ...rest } = source;
  const { rule } = first.analysis.frame;
  const from = Math.min(...tellings.map(({ analysis }) => analysis.context.to));
  if (until < from) return [];
  const thing = {
    ...rule,
    source: { ...rest, kind: 'noun' as const, sign: first.sign > 0 ? (1 as const) : (-1 as const) },
  };
  const deciders = outcomeNouns.has(noun)
    ? tellings.flatMap(({ analysis: { judgement } }) => ('stances' in judgement ? judgement.stances : []))
    : [];
  const sentences = tellings.map(({ analysis: { context } }) => context.reading.sentenceOf[context.from] ?? 0);
  return [{ noun, rule: thing, from, until, deciders, told: sentences, ...(named[0] ? { named: true as const } : {}) }];
}
