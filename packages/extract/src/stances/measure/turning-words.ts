// Words by which a headline or first sentence says that what stands is to be changed, taken back or barred. Knows words; no issue.

/** "backs changes to the surveillance law", "votes to loosen …": what stands is to be changed. */
export function isChange(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => changing.test(word));
}

const changing =
  /^(?:changes|loosens?|loosening|weakens?|weakening|amends?|amendments?|revisions?|overhauls?|rewrites?|rollback|relax(?:es)?)$/;

/** Near a mere mention of a thing, the measure may be the opposite of it. */
export const turning =
  /^(?:repeal|halt|exempt|loosen|lift|undo|ban|bans|banning|bar|bars|barring|limit|limits|curb|stop|pause|freeze|moratorium|prohibit|prohibits|forbid|forbids|restrict|restricts|remove|dismantle|against|regulate|rein|replace|replaces|change|changes|weaken|weakens|amend|revise|overhaul|rewrite|lose|loses|losing|wipe|strip|strips)$/;

/** "take down the cameras", "cut off access": what takes a thing away, and is never called by what gets it. */
export function takesAway(words: string): boolean {
  return /^(?:take|pull|tear|bring|haul|rip|turn|switch|shut|cut|strike|ban|bar|prohibit|forbid|outlaw|remove|scrap|dismantle|unplug|disable|deactivate|cancel|end|drop|stop|halt|block|lock|revoke|disband|dissolve)(?:s|es|d|ed|ned|red|ped|ting|ning|ring|ping|ing)?\b/i.test(
    words,
  );
}

/** Words of taking back, halting or exempting in one sentence with a mention. */
export const undoingWords =
  /^(?:repeal|repeals|rollback|halt|halts|end|ends|ending|free|frees|freeing|exempt|exempts|exemption|loosen|loosens|ease|eases|lift|lifts|undo|undoes|cut|cuts|trim|trims|ban|bans|banned|limit|limits|curb|curbs|curbed|stop|stops|pause|pauses|freeze|weaken|weakens|without|fewer|less|dissolve|dissolves|abolish|disband|suspend|suspends|remove|removes|dismantle|change|changes|replace|replaces|amend|amends|revise|revises|overhaul|rewrite|lose|loses|strip|strips|expires?|expired|lapses?|lapsed|sunsets?|ditch|ditches|nix|nixes|yanks?|quits?|exits?|scraps?|axes?)$/;
