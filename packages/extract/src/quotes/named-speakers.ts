// Finds the record behind a phrase that names its speaker. Knows heads, appositions and mentions; no pronouns, no memory.
import { foldedWord, isAmong, isCapitalWord, isMark, isOneOf, isWord, type QuoteContext } from './context.ts';
import type { Mention, Scene, Voice } from './mentions.ts';
import type { NounPhrase } from './noun-phrases.ts';

/** The voice that a phrase names; null for people and groups that the story has no record of. */
export function nameSpeaker(scene: Scene, phrase: NounPhrase): Voice | null {
  const end = headEnd(scene.context, phrase);
  const mention = headMention(scene, phrase.from, end) ?? titledMention(scene, phrase);
  if (mention) return mention.voice;
  return (
    (phrase.to > phrase.headTo ? appositive(scene, phrase) : null) ??
    bareName(scene, phrase) ??
    plainBody(scene, phrase)
  );
}

/** The mention that ends the head part: "former mayor Ana Ruiz", not "Ruiz's lawyer", not "a friend of Ruiz". */
function headMention({ context, mentionAt }: Scene, from: number, to: number): Mention | null {
  for (let i = to - 1; i >= from; i--) {
    const mention = mentionAt(i);
    if (mention)
      return mention.to >= to && !isOneOf(context, mention.to, "'s")
        ? mention
        : mention.to === i + 1 && isSuffix(context, i + 1, to)
          ? mention
          : null;
    if (!isOneOf(context, i, ')', '(') && !isSuffix(context, i, to)) return null;
  }
  return null;
}

/** "Secretary of State Ana Ruiz", "director of public works Ana Ruiz": the name ends the phrase, a title stands before it. */
function titledMention({ context, mentionAt }: Scene, phrase: NounPhrase): Mention | null {
  const mention = mentionAt(phrase.headTo - 1);
  const before = (mention?.from ?? 0) - 1;
  if (!mention?.voice.person || mention.to < phrase.headTo || before <= phrase.from) return null;
  const bound = isWord(context, before, 'preposition', 'determiner', 'coordinate', 'past', 'third');
  return bound || isMark(context, before) || isOneOf(context, before, ...honorifics) ? null : mention;
}

const honorifics = ['mr.', 'mrs.', 'ms.', 'dr.', 'sen.', 'rep.', 'gov.'] as const;

/** "His lawyer, Ana Ruiz, said": the name right behind the comma. */
function appositive({ context, mentionAt }: Scene, phrase: NounPhrase): Voice | null {
  for (let i = phrase.headTo + 1; i < Math.min(phrase.to, phrase.headTo + 8); i++) {
    const mention = mentionAt(i);
    if (mention?.voice.person) return isOneOf(context, mention.to, "'s") ? null : mention.voice;
    if (isWord(context, i, 'preposition', 'subordinate') || isOneOf(context, i, ',')) return null;
  }
  return null;
}

/** A name that the story never gives in full: "Politico", "Bob". It must stand with its capital inside of a sentence too. */
function bareName({ context, mentionAt, surnameOf, isInnerCapital }: Scene, phrase: NounPhrase): Voice | null {
  const to = nameEnd(context, phrase);
  if (to - phrase.from > 4) return null;
  const small = (i: number): boolean => isOneOf(context, i, 'in', 'for');
  for (let i = phrase.from; i < to; i++) if ((!isCapitalWord(context, i) && !small(i)) || mentionAt(i)) return null;
  for (let i = phrase.from; i < to; i++) if (!small(i) && !isInnerCapital(i)) return null;
  const { text, starts, ends } = context.reading;
  const name = text.slice(starts[phrase.from], ends[to - 1]);
  return surnameOf(name) ?? { name, type: 'unknown', person: null };
}

/** Where a bare name ends: "Roads for All" goes on behind its small word. */
function nameEnd(context: QuoteContext, phrase: NounPhrase): number {
  const end = Math.min(headEnd(context, phrase), phrase.headTo);
  const goesOn = end === phrase.headTo - 2 && isOneOf(context, end, 'in', 'for') && isCapitalWord(context, end + 1);
  return goesOn ? phrase.headTo : end;
}

/** "The council", "the department", "police": the story's only organization of that kind. */
function plainBody({ context, organizationOf }: Scene, phrase: NounPhrase): Voice | null {
  const noun = headEnd(context, phrase) - 1;
  const bare = noun === phrase.from && isOneOf(context, noun, 'police');
  const definite = noun === phrase.from + 1 && isOneOf(context, phrase.from, 'the');
  if (isCapitalWord(context, noun) || (!bare && !definite)) return null;
  const voice = organizationOf(isOneOf(context, noun, 'police') ? 'department' : foldedWord(context, noun));
  return isOneOf(context, noun, 'police') && !voice?.name?.includes('Police') ? null : voice;
}

/** Where the head part of a phrase ends: before "of", "for", "who" … */
function headEnd(context: QuoteContext, phrase: NounPhrase): number {
  for (let i = phrase.from + 1; i < phrase.headTo; i++) {
    if (isWord(context, i, 'preposition', 'subordinate') || isOneOf(context, i, 'who', '(', ',')) return i;
  }
  return phrase.headTo;
}

/** What may stand behind a name and belongs to it, and the brackets around one that was filled in. */
const nameTails: ReadonlySet<string> = new Set(['jr.', 'sr.', 'jr', 'sr', 'ii', 'iii', 'iv', ']', '[']);

function isSuffix(context: QuoteContext, i: number, to: number): boolean {
  return i >= to || isAmong(context, i, nameTails);
}
