// The words of a roll call: how somebody voted, and whether the names stand before or behind. Knows wording; neither names nor what was voted on.
import type { Document } from '../../document.ts';
import { tokenAt } from '../../reading/reading.ts';

/** Tokens that tell a vote, and where its names stand. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  /** `ballot`, `opposed`: against what was on the table or against what came out of the vote. */
  readonly says: 'yes' | 'no' | 'dissent' | 'ballot' | 'opposed' | 'abstain';
  readonly names: 'before' | 'behind';
  /** Where the words that name what was voted on begin. */
  readonly object: number;
}

const member =
  '(?:members?|council ?members?|council(?:man|woman|or|ors)|commissioners?|supervisors?|trustees?|alder(?:man|men|s)?|senators?|representatives?|lawmakers?|democrats?|republicans?|person|one|ones)';
const some =
  '(?:lone|only|sole|single|other|remaining|two|three|four|five|six|seven|eight|nine|first|second|deciding|initial|final|swing)';
const against = '(?:no|nay|against(?: it)?|in opposition)';
const infavor = '(?:yes|aye|in (?:favor|support)(?: of it)?|for it)';
const way = `(?:${against}|${infavor})`;
/** "no votes", "the lone no". */
const ballots =
  '(?:(?:no|nay|dissenting|opposing|negative|yes|aye|affirmative|approving)(?:es|s)?(?: votes?)?|votes? (?:against(?: it)?|in opposition|in favor|for it)|dissents?|opposition)';
const were = '(?:was|were)';

const nouns =
  'measure|motion|proposal|resolution|ordinance|decision|renewal|deal|contract|agreement|plan|item|move|change|law|lease|audits|cameras|cap|policy|bill|rezoning|project|purchase|ban|moratorium';
const thing = `(?:it|(?:the|this) (?:proposed |new |final )?(?:${nouns}|initiative|freeze|limits?|legislation))`;
const sided =
  '(?:voting (?:for|against|in favor of|in support of|in opposition to|to (?:approve|adopt|pass|reject|oppose|defeat))|supporting|backing|favoring|approving|opposing|rejecting)';

/** Words before names: "Voting no were", "The lone no came from", "Opposed were". */
const behind = [
  `(?:those |also )?voting ${way} ${were}`,
  `(?:the )?(?:${some} )?(?:${member} )?(?:who voted|voting|to vote) ${way} ${were}`,
  `(?:the )?(?:${some} )+(?:${member} )?(?:in favor|opposed|against(?: it)?|in opposition|dissenting) ${were}`,
  `(?:the |both )?(?:${some} )*${ballots} (?:came from|(?:was|were) cast by|(?:was|were) that of|(?:was|were) those of|belonged to|was from|were from)`,
  `(?:the |both )?(?:${some} )+(?:no|nay|dissenting|opposing|yes|aye) votes? ${were}`,
  `(?<=^\\W*|[;,] (?:and |while |also )?)(?:also )?(?:dissenting|opposed|abstaining|opposing it|supporting it|backing it|favoring it|against it|in favor(?: of it)?|in opposition|in support(?: of it)?|in dissent) ${were}`,
  `(?:opposed|dissenting|abstaining) ${were}`,
  `(?<=^\\W*|; |[;,] (?:and|while) )(?:those |also )?${sided} (?<object>${thing}) ${were}`,
  `(?<=^\\W*|; |[;,] (?:and|while) )those (?:${against}|opposed|${infavor}|for|dissenting|abstaining) ${were}`,
];

/** Words behind names: "voted no", "cast the lone dissenting vote", ", the other no vote". */
const before = [
  '(?:voted|voting) (?:no|nay|against|yes|aye|in favor|for|in opposition)',
  '(?:were|was) in (?:favor|support)',
  `cast(?:ing)? (?:the|a|one of the|two of the|both|all) (?:${some} )*(?:dissenting|no|nay|opposing|negative|yes|aye|affirmative) votes?`,
  `(?:cast(?:ing)?|provided|supplied|registered|delivered|recorded|gave) (?:the|a|one of the) (?:${some} )*(?:votes? (?:against|in opposition)|(?:no|nay|dissenting|opposing) votes?|noe?s?)`,
  `(?:was|were )?(?:the|one of the) (?:${some} )+(?:${member} )?(?:(?:to vote|voting|who voted|to cast a vote) ${against}|opposed|opposing|against it|in opposition|dissenting|in dissent|dissenters?|holdouts?|(?:no|nay|dissenting|opposing) votes?|noe?s?|nays?|votes? against(?: it)?)`,
  `(?:was|were )?(?:the|one of the) (?:${some} )+(?:${member} )?(?:(?:to vote|voting|who voted) ${infavor}|in favor|(?:yes|aye) votes?)`,
  'in (?:dissent|opposition)',
  'dissented|dissenting|abstained|abstaining',
  '(?:was |were )?opposed|opposing',
];

const cuePattern = new RegExp(`\\b(?:(?<behind>${behind.join('|')})|(?<before>${before.join('|')}))\\b`, 'giu');

const measureNoun = new RegExp(`^(?:it|(?:the|this|that)(?: \\p{L}+)? (?:${nouns}))\\b`, 'iu');

/** The roll calls among tokens `[from, to)`. */
export function cuesIn({ reading }: Document, from: number, to: number): readonly Cue[] {
  const start = reading.starts[from] ?? 0;
  const text = reading.text.slice(start, reading.ends[to - 1]);
  return [...text.matchAll(cuePattern)].flatMap((match) => {
    const end = match.index + match[0].length;
    const rest = text.slice(end).trimStart();
    const to = tokenAt(reading, start + end - 1) + 1;
    const object = match.groups?.object;
    if (/\b(?:once|formerly|initially|originally|previously) $/iu.test(text.slice(0, match.index))) return [];
    const closed =
      /^(?:[.,;:)—–]|and\b|while\b|but\b|on (?:\p{Lu}|it\b)|$)/u.test(rest) ||
      (/^on /iu.test(rest) && measureNoun.test(rest.slice(3))) ||
      measureNoun.test(rest) ||
      match.groups?.behind !== undefined;
    // "voted for" needs its object; "opposed it" behind a vote to repeal may mean either.
    if (!closed || (/^(?:opposed|opposing)\b.*$/iu.test(match[0]) && /^it\b/iu.test(rest))) return [];
    return [
      {
        from: tokenAt(reading, start + match.index),
        to,
        says: saysOf(match[0].toLowerCase()),
        names: match.groups?.behind === undefined ? 'before' : 'behind',
        object: object === undefined ? to : tokenAt(reading, start + match.index + match[0].lastIndexOf(object)),
      } satisfies Cue,
    ];
  });
}

function saysOf(cue: string): Cue['says'] {
  if (/abstain/.test(cue)) return 'abstain';
  if (
    /\b(?:yes|ayes?|in favor|in support|supporting|backing|favoring|affirmative|approving|for it|voted for|voting for|those for|to (?:approve|adopt|pass))\b/.test(
      cue,
    )
  )
    return 'yes';
  if (/dissent|holdout/.test(cue)) return 'dissent';
  if (/^(?:also |those )?(?:opposing|rejecting|voting to (?:reject|oppose|defeat)) (?:it|the|this|that)\b/.test(cue))
    return 'no';
  if (/oppos/.test(cue)) return /\bvot/.test(cue) ? 'no' : 'opposed';
  return /\b(?:voted|voting|to vote)\b/.test(cue) ? 'no' : 'ballot';
}
