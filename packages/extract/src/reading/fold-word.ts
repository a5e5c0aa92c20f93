// The form under which words are compared. Knows letters and apostrophes.

/** The form under which a word is interned: lower case, typographic apostrophes made plain. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') || lower.includes('‘') ? lower.replaceAll(/[’‘]/g, "'") : lower;
}
