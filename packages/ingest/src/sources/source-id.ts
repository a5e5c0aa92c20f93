// Names of outlets → ids. Knows letters.

/** "The Fresno Bee" → "the-fresno-bee"; "" for a name without Latin letters or digits. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** The slug of a name, with a number behind it when `taken` has it; "source" for a name without letters. */
export function sourceIdOf(name: string, taken: ReadonlySet<string>): string {
  const base = slug(name) || 'source';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
