// The dated roster of presidents: evidence for a person whom a story names without a title. Knows no text.

export interface President {
  readonly given: string;
  readonly surname: string;
  /** Days in office, ISO 8601; `to` is '' while in office. */
  readonly from: string;
  readonly to: string;
}

export type PresidentFinder = (given: string | null, surname: string, name: string) => President | null;

/**
 * Reads the text of `data/presidents/presidents.tsv`. The finder returns the last president of a full name, or for a surname
 * alone the last one of that surname; null for anybody else.
 */
export function createPresidentFinder(table: string): PresidentFinder {
  const roster = table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line): President => {
      const [given = '', surname = '', from = '', to = ''] = line.split('\t');
      return { given, surname, from, to };
    })
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const bySurname = Map.groupBy(roster, ({ surname }) => surname.toLowerCase());
  return (given, surname, name) =>
    bySurname
      .get(surname.toLowerCase())
      ?.find((president) => given === null || name.toLowerCase().startsWith(president.given.toLowerCase())) ?? null;
}
