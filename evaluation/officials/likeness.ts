// Decides whether two strings mean the same person, title, body or jurisdiction. Knows no spans, stories or scores.

const stateNames =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming';
const codeOf = new Map(stateNames.split('|').map((pair) => [pair.slice(3).toLowerCase(), pair.slice(0, 2)]));
const nameOf = new Map([...codeOf].map(([name, code]) => [code, name]));
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Lower-case words without accents, marks and possessive endings; initials joined ("U.S." is "us"). */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();
  const joined = plain.replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replaceAll('.', ''));
  return (joined.match(/[a-z0-9']+/g) ?? [])
    .map((word) => word.replace(/'s$|'$/, '').replaceAll("'", ''))
    .filter(Boolean);
}

const generations = setOf('jr sr ii iii iv');

/** full: the same given name (or nickname, or its initial) and surname; surname: the given name is not told; else null. */
export function sameName(gold: string, said: string): 'full' | 'surname' | null {
  const [g, p] = [wordsOf(gold), wordsOf(said)];
  const [generation, other] = [g, p].map((words) => words.find((word) => generations.has(word)));
  if (generation && other && generation !== other) return null;
  const [names, saidNames] = [g, p].map((words) => words.filter((word) => !generations.has(word))) as [
    string[],
    string[],
  ];
  if (names.at(-1) === undefined || names.at(-1) !== saidNames.at(-1)) return null;
  const given = names.slice(0, -1);
  const saidGiven = saidNames.slice(0, -1);
  if (saidGiven.some((word) => given.includes(word) && word.length > 2)) return 'full';
  if (saidGiven[0] !== undefined && saidGiven[0] === given[0]) return 'full';
  return saidGiven.every((word) => given.includes(word)) ? 'surname' : null;
}

/** Words by the one spelling they stand for: "head: spellings". */
function spellings(list: string): ReadonlyMap<string, string> {
  const groups = list.split('; ').map((group) => group.split(': '));
  return new Map(groups.flatMap(([head = '', words = '']) => words.split(' ').map((word) => [word, head] as const)));
}

const titleWord = spellings(
  'senator: sen sens; representative: rep reps; governor: gov; lieutenant: lt; captain: capt; sergeant: sgt; commander: cmdr; corporal: cpl; detective: det; delegate: del; superintendent: supt; attorney: da; council: ald alderman alderwoman aldermen councilman councilwoman councilmember councilmembers councilor councilors councillor; chair: chairman chairwoman chairperson; spokesperson: spokesman spokeswoman; select: selectman selectwoman selectmen; assembly: assemblyman assemblywoman; congress: congressman congresswoman; former: onetime retired then ex',
);
const titleStop = setOf(
  'of the and for a an in at to on city county town village township parish borough state us united states federal district precinct ward large member members',
);
const ranks = setOf('deputy vice assistant associate undersheriff pro tem first second');
const times = setOf('former acting interim elect');

function titleWords(title: string): string[] {
  return wordsOf(title.replaceAll('-', ' '))
    .map((word) => titleWord.get(word) ?? (word.length > 4 ? word.replace(/([^s])s$/, '$1') : word))
    .filter((word) => !titleStop.has(word) && !/^\d/.test(word));
}

const within = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
  [...few].every((word) => many.has(word));
const equal = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && within(a, b);

/**
 * The same office of the same rank: one title's words hold the other's, and neither is more of a deputy. Gender, plural,
 * abbreviation, place, district and time words (former, acting, -elect) do not count. Null when the gold has no such word.
 */
export function sameTitle(gold: string, said: string): boolean | null {
  const split = (title: string): [Set<string>, Set<string>] => {
    const words = titleWords(title).filter((word) => !times.has(word));
    return [new Set(words.filter((word) => !ranks.has(word))), new Set(words.filter((word) => ranks.has(word)))];
  };
  const [office, rank] = split(gold);
  const [saidOffice, saidRank] = split(said);
  if (office.size + rank.size === 0) return null;
  if (!equal(rank, saidRank)) return false;
  if (office.size === 0) return saidOffice.size === 0;
  return saidOffice.size > 0 && (within(office, saidOffice) || within(saidOffice, office));
}

/** Time words of a title in one spelling, sorted: "then-Mayor" and "ex-mayor" both give "former". */
export function timeWords(title: string): string {
  return [...new Set(titleWords(title).filter((word) => times.has(word)))].sort().join(' ');
}

interface Jurisdiction {
  readonly level: 'federal' | 'state' | 'county' | 'township' | 'place';
  readonly name: string;
  readonly state: string;
}

function readJurisdiction(text: string): Jurisdiction | null {
  const plain = text.trim();
  const state = (piece: string): string => {
    const word = piece.trim().toLowerCase();
    return nameOf.has(word.toUpperCase()) ? word.toUpperCase() : (codeOf.get(word) ?? '');
  };
  if (/^(?:the )?(?:u\.?s\.?a?\.?|united states(?: of america)?|federal government)$/i.test(plain))
    return { level: 'federal', name: '', state: '' };
  const whole = state(plain.replace(/^(?:state|commonwealth) of /i, ''));
  if (whole) return { level: 'state', name: '', state: whole };
  const cut = plain.lastIndexOf(',');
  if (cut < 0) return null;
  const words = wordsOf(plain.slice(0, cut)).map((word) => (word === 'st' ? 'saint' : word));
  const level = words.some((word) => word === 'county' || word === 'parish')
    ? 'county'
    : words.at(-1) === 'township'
      ? 'township'
      : 'place';
  const name = words
    .filter((word) => !/^(?:city|town|village|borough|of|the|county|parish|township)$/.test(word))
    .join(' ');
  return { level, name, state: state(plain.slice(cut + 1)) };
}

/** The same place of the same level in the same state ("Mesa, AZ" and "City of Mesa, Arizona"); a place without its state is none. */
export function sameJurisdiction(gold: string, said: string): boolean {
  const [g, p] = [readJurisdiction(gold), readJurisdiction(said)];
  return g !== null && p !== null && g.level === p.level && g.name === p.name && g.state === p.state;
}

const bodyWord = spellings(
  'police: pd; fire: rescue; school: education schools; body: aldermen board commission commissioners council court jury selectmen select supervisors trustees freeholders',
);
const bodyStop = setOf(
  'of the and for in at city county town village township parish borough state us united states government federal department dept office bureau division agency commonwealth fiscal chosen common district attorney prosecutor clerk treasurer coroner mayor',
);

/** "Federal Bureau of Investigation" is "FBI"; two words are too few to tell. */
function initialsOf(body: string): string | null {
  const initials = body.match(/\b\p{Lu}(?=\p{Ll})/gu)?.join('') ?? '';
  return initials.length > 2 ? initials : null;
}

/**
 * The same public body. Words of place are those of the jurisdiction and do not count; "city", "department" and row offices
 * neither. Else one name's words hold the other's, and more than "board" or "council" is shared, or both say the same.
 */
export function sameOrganization(gold: string, said: string, jurisdiction: string | null): boolean {
  const [place = '', state = ''] = (jurisdiction ?? '').split(', ');
  const placed = new Set([
    ...wordsOf(place),
    ...wordsOf(nameOf.get(state || place) ?? ''),
    state.toLowerCase(),
    place.toLowerCase(),
  ]);
  const content = (body: string): Set<string> =>
    new Set(
      wordsOf(body.replaceAll('-', ' '))
        .map((word) => bodyWord.get(word) ?? word)
        .filter((w) => !bodyStop.has(w) && !placed.has(w)),
    );
  const [g, p] = [content(gold), content(said)];
  if (equal(g, p)) return true;
  if (initialsOf(gold) === said || initialsOf(said) === gold) return true;
  const chamber = ['house', 'senate', 'assembly', 'congress'].some((word) => g.has(word));
  if (chamber && p.size === 1 && (p.has('legislature') || p.has('congress'))) return true;
  const shared = [...g].some((word) => p.has(word) && word !== 'body');
  // A longer answer may only add the kind of body: another word beside "police" is another place.
  const added = [...p].filter((word) => !g.has(word) && word !== 'body').length;
  return shared && (within(p, g) || (within(g, p) && (added === 0 || g.size > 1)));
}
