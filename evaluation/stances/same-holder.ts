// Decides whether a predicted holder is the annotated one: same head word, nothing that contradicts. Knows no spans.
// Lenient about wording ("the council" for "Tulsa City Council"), strict about who ("Ann Gentry" is not "Art Gentry").

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that tell no person or body from another one. */
const general = words(
  'the a an and of for acting interim former vice deputy lead local unnamed other some many several most few all dozen dozens hundred hundreds about around more than nearly over group ' +
    'mayor council councilman councilwoman councilmember councilor councillor alderman alderwoman alderperson alder ald trustee commissioner supervisor selectman selectwoman legislator member pro tem ' +
    'chief police sheriff deputy superintendent officer col maj capt captain lt lieutenant sgt sergeant gov governor rep representative sen senator senate house judge attorney pastor rev dr mr mrs ms ' +
    'president chair chairman chairwoman director manager leader spokesman spokeswoman city county town township village state federal department office board commission committee ' +
    'resident tenant landlord activist organizer developer teacher lawyer advocate people person voter neighbor union association coalition company agency',
);
const numbers =
  /^(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty)(?:-\w+)?$/;
const suffixes = words('jr sr ii iii iv');
/** A place's name alone never stands for a body of that place. */
const states = words(
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode island tennessee texas utah vermont virginia washington wisconsin wyoming',
);
const territories = words('city county state town village township');
const cut = /[,;:(]|\s(?:of|in|for|from|at|with|on|who|which|that|whose)\s/;

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/'s\b/g, '')
    .replace(/\b(?:ald|rep|sen|gov|rev|dr|lt|sgt|capt|maj|col)\./g, (title) => title.slice(0, -1))
    .replace(/\b(city|state|town|village|county|township) of ([a-z.' ]+)$/, '$2 $1')
    .replace(/\bpd\b/g, 'police')
    .trim();
const stem = (word: string): string => (/[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word);
const wordsOf = (text: string): string[] =>
  (text.match(/[a-z0-9]+(?:['-][a-z0-9]+)*/g) ?? [])
    .map((word) => (word === 'councilmember' ? 'council' : stem(word)))
    .filter((word) => !suffixes.has(word));

interface Phrase {
  readonly head: string;
  /** The words before the head that tell this holder from others. */
  readonly telling: readonly string[];
  readonly all: readonly string[];
  /** Also the words after the first "of", "from", comma … */
  readonly whole: readonly string[];
}

function phraseOf(name: string): Phrase {
  const folded = fold(name);
  const all = wordsOf(folded.split(cut)[0] ?? '').filter((word) => !numbers.test(word));
  // "The department" is all of its own name.
  const bare = all.length === 2 && all[0] === 'the';
  while (!bare && all.length > 1 && /^(?:department|dept|office)$/.test(all.at(-1) ?? '')) all.pop();
  return {
    head: all.at(-1) ?? '',
    telling: all.slice(0, -1).filter((word) => !general.has(word)),
    all,
    whole: wordsOf(folded),
  };
}

const acronymOf = (name: string): string => (name.match(/\p{Lu}\p{L}*/gu) ?? []).map((word) => word[0]).join('');

/** True when both strings name the same person or body. `placeWords`: names of the story's place, in lower case. */
export function sameHolder(gold: string, predicted: string, placeWords: readonly string[] = []): boolean {
  const [wanted, said] = [phraseOf(gold), phraseOf(predicted)];
  if (!wanted.head || !said.head) return false;
  const tells = (word: string): boolean => !general.has(word) && !states.has(word) && !placeWords.includes(word);
  const within = (few: readonly string[], many: readonly string[]): boolean =>
    few.some(tells) && few.every((word) => many.includes(word));
  if (wanted.head === said.head) {
    const apart = wanted.telling.length > 0 && said.telling.length > 0;
    return !apart || wanted.telling.some((word) => said.telling.includes(word));
  }
  const short = predicted.replace(/^[Tt]he /, '');
  if (/^[A-Z]{2,}$/.test(short) && acronymOf(gold).startsWith(short)) return true;
  // "ACLU of Montana" is the American Civil Liberties Union there.
  const letters = /^(?:[Tt]he )?([A-Z]{3,})\b/.exec(gold)?.[1];
  if (letters !== undefined && acronymOf(short).startsWith(letters)) return true;
  if (territories.has(wanted.head) && said.all.length > 0 && said.all.join(' ') === wanted.telling.join(' '))
    return true;
  // "Tacoma" is the City of Tacoma where nothing else of that name is meant.
  if (territories.has(said.head) && wanted.all.length > 0 && wanted.all.join(' ') === said.telling.join(' '))
    return true;
  if (within(said.all, wanted.all) || within(wanted.all, said.all)) return true;
  // "members of the Southside Coalition", "tenants with the group Homes Now": the body stands behind general words.
  return said.all.every((word) => general.has(word)) && within(wanted.all, said.whole);
}

const officeOf: Readonly<Record<string, RegExp>> = {
  mayor: /^(?:the )?mayor$/i,
  sheriff: /^(?:the )?(?:[\w ]+ )?sheriff$/i,
  'police-chief': /^(?:the )?(?:police )?(?:chief|superintendent)(?: of police)?$/i,
  'city-manager': /^(?:the )?(?:city |town |village )?manager$/i,
  union: /^(?:the )?(?:[\w ]+ )?union$/i,
  'state-official': /^(?:the )?governor$/i,
};

/** True when `predicted` is no name, only the office that a holder of this type has ("the mayor"). */
export function isOfficeAlone(holderType: string, predicted: string): boolean {
  return officeOf[holderType]?.test(predicted.trim()) ?? false;
}
