// Reads the name tables under data/ (surnames, given names, nicknames, common words, places that look like people).
// Knows their compact form; not what stands in a text.

/** Contents of the data files, read by the caller: `data/<folder>/<file>.txt`. */
export interface NameTableTexts {
  readonly surnames: string;
  readonly givenNames: string;
  readonly nicknames: string;
  readonly commonWords: string;
  readonly placeLookalikes: string;
  readonly usualPronouns: string;
}

export interface NameTables {
  /** The 5,000 surnames that are most frequent in the United States. */
  readonly frequentSurnames: readonly string[];
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
  /** Everyday English words (about 10,000), and the next 27,000. */
  readonly commonWords: readonly string[];
  readonly knownWords: readonly string[];
  /** Names of US places that read like a given name and a surname, lower case. */
  readonly placeLookalikes: ReadonlySet<string>;
  /** Short forms by formal given name, lower case. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
  /** The pronoun that people of a given name nearly all have, by the name, lower case. */
  readonly usualPronouns: ReadonlyMap<string, 'he' | 'she'>;
}

/** Decodes the tables. Empty texts give empty tables. */
export function readNameTables(texts: NameTableTexts): NameTables {
  const [frequent = '', others = ''] = texts.surnames.split('\n');
  const [common = '', known = ''] = texts.commonWords.split('\n');
  const nicknames = texts.nicknames
    .split('\n')
    .filter(Boolean)
    .map((line): readonly [string, ReadonlySet<string>] => {
      const [name = '', ...nicks] = line.split(' ');
      return [name, new Set(nicks)];
    });
  return {
    frequentSurnames: decodeFront(frequent),
    surnames: decodeFront(others),
    givenNames: decodeFront(texts.givenNames.trim()),
    commonWords: decodeFront(common),
    knownWords: decodeFront(known),
    placeLookalikes: new Set(texts.placeLookalikes.split('\n').filter(Boolean)),
    nicknames: new Map(nicknames),
    usualPronouns: readUsualPronouns(texts.usualPronouns),
  };
}

/** Reads `given-names/usual-pronouns.txt`: a pronoun on each line, then the names. */
export function readUsualPronouns(text: string): ReadonlyMap<string, 'he' | 'she'> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [pronoun, ...names] = line.split(' ');
      return pronoun === 'he' || pronoun === 'she' ? names.map((name) => [name, pronoun] as const) : [];
    }),
  );
}

/** Words of a front-coded list: each entry is the number of letters shared with the one before (base 36) and the rest. */
function decodeFront(coded: string): string[] {
  let before = '';
  return coded
    .split(' ')
    .filter(Boolean)
    .map((entry) => {
      before = before.slice(0, Number.parseInt(entry.charAt(0), 36)) + entry.slice(1);
      return before;
    });
}
