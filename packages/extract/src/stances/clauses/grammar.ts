// The closed word classes of English that tell clauses, verb groups and subjects apart. Knows no issue and no rule.
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { Vocabulary, WordClasses } from '../../reading/vocabulary.ts';

const classes = {
  auxiliary: "is are was were be been being am 's 're 'm has have had 've 'd do does did having",
  being: "is are was were be been being am 's 're 'm get gets got",
  modal: "will would wo 'll 'd shall can ca could may might must should ought",
  unsure: 'could may might',
  would: "would 'd",
  future: "will wo 'll shall going",
  negator: "not n't never no nor neither nobody nothing cannot without",
  adverb:
    "not n't never also still already again now just only once further outright recently then often soon previously so far longer always even simply repeatedly both currently all ever first later essentially flatly instead yet going long fully twice thrice",
  relative: 'who which that whose whom',
  conjunction: 'and but or nor yet then',
  adverbial: 'because although though while whereas after when whenever since where',
  condition: 'if unless until once before',
  asks: 'ask asks asked asking wonder wonders wondered wondering know knows see ensure determine decide question questioned inquired',
  pronoun: 'he she they it we i you',
  determiner:
    'the a an this that these those its his her their our my your some many most several few all any no each every both dozens hundreds',
  /** Numbers of people, as words. */
  counts:
    'most many several all two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty',
  preposition:
    'of in for from at with within on by to about against into over under near across during among between outside inside behind through unlike like despite than along alongside beside including except',
  /** What may turn a reason into its contrary, or make it a question or a matter of course. */
  turns:
    'but however although though while except unless whether if undecided depends maybe perhaps think guess suppose ?',
  law: 'law laws statute act bill sb hb ab measure proposition initiative',
  paper: 'policy directive order manual guidelines handbook protocol rules ordinance',
  sponsor: 'sponsor author',
  ballot:
    'voting voted vote votes dissenting dissented dissent opposed opposing opposition abstaining abstained favor cast casting',
  rollCall:
    'voting voted vote votes dissenting dissented dissent dissenter dissenters holdout holdouts opposed opposing opposition abstaining abstained favor nay nays aye ayes no against supporting backing',
  decides: 'vote voted votes approved rejected passed adopted tabled postponed denied',
  notParticiple:
    'including according during morning evening nothing something anything everything regarding concerning being spring king meeting hearing ruling building housing funding',
} as const;

/** `thing`: nouns that may call back to what a story told of. */
type GrammarClass = keyof typeof classes | 'thing';
export type Grammar = WordClasses<GrammarClass>;

/** Interns the closed classes, and the nouns that may call back to a thing. */
export function createGrammar(vocabulary: Vocabulary, things: readonly string[]): Grammar {
  const lists = Object.fromEntries(Object.entries(classes).map(([name, words]) => [name, words.split(' ')]));
  return vocabulary.classify({ ...lists, thing: things } as unknown as Record<GrammarClass, readonly string[]>);
}

/** Whether token i is in one of the classes. */
export function isOf(grammar: Grammar, reading: Reading, i: number, ...names: readonly GrammarClass[]): boolean {
  const bits = grammar.of(reading.ids[i] ?? -1);
  // Most words are in no class.
  if (bits === 0) return false;
  for (const name of names) if ((bits & grammar.bit[name]) !== 0) return !isMay(reading, i);
  return false;
}

/** "in May": the month, which is no modal. */
function isMay(reading: Reading, i: number): boolean {
  return (
    foldedAt(reading, i) === 'may' &&
    isCapital(reading, i) &&
    (/^(?:in|since|until|by|last|this|next|late|early|of|mid|for|from|through)$/.test(foldedAt(reading, i - 1)) ||
      hasShape(reading, i + 1, shape.number))
  );
}

/** Whether token i looks like an adverb: of the list, or in -ly. */
export function isAdverb(grammar: Grammar, reading: Reading, i: number): boolean {
  const word = foldedAt(reading, i);
  return isOf(grammar, reading, i, 'adverb') || (/^\p{Ll}{2,}ly$/u.test(word) && !otherInLy.has(word));
}

/** Verbs and nouns in -ly: “Scott's family has called on them”. */
const otherInLy = new Set(
  'apply supply reply comply rely imply multiply family assembly ally rally bully monopoly anomaly july italy'.split(
    ' ',
  ),
);

/** Whether token i looks like a finite verb by its form alone (past or third person); callers know already that it is a verb. */
export function isFiniteForm(reading: Reading, i: number): boolean {
  const word = foldedAt(reading, i);
  return /(?:ed|s)$/.test(word) || irregularPast.has(word);
}

/** Past forms that do not end in -ed. */
export const irregularPast = new Set(
  'said told gave took came went held kept sent cut put wrote spoke stood brought sought made met led left forbade swore withdrew withheld got had was were did signed overrode'.split(
    ' ',
  ),
);

/** What stands before a verb: "has not yet", "will no longer", "to". */
export interface VerbGroup {
  /** First token of the group (the verb itself when nothing stands before it). */
  readonly left: number;
  readonly infinitive: boolean;
  /** could, may, might. */
  readonly unsure: boolean;
  /** would: doubt in a story's own words, the plain future in reported speech. */
  readonly would: boolean;
  readonly future: boolean;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly gerund: boolean;
}

/** "will have to report", "will be able to scan": as plain as "will report". */
function isLight(word: string, before: string, next: string, first: string): boolean {
  if (word === 'able') return next === 'to';
  return (
    word === 'to' && (before === 'able' || (before === 'have' && /^(?:will|would|'ll|may|might|not|also)$/.test(first)))
  );
}

/** Reads leftwards from a verb over auxiliaries, modals, negators and adverbs, not beyond `from`. */
export function verbGroup(grammar: Grammar, reading: Reading, verb: number, from: number): VerbGroup {
  const word = foldedAt(reading, verb);
  let left = verb;
  let infinitive = false;
  let unsure = false;
  let would = false;
  let future = false;
  let negated = false;
  let being = false;
  for (let i = verb - 1; i >= from; i--) {
    const previous = foldedAt(reading, i);
    const helper = isOf(grammar, reading, i, 'auxiliary', 'modal');
    // The 's of "the mayor's refusal" is no auxiliary; before a verb in -ing, -ed or a helper it is.
    if (previous === "'s" && !/(?:ing|ed|en|n't|not|been|going)$/.test(foldedAt(reading, i + 1))) break;
    const before = foldedAt(reading, i - 1);
    if (i > from && isLight(previous, before, foldedAt(reading, i + 1), foldedAt(reading, i - 2))) {
      left = i;
      continue;
    }
    if (previous === 'to') infinitive = !future || before !== 'going';
    // "has since barred"
    else if (previous === 'since' && /^(?:has|have|had)$/.test(before)) continue;
    else if (!helper && !isAdverb(grammar, reading, i) && previous !== 'no') break;
    if (previous === 'no' && foldedAt(reading, i + 1) !== 'longer') break;
    if (previous === 'to' && foldedAt(reading, i - 1) === 'going') {
      infinitive = false;
      future = true;
    }
    unsure ||= isOf(grammar, reading, i, 'unsure');
    would ||= isOf(grammar, reading, i, 'would');
    future ||= isOf(grammar, reading, i, 'future');
    negated ||= isOf(grammar, reading, i, 'negator');
    // "Are going to hold": what is yet to come is no passive.
    being ||= !future && isOf(grammar, reading, i, 'being');
    left = i;
    if (previous === 'to' && infinitive) break;
  }
  const participle = /(?:ed|en|wn|ung|ught|old|ept|ent|eld)$/.test(word) || word === 'cut' || word === 'put';
  return {
    left,
    infinitive,
    unsure,
    would,
    future,
    negated,
    passive: being && participle,
    gerund: word.endsWith('ing') && left === verb,
  };
}
