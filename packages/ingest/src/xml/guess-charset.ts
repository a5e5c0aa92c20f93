// Bytes that name no charset and are no UTF-8 → the legacy charset of a language in another script. Knows letters, no format.

interface Candidate {
  /** Label as reported; `decoder` where TextDecoder knows it under another one. */
  readonly label: string;
  readonly decoder?: string;
  /** Letters that make up most of a text in the script, and the share of a usual text that they are. */
  readonly frequent: RegExp;
  readonly usualShare: number;
}

const frequentHan =
  '的一是不了在人有我他中大上和到地以要就出可也生能而子那得下自之年作用道行所然家事成方多去法如都同面起看定天分好小部其些主理心本前只想日文';
const candidates: readonly Candidate[] = [
  { label: 'shift_jis', frequent: /[\u3041-\u30fe]/g, usualShare: 0.5 },
  { label: 'euc-jp', frequent: /[\u3041-\u30fe]/g, usualShare: 0.5 },
  { label: 'euc-kr', frequent: /[\uac00-\ud7a3]/g, usualShare: 0.95 },
  {
    label: 'big5',
    frequent: new RegExp(`[${frequentHan}這個們來為國說時會對於著過發後種經麼學現當沒動還進樣]`, 'g'),
    usualShare: 0.25,
  },
  {
    label: 'gb2312',
    decoder: 'gb18030',
    frequent: new RegExp(`[${frequentHan}这个们来为国说时会对于着过发后种经么学现当没动还进样]`, 'g'),
    usualShare: 0.25,
  },
  { label: 'koi8-r', frequent: /[оеаинтсрвлкмд]/g, usualShare: 0.7 },
  { label: 'windows-1251', frequent: /[оеаинтсрвлкмд]/g, usualShare: 0.7 },
  { label: 'tis-620', decoder: 'windows-874', frequent: /[\u0e01-\u0e4e]/g, usualShare: 0.95 },
  { label: 'windows-1255', frequent: /[\u05d0-\u05ea]/g, usualShare: 0.95 },
];
const shareMin = 0.5;
const sampleBytesMax = 100_000;

/**
 * The charset whose reading of the bytes looks most like a text of its language; null when none does, or when high bytes
 * stand alone, as accented letters do in Western text. Linear in the first 100 kB.
 */
export function guessCharset(bytes: Uint8Array): { readonly label: string; readonly decoder: string } | null {
  const sample = bytes.subarray(0, sampleBytesMax);
  if (!isMostlyRuns(sample)) return null;
  let best: Candidate | null = null;
  let bestScore = shareMin;
  for (const candidate of candidates) {
    const text = decodeStrict(sample, candidate.decoder ?? candidate.label, sample.length < bytes.length);
    const foreign = text?.match(/[^\p{ASCII}\s]/gu)?.length ?? 0;
    if (text === null || foreign === 0) continue;
    const score = (text.match(candidate.frequent)?.length ?? 0) / foreign / candidate.usualShare;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best && { label: best.label, decoder: best.decoder ?? best.label };
}

/** Whether most high bytes stand in runs of three or more (a byte of ASCII may stand inside, as in Shift_JIS). */
function isMostlyRuns(bytes: Uint8Array): boolean {
  let high = 0;
  let inRuns = 0;
  let run = 0;
  let gap = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      high += 1;
      run += 1;
      gap = 0;
      inRuns += run === 3 ? 3 : run > 3 ? 1 : 0;
    } else {
      gap += 1;
      if (gap > 1 || byte < 0x40) run = 0;
    }
  }
  return high >= 6 && inRuns * 2 > high;
}

function decodeStrict(bytes: Uint8Array, label: string, isCut: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return null; // The bytes are no text of this charset.
  }
}
