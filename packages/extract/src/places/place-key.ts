// The form under which place names are looked up. Knows spelling, no places.

const short: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' };

/**
 * Lower case without accents, full stops and apostrophes, hyphens as spaces, St./Ft./Mt. written out:
 * "St. Mary’s" → "saint marys", "Winston-Salem" → "winston salem", "Coeur d'Alene" → "coeur dalene".
 */
export function placeKey(name: string): string {
  if (/^[A-Za-z]+$/.test(name)) return name.toLowerCase();
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.'’‘,]/g, '')
    .toLowerCase()
    .replace(/[-–\s/]+/g, ' ')
    .trim()
    .replace(/(?<![^ ])(?:st|ste|ft|mt)(?= )/g, (word) => short[word] ?? word);
}
