// Resolves the phrase that speaks to a canonical name of the story. Knows people, organizations, officials and who spoke before.
// A pronoun goes to the previous named speaker that fits, then to the paragraph's subject, never to the nearest name.
import type { NamedPerson } from '../document.ts';
import { paragraphRange, sentenceRange, tokenAt } from '../reading/reading.ts';
import { isOneOf, isWord, type QuoteContext, spanAt, type TokenRange } from './context.ts';
import type { NounPhrase } from './noun-phrases.ts';

/** Somebody named in the story. */
export interface Voice {
  readonly name: string;
  readonly person: NamedPerson | null;
}

/** A resolved speaker: `voice` is null for collective, nominal or unclear ones, with the reason when it was a pronoun. */
export interface Resolution {
  readonly voice: Voice | null;
  readonly why: string | null;
}

interface Mention extends TokenRange {
  readonly voice: Voice;
}

/** Resolves in text order: it remembers the named speakers so far. */
export class SpeakerMemory {
  readonly #context: QuoteContext;
  readonly #mentions: readonly Mention[];
  readonly #byToken = new Map<number, Mention>();
  readonly #spoke: { readonly voice: Voice; readonly token: number }[] = [];

  constructor(context: QuoteContext) {
    this.#context = context;
    this.#mentions = collectMentions(context);
    for (const mention of this.#mentions) for (let i = mention.from; i < mention.to; i++) this.#byToken.set(i, mention);
  }

  /** The voice of a phrase; every named person is remembered as a speaker. */
  resolve(phrase: NounPhrase): Resolution {
    const resolution = phrase.pronoun ? this.#pronoun(phrase) : { voice: this.#named(phrase), why: null };
    if (resolution.voice) this.remember(resolution.voice, phrase.from);
    return resolution;
  }

  /** Notes that a voice spoke at a token. */
  remember(voice: Voice, token: number): void {
    this.#spoke.push({ voice, token });
  }

  #named(phrase: NounPhrase): Voice | null {
    const head = this.#headMention(phrase.from, headEnd(this.#context, phrase));
    if (head) return head.voice;
    return phrase.to > phrase.headTo ? this.#appositive(phrase) : null;
  }

  /** The mention that ends the head part: "former mayor Ana Ruiz", not "Ruiz's lawyer", not "a friend of Ruiz". */
  #headMention(from: number, to: number): Mention | null {
    for (let i = to - 1; i >= from; i--) {
      const mention = this.#byToken.get(i);
      if (mention)
        return mention.to >= to && !isOneOf(this.#context, mention.to, "'s")
          ? mention
          : mention.to === i + 1 && isSuffix(this.#context, i + 1, to)
            ? mention
            : null;
      if (!isOneOf(this.#context, i, ')', '(') && !isSuffix(this.#context, i, to)) return null;
    }
    return null;
  }

  /** "His lawyer, Ana Ruiz, said": the name right behind the comma. */
  #appositive(phrase: NounPhrase): Voice | null {
    for (let i = phrase.headTo + 1; i < Math.min(phrase.to, phrase.headTo + 8); i++) {
      const mention = this.#byToken.get(i);
      if (mention?.voice.person) return isOneOf(this.#context, mention.to, "'s") ? null : mention.voice;
      if (isWord(this.#context, i, 'preposition', 'subordinate') || isOneOf(this.#context, i, ',')) return null;
    }
    return null;
  }

  #pronoun(phrase: NounPhrase): Resolution {
    const word = this.#context.folded[phrase.from] ?? '';
    if (word !== 'he' && word !== 'she') return { voice: null, why: `“${word}” names nobody` };
    const gender = word === 'he' ? 'male' : 'female';
    const fits = (voice: Voice | null): boolean =>
      voice?.person != null && (voice.person.gender === null || voice.person.gender === gender);
    const previous = this.#spoke.findLast((entry) => fits(entry.voice));
    const voice = this.#latestSubject(phrase.from, previous?.token ?? -1, fits) ?? previous?.voice ?? null;
    return voice ? found(voice) : { voice: null, why: `no earlier speaker fits “${word}”` };
  }

  /** The latest subject of a sentence in this paragraph or the one before it, behind the last speaker; else null. */
  #latestSubject(token: number, after: number, fits: (voice: Voice | null) => boolean): Voice | null {
    const reading = this.#context.reading;
    const paragraph = reading.paragraphOf[token] ?? 0;
    const [floor] = paragraphRange(reading, Math.max(0, paragraph - 1));
    for (let s = reading.sentenceOf[token] ?? 0; s >= 0; s--) {
      const [start, end] = sentenceRange(reading, s);
      if (start < floor || end <= after) return null;
      const voice = start > after ? this.#subjectWithin(start, Math.min(end, token)) : null;
      if (fits(voice)) return voice;
    }
    return null;
  }

  /** The first person named outside of quotes that no preposition or possessive makes an object. */
  #subjectWithin(from: number, to: number): Voice | null {
    for (let i = from; i < to; i++) {
      const span = spanAt(this.#context, i);
      if (span) i = span.to - 1;
      const mention = span ? undefined : this.#byToken.get(i);
      if (!mention) continue;
      const object =
        isWord(this.#context, mention.from - 1, 'preposition') && !isOneOf(this.#context, mention.from - 1, 'for');
      if (mention.voice.person && !object && !isOneOf(this.#context, mention.to, "'s", "'")) return mention.voice;
      i = mention.to - 1;
    }
    return null;
  }
}

function found(voice: Voice | null): Resolution {
  return { voice, why: null };
}

/** Where the head part of a phrase ends: before "of", "for", "who" … */
function headEnd(context: QuoteContext, phrase: NounPhrase): number {
  for (let i = phrase.from + 1; i < phrase.headTo; i++) {
    if (isWord(context, i, 'preposition', 'subordinate') || isOneOf(context, i, 'who', '(', ',')) return i;
  }
  return phrase.headTo;
}

function isSuffix(context: QuoteContext, i: number, to: number): boolean {
  return i >= to || isOneOf(context, i, 'jr.', 'sr.', 'jr', 'sr', 'ii', 'iii', 'iv', ']', '[');
}

function collectMentions(context: QuoteContext): Mention[] {
  const { people, organizations, officials } = context.document;
  const mentions: Mention[] = [];
  const add = (voice: Voice, spans: readonly { readonly start: number; readonly end: number }[]): void => {
    for (const span of spans) {
      const from = tokenAt(context.reading, span.start);
      let to = from;
      while (to < context.reading.count && (context.reading.starts[to] ?? 0) < span.end) to++;
      if (to > from) mentions.push({ from, to, voice });
    }
  };
  for (const organization of organizations) add({ name: organization.name, person: null }, organization.mentions);
  const byName = new Map(people.map((person) => [person.name, person]));
  for (const { name, mentions: spans } of officials) {
    // "the mayor said": the office alone, when the story names who holds it.
    if (name)
      add(
        { name, person: byName.get(name) ?? null },
        spans.filter((span) => span.kind === 'office'),
      );
  }
  for (const person of people) add({ name: person.name, person }, person.mentions);
  return mentions;
}
