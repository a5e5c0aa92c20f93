// A story on its way through the stages: its one reading and what has been found so far. Knows no rules.
import type { AnnotateInput, Official, Organization, Person, PlaceMention, Quote, Stance } from '@civicwire/shared';
import type { Reading } from './reading/reading.ts';
import { readText } from './reading/reading.ts';
import type { Vocabulary } from './reading/vocabulary.ts';

/** A person as the stages see one: the record that leaves, plus what later stages ask of a name. */
export interface NamedPerson extends Person {
  /** Given name or first initial as written; null when only the surname is known. */
  readonly given: string | null;
  readonly surname: string;
  /** From evidence in the text alone (Ms., councilwoman, "his" beside the name); null when nothing tells. */
  readonly gender: 'female' | 'male' | null;
  /** The pronoun that people of this given name nearly all have: a doubt where another one stands, never evidence. */
  readonly usualPronoun: 'he' | 'she' | null;
}

/** A mention of a place as the stages see it: the record that leaves, plus what officials need. */
export interface LocatedPlace extends PlaceMention {
  /** Open Civic Data division id; null where there is none. */
  readonly divisionId: string | null;
}

/** The publisher's home, and the county that bears its name, if any. */
export interface Home {
  readonly name: string;
  readonly state: string;
  readonly divisionId: string | null;
  readonly county: { readonly name: string; readonly divisionId: string | null } | null;
}

/** Immutable: a stage returns a new document with its own lists filled in. */
export interface Document {
  readonly text: string;
  readonly reading: Reading;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  /** Home of the publisher; `state` is whatever the source's record says (USPS code or name). */
  readonly publisherPlace: { readonly name: string; readonly state: string | null } | null;
  /** A national outlet: its home says nothing about where its stories happen. */
  readonly publisherNational: boolean;
  /** ISO 8601; null when unknown. */
  readonly publishedAt: string | null;
  readonly people: readonly NamedPerson[];
  readonly organizations: readonly Organization[];
  /** Every toponym that resolves, in text order; those of type city are the contract's `cities`. */
  readonly places: readonly LocatedPlace[];
  /** Where the publisher sits, in the gazetteer; null for national outlets and unknown places. Set with the places. */
  readonly home: Home | null;
  readonly officials: readonly Official[];
  readonly quotes: readonly Quote[];
  readonly stances: readonly Stance[];
  readonly notes: readonly string[];
}

/** Reads the input's text once and returns a document in which nothing has been found yet. */
export function createDocument(input: AnnotateInput, vocabulary: Vocabulary): Document {
  const place = input.publisher_place;
  return {
    text: input.text,
    reading: readText(input.text, vocabulary),
    title: input.title ?? null,
    url: input.url ?? null,
    publisher: input.publisher ?? null,
    publisherPlace: place ? { name: place.name, state: place.state ?? place.admin1 ?? null } : null,
    publisherNational: input.publisher_national ?? false,
    publishedAt: input.published_at ?? null,
    people: [],
    organizations: [],
    places: [],
    home: null,
    officials: [],
    quotes: [],
    stances: [],
    notes: [],
  };
}
