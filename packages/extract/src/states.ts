// States of the Union as newspapers write them. Knows names and abbreviations; not whether a text means one.
import { foldedAt, hasShape, type Reading, wordAt } from './reading/reading.ts';
import { shape } from './reading/tokens.ts';

const table = `AL Alabama|Ala.;AK Alaska;AZ Arizona|Ariz.;AR Arkansas|Ark.;CA California|Calif.|Cal.;CO Colorado|Colo.;CT Connecticut|Conn.;DE Delaware|Del.;DC District of Columbia|D.C.|D. C.;FL Florida|Fla.;GA Georgia|Ga.;HI Hawaii;ID Idaho|Ida.;IL Illinois|Ill.;IN Indiana|Ind.;IA Iowa;KS Kansas|Kan.|Kans.;KY Kentucky|Ky.;LA Louisiana|La.;ME Maine;MD Maryland|Md.;MA Massachusetts|Mass.;MI Michigan|Mich.;MN Minnesota|Minn.;MS Mississippi|Miss.;MO Missouri|Mo.;MT Montana|Mont.;NE Nebraska|Neb.|Nebr.;NV Nevada|Nev.;NH New Hampshire|N.H.|N. H.;NJ New Jersey|N.J.|N. J.;NM New Mexico|N.M.|N. M.;NY New York|N.Y.|N. Y.;NC North Carolina|N.C.|N. C.;ND North Dakota|N.D.|N. D.;OH Ohio;OK Oklahoma|Okla.;OR Oregon|Ore.|Oreg.;PA Pennsylvania|Pa.|Penn.;RI Rhode Island|R.I.|R. I.;SC South Carolina|S.C.|S. C.;SD South Dakota|S.D.|S. D.;TN Tennessee|Tenn.;TX Texas|Tex.;UT Utah;VT Vermont|Vt.;VA Virginia|Va.;WA Washington|Wash.;WV West Virginia|W.Va.|W. Va.;WI Wisconsin|Wis.|Wisc.;WY Wyoming|Wyo.;PR Puerto Rico|P.R.`;

const codes = new Map<string, string>();
const abbreviated = new Set<string>();
const names = new Map<string, string>();
for (const line of table.split(';')) {
  const code = line.slice(0, 2);
  const forms = line.slice(3).split('|');
  names.set(code, forms[0] ?? code);
  for (const form of forms) {
    codes.set(form.toLowerCase(), code);
    if (form.includes('.')) abbreviated.add(form.toLowerCase());
  }
}
const postal = new Set(codes.values());
/** First tokens of names and abbreviations: "new", "calif.", "n.y.", "n. y.", "w.va." whole and cut. */
const firstWords = new Set(
  [...codes.keys()].flatMap((form) => [form, form.split(' ')[0] ?? form, /^[^.]*\.?/.exec(form)?.[0] ?? form]),
);

/** Whether some first word or postal code begins with two letters: numbers of `pairOf`. */
const firstPairs = new Uint8Array(1 << 10);
for (const form of [...firstWords, ...postal]) firstPairs[pairOf(form)] = 1;

/** A number below 1,024 of the first two characters of a form, the same for small and capital letters. */
function pairOf(text: string, start = 0): number {
  return (text.charCodeAt(start) & 31) * 32 + (text.charCodeAt(start + 1) & 31);
}

/** The USPS code of a state's name, abbreviation or code ("Calif.", "CA", "california"); null when it is none. */
export function stateCode(written: string): string | null {
  const upper = written.trim().toUpperCase();
  return postal.has(upper) ? upper : (codes.get(written.trim().toLowerCase()) ?? null);
}

/** The full name of a state by its USPS code; null when there is no such state. */
export function stateName(code: string): string | null {
  return names.get(code) ?? null;
}

/** A state written at tokens `[from, to)`. */
export interface StateAt {
  readonly code: string;
  readonly to: number;
  /** Written short ("Calif.", "AZ"): then it stands behind a city. */
  readonly short: boolean;
}

/** The state that begins at token i: full name, newspaper abbreviation, or postal code in capitals; null when none does. */
export function stateAt(reading: Reading, i: number): StateAt | null {
  if (!hasShape(reading, i, shape.capital) || firstPairs[pairOf(reading.text, reading.starts[i])] === 0) return null;
  if (!firstWords.has(foldedAt(reading, i)) && !postal.has(wordAt(reading, i))) return null;
  const sentence = reading.sentenceOf[i];
  for (let length = 3; length > 0; length--) {
    if (i + length > reading.count || reading.sentenceOf[i + length - 1] !== sentence) continue;
    const written = reading.text.slice(reading.starts[i], reading.ends[i + length - 1]).toLowerCase();
    const code = codes.get(written);
    if (code) return { code, to: i + length, short: abbreviated.has(written) };
  }
  const word = wordAt(reading, i);
  if (postal.has(word) && foldedAt(reading, i - 1) !== 'the') return { code: word, to: i + 1, short: true };
  return null;
}
