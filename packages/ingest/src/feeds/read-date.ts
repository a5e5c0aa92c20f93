// Reads the dates that feeds and sitemaps carry. Knows no clock: what is in the future is the caller's to judge.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Minutes east of UTC. Names of RFC 822 and those American publishers write. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
};

/**
 * ISO 8601 as precise as the text: "2025", "2025-06", "2025-06-18", or date and time in UTC ("2025-06-18T14:00:00Z").
 * A time without a zone is taken as UTC. Null for anything unreadable or impossible; nothing is guessed from the clock.
 */
export function readDate(text: string): string | null {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (trimmed === '' || trimmed.length > 80) return null;
  return readIso(trimmed) ?? readBasicIso(trimmed) ?? readRfc822(trimmed) ?? readAsctime(trimmed);
}

function readIso(text: string): string | null {
  const match =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[Tt ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(\S.*)?)?)?)?$/.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  if (month === undefined) return inRange(Number(year), 1, 1) ? (year ?? null) : null;
  if (day === undefined) return inRange(Number(year), Number(month), 1) ? `${year}-${month.padStart(2, '0')}` : null;
  if (hour === undefined)
    return inRange(Number(year), Number(month), Number(day))
      ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      : null;
  return instant([year, month, day, hour, minute, second], zone);
}

/** "20250618", "20250618T140000Z". */
function readBasicIso(text: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})?\s*(\S.*)?)?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  if (hour === undefined) return readIso(`${year}-${month}-${day}`);
  return instant([year, month, day, hour, minute, second], zone);
}

/** "Wed, 18 Jun 2025 14:00:00 -0700", with or without weekday, seconds and zone; "June 18, 2025 2:00 pm" too. */
function readRfc822(text: string): string | null {
  const bare = text.replace(/^[A-Za-z]{2,9}\.?,?\s+(?=\d|[A-Za-z]{3})/, (day) =>
    /^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(day) ? '' : day,
  );
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(.*))?$/.exec(bare);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(.*))?$/.exec(bare);
  const [day, month, year, rest] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3], monthFirst?.[4]];
  const monthNumber = months.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  if (day === undefined || year === undefined || monthNumber === 0) return null;
  const fullYear = year.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2000 : 1900)) : year;
  const date = [fullYear, String(monthNumber), day] as const;
  if (rest === undefined || rest === '') return readIso(date.join('-'));
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(\S.*)?$/i.exec(rest);
  if (time === null) return null;
  const half = time[4]?.charAt(0).toLowerCase();
  const hour = half === undefined ? Number(time[1]) : (Number(time[1]) % 12) + (half === 'p' ? 12 : 0);
  return instant([...date, String(hour), time[2], time[3]], time[5]);
}

/** "Sun Jan 4 16:29:06 PDT 2004". */
function readAsctime(text: string): string | null {
  const match =
    /^(?:[A-Za-z]{3},?\s)?([A-Za-z]{3})\s(\d{1,2})\s(\d{1,2}):(\d{2}):(\d{2})\s(?:([A-Za-z]{1,5}|[+-]\d{4})\s)?(\d{4})$/.exec(
      text,
    );
  const month = months.indexOf((match?.[1] ?? '').toLowerCase()) + 1;
  if (match === null || month === 0) return null;
  return instant([match[7], String(month), match[2], match[3], match[4], match[5]], match[6]);
}

function instant(parts: readonly (string | undefined)[], zone: string | undefined): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0));
  const offset = zoneMinutes(zone);
  if (offset === null || !inRange(year, month, day) || hour > 24 || minute > 59 || second > 60) return null;
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000);
  return at.toISOString().replace('.000Z', 'Z');
}

/** Minutes east of UTC; 0 when no zone is written; null when the zone cannot be read. */
function zoneMinutes(zone: string | undefined): number | null {
  const text = (zone ?? '')
    .trim()
    .replace(/\s*\(.*\)$/, '')
    .replace(/^(?:gmt|utc)(?=[+-])/i, '');
  if (text === '') return 0;
  const named = zones[text.toLowerCase()];
  if (named !== undefined) return named;
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (offset === null) return null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return minutes > 15 * 60 ? null : offset[1] === '-' ? -minutes : minutes;
}

/** Real calendar days from 1900 on; year 0001 and February 30 are fillers, not dates. */
function inRange(year: number, month: number, day: number): boolean {
  if (!(year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
