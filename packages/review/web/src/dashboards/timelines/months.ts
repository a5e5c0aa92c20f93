// Months in a row, from the first to the last that is spoken of. Pure.

/** Fewer would make columns too wide to look like time. */
const monthsMin = 12;

/** "2026-01", "2026-02" … without a gap; a year at least, ending with the last. Empty for none. */
export function monthsThrough(months: readonly string[]): string[] {
  const sorted = [...months].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = numberOf(last);
  const start = Math.min(numberOf(first), end - monthsMin + 1);
  return Array.from({ length: end - start + 1 }, (_, at) => monthOf(start + at));
}

function numberOf(month: string): number {
  const [year = '0', of = '1'] = month.split('-');
  return Number(year) * 12 + Number(of) - 1;
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

const names = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "Mar 2026". */
export function monthWords(month: string): string {
  const time = Date.parse(`${month}-01T00:00:00Z`);
  return Number.isNaN(time) ? month : names.format(time);
}
