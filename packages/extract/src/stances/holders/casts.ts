// Whom "all three", "both candidates" mean in a story on those who run for an office: the ones who speak most in it.
// Knows numbers and speakers; abstains where the story counts otherwise or somebody else speaks as much.
import type { Document } from '../../document.ts';
import { foldedAt, paragraphRange, type Reading } from '../../reading/reading.ts';
import { type Grammar, irregularPast, isAdverb, isOf } from '../clauses/grammar.ts';
import type { Lexicon, OperatorHit } from '../lexicon.ts';
import type { Candidate, TypeOf } from './candidate.ts';
import { personRole } from './people-roles.ts';
import { outset, runners } from './runners.ts';

/** The candidates, and who is meant by each "all three", "both candidates" that a verb follows. */
export function withCast(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  { from, to }: { readonly from: number; readonly to: number },
  candidates: readonly Candidate[],
  operators: readonly OperatorHit[],
): readonly Candidate[] {
  const { reading } = document;
  const { grammar } = lexicon;
  for (let i = from; i < to; i++) {
    const word = foldedAt(reading, i);
    if (word !== 'all' && word !== 'both' && word !== 'the') continue;
    const group = groupAt(reading, i);
    if (group === null) continue;
    const verb = verbBehind(grammar, reading, group.end, operators);
    if (verb === null) continue;
    const members = castOf(document, group.count, i).map(
      (name): Candidate => ({ from: i, to: group.end, name, named: true, ...roleOf(document, lexicon, typeOf, name) }),
    );
    const [first] = members;
    if (!first) continue;
    const role = members.every((item) => item.role === 'official') ? 'official' : 'other';
    const whole = {
      from: i,
      to: group.end,
      name: first.name,
      holderType: 'person',
      role,
      named: true,
      members,
    } as const;
    return [...candidates.filter((item) => item.to <= i || group.end <= item.from), whole].toSorted(
      (a, b) => a.from - b.from,
    );
  }
  return candidates;
}

/** An official by the title that the story gives; else what is told of the person. */
function roleOf(
  document: Document,
  lexicon: Lexicon,
  typeOf: TypeOf,
  name: string,
): Pick<Candidate, 'holderType' | 'role'> {
  const official = document.officials.find((item) => item.name === name);
  if (!official) return personRole(document, lexicon, typeOf, name);
  const type = typeOf(official.title ?? official.role ?? '');
  return { holderType: type?.holderType ?? 'official', role: 'official' };
}

const counts = ['two', 'three', 'four', 'five', 'six'];

/** "all three (of the) (candidates)", "both (candidates)", "the three candidates" at a token: how many, and where it ends. */
function groupAt(reading: Reading, at: number): { readonly count: number; readonly end: number } | null {
  const word = foldedAt(reading, at);
  let i = at + 1;
  const told = counts.indexOf(foldedAt(reading, i)) + 2;
  if (word !== 'both' && told < 2) return null;
  if (word !== 'both') i++;
  if (foldedAt(reading, i) === 'of' && foldedAt(reading, i + 1) === 'them') i += 2;
  else if (foldedAt(reading, i) === 'of' && foldedAt(reading, i + 1) === 'the') i += 2;
  if (word === 'both' && counts.includes(foldedAt(reading, i))) return null;
  const named = runners.test(foldedAt(reading, i)) || /^(?:men|women)$/.test(foldedAt(reading, i));
  if (named) i++;
  return word === 'the' && !named ? null : { count: word === 'both' ? 2 : told, end: i };
}

/** The verb of a group that ends before a token: "both also said", "the three candidates for sheriff agreed"; null where none stands near. */
function verbBehind(grammar: Grammar, reading: Reading, end: number, operators: readonly OperatorHit[]): number | null {
  const reach = foldedAt(reading, end) === 'for' ? wordsOfOffice : 1;
  for (let i = end; i <= end + reach; i++) {
    if (isVerb(grammar, reading, i, operators)) return i;
    if (reach === 1 && !isAdverb(grammar, reading, i)) return null;
  }
  return null;
}

/** "for the open seat on the City Council" */
const wordsOfOffice = 9;

function isVerb(grammar: Grammar, reading: Reading, i: number, operators: readonly OperatorHit[]): boolean {
  return (
    isOf(grammar, reading, i, 'auxiliary', 'modal') ||
    operators.some(({ rule, from }) => from === i && rule.type === 'act') ||
    irregularPast.has(foldedAt(reading, i)) ||
    /^\p{Ll}{2,}ed$/u.test(foldedAt(reading, i))
  );
}

/** The names of the `count` people who run in a story; none where that is not plain before token `at`. */
function castOf(document: Document, count: number, at: number): readonly string[] {
  const told = runnersTold(document.reading, at);
  if (told === null || (told > 0 && told !== count)) return [];
  const asks = new Set(
    document.officials.filter(({ title }) => /moderator|host\b/i.test(title ?? '')).map((o) => o.name),
  );
  const said = new Map<string, number>();
  for (const { speakerName } of document.quotes)
    if (speakerName && !asks.has(speakerName)) said.set(speakerName, (said.get(speakerName) ?? 0) + 1);
  // Somebody else may be quoted before them, if less.
  const all = [...said].toSorted(([, one], [, other]) => other - one);
  const [cast, others] = [all.slice(0, count), all.slice(count)];
  const least = Math.min(...cast.map(([, times]) => times));
  if (cast.length < count || least < 2 || others.some(([, times]) => times >= least)) return [];
  return cast.every(([name]) => document.people.some((person) => person.name === name))
    ? [...said.keys()].filter((name) => cast.some(([one]) => one === name))
    : [];
}

/** How many are told to run at the outset of a story; 0 without a number, null where nobody is. */
function runnersTold(reading: Reading, at: number): number | null {
  let told: number | null = null;
  for (let p = 0; p < outset; p++) {
    const [from, to] = paragraphRange(reading, p);
    for (let i = from; i < Math.min(to, at); i++) {
      if (!runners.test(foldedAt(reading, i))) continue;
      told ??= 0;
      for (let k = i - 1; k >= Math.max(from, i - 3); k--) {
        const count = counts.indexOf(foldedAt(reading, k));
        if (count >= 0) return count + 2;
      }
    }
  }
  return told;
}
