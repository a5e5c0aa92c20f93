// Words that leave the sign of what hangs on them as it is: "a request for", "to submit", "leaders of". Knows words; not where they stand.

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs by which something comes about, goes on, is given or is handed on; never such as end, change, weigh or judge it. */
const verbs = listed(
  'apply keep continue start begin go let allow take make give get bring put run house operate provide offer open add build create restart resume have do work become stay remain enter form join accept send pay spend set see hand grant lend submit forward permit enable help encourage reward push prod lead train equip maintain retain preserve carry finish complete obtain acquire secure construct hire',
);

/** Words behind such a verb that make another one of it: "put off", "take away". */
const particles = listed('off down away out aside back rid over up against from apart');

/** Particles that leave the verb what it is: "turn over", "set up". */
const kept = listed('set put open carry roll build hand turn give print');

/** Whether the verb at the place of `word`, with `next` behind it, turns nothing of its object. */
export function keepsAsVerb(word: string, next: string): boolean {
  if (word === 'turn') return /^(?:over|in)$/.test(next);
  if (!verbs.has(word)) return false;
  return (
    !particles.has(next) ||
    (kept.has(word) && /^(?:up|out|over)$/.test(next) && word !== 'put' && (word !== 'give' || next !== 'up'))
  );
}

/** Nouns for what asks for a thing, is to bring it or tells of it; with "for", "to" or "of" behind them they leave its sign. */
const askings = listed(
  'request requests plea pleas call calls appeal demand demands bid bids push effort efforts drive campaign attempt attempts plan plans pledge pledges promise promises vow vows offer offers proposal proposals suggestion recommendation recommendations application applications petition petitions commitment measure measures bill legislation motion motions resolution ordinance initiative permit permits project projects funding money',
);

/** Whether a noun before "for" leaves the sign of what follows. */
export function keepsBeforeFor(noun: string): boolean {
  return askings.has(noun);
}

/** Nouns for what a decision to do a thing is called: "approval of the towers". */
const doings = listed(
  'approval adoption passage purchase use renewal extension expansion installation deployment construction creation continuation implementation enforcement acceptance practice policy habit custom promise prospect idea goal job task step',
);

/** Whether a noun before "of" leaves the sign of what follows. */
export function keepsBeforeOf(noun: string): boolean {
  return doings.has(noun);
}

/** Whether somebody's paper, wish or plan is named; who made it may stand behind it. */
export function isAsking(noun: string): boolean {
  return askings.has(noun) || papers.has(noun);
}

const papers = listed('lawsuit suit brief letter order directive memo agreement contract deal rule rules policy law');

/** Nouns for people and bodies that are asked, told or made to do something. */
const people = listed(
  'people person persons man men woman women leader leaders official officials officer officers deputy deputies colleague colleagues member members lawmaker lawmakers legislator legislators senator senators representative representatives delegate delegates commissioner commissioners supervisor supervisors trustee trustees councilor councilors councilman councilwoman mayor mayors governor governors sheriff sheriffs chief chiefs judge judges justice justices prosecutor prosecutors attorney attorneys lawyer lawyers clerk clerks manager managers administrator administrators director directors superintendent principal principals board boards council councils commission commissions committee committees panel panels agency agencies department departments office offices bureau authority authorities utility utilities district districts city cities town towns township townships village villages county counties state states nation government governments school schools college colleges university universities hospital hospitals library libraries jail jails prison prisons company companies vendor vendors business businesses firm firms landlord landlords owner owners operator operators developer developers builder builders employer employers contractor contractors lender lenders bank banks court courts resident residents neighbor neighbors voter voters taxpayer taxpayers tenant tenants renter renters homeowner homeowners family families parent parents student students teacher teachers worker workers employee employees staff staffers aide aides volunteer volunteers pastor pastors priest priests church churches congregation congregations group groups coalition coalitions organization organizations union unions chapter chapters candidate candidates party parties reporter reporters crowd audience police troopers guards jailers dispatchers agents investigators veterans immigrants congress legislature legislatures assembly majority minority Democrats Republicans',
);

/** Whether a noun names people or a body. */
export function isPeople(noun: string): boolean {
  return people.has(noun);
}

/** Occasions and places at which something is said or decided. */
const occasions = listed(
  'meeting meetings session sessions hearing hearings vote votes forum rally rallies conference workshop debate testimony interview ceremony event gathering vigil retreat lunch breakfast dinner tour visit call chamber chambers room rooms hall building courtroom gym gymnasium auditorium library church school plaza park square street steps lawn lot doors writing advance person public private court fall spring summer winter morning afternoon evening night week month year weeks months years days hours minutes time times majority minority margin count tally reading',
);

/** Whether a noun names an occasion, a place or a time. */
export function isOccasion(noun: string): boolean {
  return occasions.has(noun);
}
