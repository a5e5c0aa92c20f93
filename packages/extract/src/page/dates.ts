// A date as a page writes it → ISO 8601. Knows the ways to write dates, not where pages put them.

/** Text longer than this is no date. */
const dateLengthMax = 120;

const monthNames = [
  'jan january januar janvier enero gennaio januari janeiro ene janv gen jänner',
  'feb february februar février febrero febbraio februari fevereiro févr fév fev febr feber',
  'mar march märz mars marzo maart março mär mrz maerz',
  'apr april avril abril aprile avr abr',
  'may mai mayo maggio mei maio mag',
  'jun june juni juin junio giugno junho giu',
  'jul july juli juillet julio luglio julho juil lug',
  'aug august août agosto augustus ago aout',
  'sep sept september septembre septiembre settembre setembro set',
  'oct october oktober octobre octubre ottobre outubro okt ott out',
  'nov november novembre noviembre novembro',
  'dec december dezember décembre diciembre dicembre dezembro déc dez dic decembre',
];
const months = new Map(
  monthNames.flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);

const patterns: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'mdy' | 'dmy' | 'name' | 'dayname' }[] = [
  { pattern: /(?<![\d.])(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/, order: 'ymd' },
  { pattern: /(?<!\d)(?<y>20\d\d|19\d\d)(?<m>\d\d)(?<d>\d\d)(?!\d)/, order: 'ymd' },
  { pattern: /(?<![\p{L}\d])(?<m>\p{L}{3,10})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})(?!\d)/u, order: 'name' },
  {
    pattern:
      /(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|\.|er|º)?[ -](?:of |de )?(?<m>\p{L}{3,10})\.?,?[ -](?:de )?(?<y>\d{4})(?!\d)/u,
    order: 'dayname',
  },
  {
    pattern: /(?<![\p{L}\d])(?<m>\p{L}{3}) (?<d>\d{1,2}) \d\d:\d\d:\d\d (?:[A-Z]{3,5} )?(?<y>\d{4})(?!\d)/u,
    order: 'name',
  },
  { pattern: /(?<![\d.])(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4}|\d\d)(?![\d.])/, order: 'dmy' },
  { pattern: /(?<![\d/])(?<m>\d{1,2})[/-](?<d>\d{1,2})[/-](?<y>\d{4})(?![\d/])/, order: 'mdy' },
];

/**
 * The first date in a short text, as precise as written: "2025-06-18", "2025-06-18T16:10" or with seconds and zone.
 * `isMonthFirst` settles 6/8/2025 (the US way is month first). Null for no date, an impossible day, or a year outside
 * 1994–2099.
 */
export function readDate(text: string | null, isMonthFirst = true): string | null {
  const start = text?.slice(0, dateLengthMax) ?? '';
  if (!/\d/.test(start)) return null;
  const line = start.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  for (const { pattern, order } of patterns) {
    const found = pattern.exec(line);
    if (!found?.groups) continue;
    const day = toDay(found.groups, order === 'mdy' && !isMonthFirst ? 'dmy-slash' : order);
    if (day === null) continue;
    return day + readTime(line.slice(found.index + found[0].length));
  }
  return null;
}

function toDay(groups: Record<string, string | undefined>, order: string): string | null {
  const written = (groups.y ?? '').length === 2 ? `20${groups.y}` : (groups.y ?? '');
  const year = Number(written);
  let month = order === 'name' || order === 'dayname' ? months.get((groups.m ?? '').toLowerCase()) : Number(groups.m);
  let day = Number(groups.d);
  if (month === undefined) return null;
  if (order === 'dmy-slash') [month, day] = [day, month];
  if (order.startsWith('mdy') || order === 'dmy-slash') [month, day] = month > 12 ? [day, month] : [month, day];
  if (year < 1994 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${written}-${pad(month)}-${pad(day)}`;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March of the year 0 of an ISO date, for differences of days. */
export function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
}

const pad = (number: number) => String(number).padStart(2, '0');

/** "T16:10:00-05:00" from what follows the day, empty when there is no time. Zone names of the US are offsets. */
function readTime(rest: string): string {
  const found =
    /^(?:T| |,| at |,? um | - | \| |, at )\s?(\d{1,2})[:.](\d\d)(?::(\d\d))?(?:\.\d{1,9})? ?([ap]\.?m\b\.?)?\s?(Z\b|[+-]\d\d:?\d\d\b|(?:GMT|UTC|[ECMP][SD]?T)\b)?/i.exec(
      rest,
    );
  if (!found) return '';
  const half = found[4]?.toLowerCase();
  const hour = half ? (Number(found[1]) % 12) + (half.startsWith('p') ? 12 : 0) : Number(found[1]);
  if (hour > 23 || Number(found[2]) > 59 || Number(found[3] ?? 0) > 59) return '';
  const seconds = found[3] === undefined ? '' : `:${found[3]}`;
  return `T${pad(hour)}:${found[2]}${seconds}${zoneOffset(found[5])}`;
}

const zones: Readonly<Record<string, string>> = {
  Z: 'Z',
  GMT: 'Z',
  UTC: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

function zoneOffset(zone: string | undefined): string {
  if (zone === undefined) return '';
  const known = zones[zone.toUpperCase()];
  if (known !== undefined) return known;
  return /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : '';
}

/** The day in a story's address ("/2025/06/18/", "-2025-06-18", "/20250618"), or null. Archive prefixes are passed over. */
export function readUrlDate(url: string | null): string | null {
  if (url === null) return null;
  const path = url
    .slice(0, 600)
    .replace(/^https?:\/\/web\.archive\.org\/web\/\d{4,14}[a-z_]{0,4}\//, '')
    .replace(/[?#].*$/, '');
  const found =
    /(?<!\d)((?:19|20)\d\d)([/_.-])(\d{1,2})[/_.-](\d{1,2})(?!\d)/.exec(path) ??
    /[/_-]((?:19|20)\d\d)()(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path);
  const european = found ? null : /(?<!\d)(\d{1,2})[._-](\d{1,2})[._-](20\d\d)(?!\d)/.exec(path);
  if (european) return readDate(`${european[3]}-${european[2]}-${european[1]}`);
  return found ? readDate(`${found[1]}-${found[3]}-${found[4]}`) : null;
}
