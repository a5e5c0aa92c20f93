// What a new version of a story says was wrong before: notices in its text, or in the page's JSON-LD. Pure; knows no table.
import type { Article } from '@civicwire/shared';
import { normalise } from '../hashing.ts';

/** The notices that a version brings, one a line, and who gave them; both null when it brings none. */
export interface Correction {
  readonly correction: string | null;
  readonly correctionFrom: 'text' | 'json-ld' | null;
}

/** An earlier version, as far as it tells which notices are old. */
export interface EarlierWords {
  readonly text: string;
  readonly correction: string | null;
}

const noticeCharsMax = 1_500;
const noticesMax = 10;

/** "Correction:", "CLARIFICATION (June 3):", "Corrections and clarifications —". */
const labelled =
  /^[\W_]{0,10}(?:corrections?(?: and clarifications?)?|clarifications?|retraction|editor['’]?s correction)(?: \([^()]{1,40}\)|,? [a-z]{3,9}\.? \d{1,2}(?:, \d{4})?)?\s?[:–—-]/i;
const editorsNote = /^[\W_]{0,10}(?:editor|publisher)(?:['’]s|s['’]?)?,? notes?(?: \([^()]{1,40}\))?\s?[:–—-]/i;
const earlierVersion =
  /\b(?:(?:an?|the|in an?) (?:earlier|previous|prior|original) versions? of (?:this|the) (?:story|article|report|column|headline|caption|post|piece)|this (?:story|article|report|column|headline|caption|post|piece) (?:has been|was|is) (?:corrected|clarified|amended|(?:updated|edited|revised|changed) to (?:correct|clarify|fix|reflect that)))\b/i;
/** Words of a note that is about a mistake; other notes warn of content or name a series. */
const aboutMistake =
  /\b(?:earlier versions?|previous versions?|correct(?:ed|s|ion)?|clarif\w+|errors?|erroneous\w*|incorrect\w*|inaccura\w+|mis(?:stated|identified|spelled|spelt|quoted|attributed|reported|labeled|labelled)|wrong(?:ly)?|removed|retract\w*|mistaken\w*)\b/i;

/**
 * The notices of `article` that none of the `earlier` versions had. In a first version all of them count: the outlet
 * corrected itself before it was read. An editor's note counts when it speaks of a mistake, or when a version gained it.
 */
export function readCorrection(article: Article, earlier: readonly EarlierWords[]): Correction {
  const old = earlier.map(({ text, correction }) => normalise(`${text}\n${correction ?? ''}`));
  const isNew = (notice: string): boolean => {
    const words = normalise(notice);
    return words !== '' && old.every((version) => !version.includes(words));
  };
  const inText = article.text
    .split('\n')
    .filter((line) => isNotice(line, earlier.length > 0) && isNew(line))
    .slice(0, noticesMax);
  if (inText.length > 0) return { correction: inText.join('\n'), correctionFrom: 'text' };
  const stated = (article.corrections ?? []).filter(isNew).slice(0, noticesMax);
  return stated.length > 0
    ? { correction: stated.join('\n'), correctionFrom: 'json-ld' }
    : { correction: null, correctionFrom: null };
}

function isNotice(line: string, isGained: boolean): boolean {
  if (line.length > noticeCharsMax) return false;
  if (labelled.test(line) || earlierVersion.test(line)) return true;
  return editorsNote.test(line) && (isGained || aboutMistake.test(line));
}
