// Small closed sets of words and marks that the rules of officials look for round a title. Knows words alone; lower case.
import { classBits, type Vocabulary, type WordClasses } from '../reading/vocabulary.ts';
import { speechVerbs } from './speech-verbs.ts';
import { articles, districtWords, foreignWords, modifiers, possessives, tenure } from './words.ts';

const lists = {
  comma: ',',
  hyphen: '-',
  its: 'its their',
  thenWord: 'then',
  the: 'the',
  /** Ends the word that owns what follows. */
  apostrophe: "' 's",
  /** Stand before a phrase of office and belong to it. */
  opening: "the a an its their his her our 's '",
  /** Words behind a title that make it another thing: "the mayor's wife", "mayor candidate". */
  away: 'candidate candidates nominee hopeful hopefuls race election elections campaign office aide wife husband son daughter staff job position seat post contest elect emeritus debate primary',
  /** Ties what follows a title to it. */
  tie: 'of for with at in',
  /** Goes on inside of what follows a title. */
  tailLink: "the 's ' of - & and",
  /** Words in lower case that name a body or a place behind a title. */
  tailWord:
    'city county state town village borough police department sheriff office mayor governor agency council district schools school public works health federal government transportation commission committee board authority jury court library legislature meeting parish township supervisors commissioners trustees selectmen aldermen selectboard port water fire hospital housing transit parks planning',
  /** Words that stand for a body: "the board". */
  bodyHead:
    'port selectboard board committee commission council jury authority agency department district court office bureau library senate assembly house legislature',
  /** Begin a sentence and are no part of a phrase of office. */
  opener:
    'but and when while although though as after before if in on at for so then however meanwhile also still both even since until by with from to that dear said says asked told photo now later yes no well not',
  /** Lower-case owners of an office, before a possessive: "the port's chief engineer". */
  publicOwner: 'port parish precinct commonwealth nation tribe system village',
  /** Their possessive is part of an office's own name. */
  namesake: 'sheriff state commonwealth',
  /** They say when, and may stand before the place: "former Tulsa police chief". */
  timeWord: 'former ex onetime retired then acting interim',
  past: 'former formerly ex late retired then onetime',
  coming: 'elect designate incoming',
  acting: 'acting interim',
  /** Kept in a written title. */
  kept: 'state u.s.',
  /** A lower-case word right before a title that makes it one of a group: "student council president", "ferry captain". */
  group:
    "student class club union company team festival tribal chapter ferry church tenant tenants homeowners alumni sorority fraternity youth band troop league hospital bank firm college university army navy air chamber association society group board's committee's chaplain parade camp boat fleet restaurant store hotel business sales deck contest senior campaign",
  /** "First lady Ana Ode". */
  kin: 'lady wife husband son daughter brother sister',
  succeeds: 'succeeds succeeded succeeding replaces replaced replacing replace succeed',
} as const;

const names = [
  ...(Object.keys(lists) as (keyof typeof lists)[]),
  'title',
  'article',
  'possessive',
  'modifier',
  'tenure',
  'district',
  'foreign',
  'speech',
] as const;

/** The bit of each class of words; combine them with `|`. */
export const cue = classBits(names);

/** Classes the words; `title` are the words that titles begin with. */
export function classifyCues(vocabulary: Vocabulary, title: Iterable<string>): WordClasses<keyof typeof cue> {
  const words = Object.entries(lists).map(([name, list]) => [name, list.split(' ')]);
  return vocabulary.classify({
    ...(Object.fromEntries(words) as Record<keyof typeof lists, string[]>),
    title,
    article: articles,
    possessive: possessives,
    modifier: modifiers,
    tenure,
    district: districtWords,
    foreign: foreignWords,
    speech: speechVerbs,
  });
}
