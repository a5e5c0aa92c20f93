// The words that ascribe speech, by what may stand behind them. Knows forms of words; no grammar of sentences.
import type { Vocabulary, WordClasses } from '../reading/vocabulary.ts';

const forms = (list: string): readonly (readonly [string, string, string, string])[] =>
  list
    .trim()
    .split(/\n\s*/)
    .map((line) => {
      const [base = '', third = '', past = '', present = ''] = line.trim().split(' ');
      return [base, third, past, present] as const;
    });

/** Regular verbs: base form alone; "note" → notes, noted, noting. */
function inflect(list: string): readonly (readonly [string, string, string, string])[] {
  return list
    .trim()
    .split(/\s+/)
    .map((base) => {
      const stem = base.endsWith('e') ? base.slice(0, -1) : base.endsWith('y') && !/[aeo]y$/.test(base) ? base : base;
      const y = base.endsWith('y') && !/[aeo]y$/.test(base);
      const third = y ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x)$/.test(base) ? `${base}es` : `${base}s`;
      const past = y ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${base}ed`;
      return [base, third, past, `${stem}ing`] as const;
    });
}

// Followed by (that) a clause or by a quotation.
const clauseVerbs = [
  ...forms(`say says said saying
    write writes wrote writing
    admit admits admitted admitting
    concede concedes conceded conceding`),
  ...inflect(`add argue claim note insist explain state declare acknowledge contend maintain assert allege stress
    emphasize reiterate recall announce predict deny confirm conclude complain quip observe remark reveal disclose
    estimate joke testify caution suggest counter report clarify boast lament point vow pledge promise propose
    recommend demand agree theorize opine muse surmise hint imply tweet reply respond comment affirm attest guess proclaim protest project calculate`),
];
// Followed by a quotation alone.
const quoteVerbs = [
  ...forms(`begin begins began beginning
    go goes went going
    read reads read reading
    call calls called calling
    shoot shoots shot shooting`),
  ...inflect(
    'fire continue shout exclaim post laugh chant recount offer email text answer retort repeat interject yell whisper sing scream exhort implore plead gush fume rant snap sigh scoff tease quote elaborate',
  ),
];
// Followed by the one who is spoken to, then by a clause or a quotation.
const tellVerbs = [...forms(`tell tells told telling`), ...inflect('assure remind inform warn advise notify lecture')];
// "urged the council to act": the one who is asked and what is asked for are the content.
const urgeVerbs = inflect(
  'urge implore exhort beg press order challenge encourage direct invite request petition instruct',
);
const askVerbs = inflect('ask wonder inquire question');
// "called X Y", "described X as Y", "accused X of Y": what follows is the content.
const objectVerbs = [
  ...inflect(
    'describe criticize praise accuse blast denounce cite slam condemn tout mock decry deride propose defend label dub applaud rip blame',
  ),
];

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Closed classes that cues, speakers and clause bounds ask for. */
const grammar = {
  auxiliary: words("has have had having was were is are be been being do does did 've 're"),
  modal: words("would could might may must can can't cannot should will won't shall 'll 'd"),
  negation: words("not n't never declined refused refuses declines decline neither nor without nobody"),
  adverb: words(
    'also then later once again now often just even further always still already reportedly previously once simply only soon first ever himself herself themselves both all instead finally sometimes since famously however meanwhile though perhaps maybe',
  ),
  subjectPronoun: words('he she they i we it you who'),
  determiner: words(
    'a an the his her its their our my this that these those some many several most one two three four five no another each',
  ),
  subordinate: words(
    'that because while when if although though after before since as whether where whereas unless until once than which how why what whose',
  ),
  coordinate: words('and but or so yet nor'),
  article: words("a an the his her its their our my 's"),
  preposition: words(
    'in on at to of for from with by about during via through into over under against between among near outside inside around toward towards without within despite amid across upon behind per like throughout beyond',
  ),
  time: words(
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow earlier later recently again afterward afterwards last next this morning afternoon evening night week month year weekend january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. ago monday. late early repeatedly publicly flatly bluntly simply',
  ),
} as const;

export type CueClass =
  | 'clauseCue'
  | 'quoteCue'
  | 'tellCue'
  | 'askCue'
  | 'urgeCue'
  | 'objectCue'
  | 'source'
  | 'base'
  | 'third'
  | 'past'
  | 'present'
  | keyof typeof grammar;
export type CueWords = WordClasses<CueClass>;

/** Interns all words of the stage and classes them; made once with the stage. */
export function classifyCueWords(vocabulary: Vocabulary): CueWords {
  const all = [...clauseVerbs, ...quoteVerbs, ...tellVerbs, ...askVerbs, ...urgeVerbs, ...objectVerbs];
  const pick = (index: 0 | 1 | 2 | 3): readonly string[] => all.map((verb) => verb[index]);
  return vocabulary.classify({
    clauseCue: clauseVerbs.flat(),
    quoteCue: quoteVerbs.flat(),
    tellCue: tellVerbs.flat(),
    askCue: askVerbs.flat(),
    urgeCue: urgeVerbs.flat(),
    objectCue: objectVerbs.flat(),
    source: ['according'],
    base: pick(0),
    third: pick(1),
    past: pick(2),
    present: pick(3),
    ...grammar,
  });
}
