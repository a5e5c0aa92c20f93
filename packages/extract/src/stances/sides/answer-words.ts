// The words in which somebody answers a question: "No.", "I wouldn't support it.", "I'm against that." Knows words; not what was asked.

const it =
  '(?:it|this|that|one|them|(?:the|this|that|such an?) (?:idea|law|bill|policy|ordinance|plan|proposal|program|rule|ban|limit|cap|board|measure)s?)';
const denies =
  /^(?:no|never|nope|not at all|absolutely not|definitely not|certainly not|of course not|no way|(?:i|we|they|it|he|she) (?:do|does|did|would|will|should) ?(?:not|n['’]t)|i won['’]t)\b/;
const affirms =
  /^(?:yes|yeah|yep|absolutely|definitely|certainly|of course|without question|(?:i|we|they|it) (?:do|does|did|would|will|should))\b/;
const likes = new RegExp(
  [
    `^(?:i|we)(?: would|['’]d)? (?:fully |strongly |certainly |definitely |still )?(?:support|back|favor|like|welcome|agree with|vote for) ${it}(?! to)\\b`,
    `^(?:i|we)(?:['’]m|['’]re| am| are) (?:all |very much )?(?:for|in favor of) ${it}\\b`,
    "^(?:it|that)(?:['’]s| is| would be) a (?:good|great|sensible|fair|smart|needed|wise) (?:idea|law|policy|rule|step|thing|change)\\b",
  ].join('|'),
);
const dislikes = new RegExp(
  [
    `^(?:i|we) (?:strongly )?(?:oppose|reject|dislike) ${it}\\b`,
    `^(?:i|we) (?:(?:would|do|could)(?: not|n['’]t)|won['’]t|will not) (?:support|back|favor|like|agree with|vote for|sign|want) ${it}(?! to)\\b`,
    `^(?:i|we)(?:['’]m|['’]re| am| are) (?:not (?:for|in favor of)|against|opposed to) ${it}\\b`,
    `^(?:i|we) (?:see|saw) no (?:need|reason) for ${it}\\b`,
    "^(?:it|that)(?:['’]s| is| would be) (?:an? )?(?:bad|terrible|wrong|awful|lousy|cruel|dangerous|unfair|unjust|mistake)\\b(?: (?:idea|law|policy|rule|step|thing|change)\\b)?",
  ].join('|'),
);
const wavers = /^(?:i have mixed feelings|i(?:['’]m| am) (?:torn|of two minds)|yes and no)\b/;
const limits =
  /\b(?:if|unless|only|but|except|depends|when|until|as long|some|mostly|however|though|although|for|case|with|on|in|at)\b/;
const conditions =
  /\b(?:if|unless|only|but|except|depends|when|until|as long|some|mostly|however|though|although|in case|yet)\b/;
const turnsBack = /^(?:but|however|only|unless|except|though|still|that said|on the other hand|not always)\b/;

/** Whether what follows takes an answer back: "But …". */
export function takesBack(rest: string): boolean {
  return turnsBack.test(rest);
}

/** What the first words of an answer say to the question: yes (1), no (-1), both; null where a word limits it or none says so. `closed`: it can be answered by yes or no. */
export function answerOf(words: string, closed: boolean): 1 | -1 | 'mixed' | null {
  if (wavers.test(words)) return 'mixed';
  const verdict = verdictOn(words);
  if (verdict !== null || !closed) return verdict;
  if (limits.test(words.replace(/^\S+/, ''))) return null;
  if (denies.test(words)) return -1;
  return affirms.test(words) ? 1 : null;
}

/** "I wouldn't support it.", "But I support the law, because …": what a sentence says of what was asked about; null where a word limits it or none says so. */
export function verdictOn(words: string): 1 | -1 | null {
  const own = words.replace(/^(?:but|and|so|well,) /, '');
  for (const [pattern, side] of [
    [likes, 1],
    [dislikes, -1],
  ] as const) {
    const found = pattern.exec(own);
    if (found) return conditions.test(own.slice(found[0].length)) ? null : side;
  }
  return null;
}
