// Resolves the phrase that speaks to a canonical name of the story. Knows people, organizations, officials and who spoke before.
// A pronoun goes to the previous named speaker that fits, then to the paragraph's subject, never to the nearest name.
import { paragraphRange, sentenceRange } from '../reading/reading.ts';
import { foldedWord, isCapitalWord, isMark, isOneOf, isWord, type QuoteContext, spanAt } from './context.ts';
import { collectMentions, innerCapitals, type Mention, type Voice } from './mentions.ts';
import type { NounPhrase } from './noun-phrases.ts';

/** A resolved speaker: `voice` is null for collective, nominal or unclear ones, with the reason when it was a pronoun. */
export interface Resolution {
  readonly voice: Voice | null;
  readonly why: string | null;
}

/** Resolves in text order: it remembers the named speakers so far. */
export class SpeakerMemory {
  readonly #context: QuoteContext;
  readonly #mentions: readonly Mention[];
  #capitals: ReadonlySet<number> | null = null;
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
    const titled = this.#titledMention(phrase);
    if (titled) return titled.voice;
    return (phrase.to > phrase.headTo ? this.#appositive(phrase) : null) ?? this.#bareName(phrase);
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

  /** "Secretary of State Ana Ruiz", "director of public works Ana Ruiz": the name ends the phrase, a title stands before it. */
  #titledMention(phrase: NounPhrase): Mention | null {
    const mention = this.#byToken.get(phrase.headTo - 1);
    const before = (mention?.from ?? 0) - 1;
    if (!mention?.voice.person || mention.to < phrase.headTo || before <= phrase.from) return null;
    const bound = isWord(this.#context, before, 'preposition', 'determiner', 'coordinate', 'past', 'third');
    return bound || isMark(this.#context, before) || isOneOf(this.#context, before, ...honorifics) ? null : mention;
  }

  /** A name that the story never gives in full: "Politico", "Bob". It must stand with its capital inside of a sentence too. */
  #bareName(phrase: NounPhrase): Voice | null {
    const to = Math.min(headEnd(this.#context, phrase), phrase.headTo);
    if (to - phrase.from > 3) return null;
    for (let i = phrase.from; i < to; i++) {
      const id = this.#context.reading.ids[i] ?? -1;
      if (!isCapitalWord(this.#context, i) || this.#byToken.has(i)) return null;
      this.#capitals ??= innerCapitals(this.#context);
      if (!this.#capitals.has(id)) return null;
    }
    const { text, starts, ends } = this.#context.reading;
    return { name: text.slice(starts[phrase.from], ends[to - 1]), type: 'unknown', person: null };
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
    const word = foldedWord(this.#context, phrase.from);
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
    const sentence = reading.sentenceOf[token] ?? 0;
    for (let s = sentence; s >= Math.max(0, sentence - 12); s--) {
      const [start, end] = sentenceRange(reading, s);
      if (start < floor || end <= after) return null;
      const voice = start > after ? this.#subjectWithin(start, Math.min(end, token)) : null;
      if (fits(voice)) return voice;
    }
    return null;
  }

  /** The first person named outside of quotes that no preposition or possessive makes an object. */
  #subjectWithin(from: number, to: number): Voice | null {
    const limit = Math.min(to, from + 60);
    for (let i = from; i < limit; i++) {
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

const honorifics = ['mr.', 'mrs.', 'ms.', 'dr.', 'sen.', 'rep.', 'gov.'] as const;

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
