// What became of a story since it was first saved, and where else it was printed, as lines for a person. Pure; prints nothing.
import { compareVersions, type DiffPassage, type Printing, type StoryVersion, shortenPassage } from '@civicwire/store';

const contextChars = 80;
const passageCharsMax = 600;
const passagesMax = 40;

/** Lines of both sections. One version and one printing give lines that say so. */
export function describeVersions(versions: readonly StoryVersion[], printings: readonly Printing[]): string[] {
  const also = printings.map((printing) => `  ${describePrinting(printing)}`);
  return [
    '',
    'Also printed by',
    ...(also.length > 0 ? also : ['  none']),
    '',
    'Versions',
    ...versions
      .flatMap((version, place) => describeVersion(version, versions[place - 1], place))
      .map((line) => `  ${line}`),
  ];
}

/** The versions for programs: each with its correction and with what changed since the one before (null for the first). */
export function versionRecords(versions: readonly StoryVersion[]) {
  return versions.map((version, place) => {
    const before = versions[place - 1];
    const { id, createdAt, title, correction, correctionFrom } = version;
    const changes = before === undefined ? null : compareVersions(before, version);
    return { id, createdAt, title, correction, correctionFrom, changes };
  });
}

function describePrinting({ kind, shared, url, title, sourceName }: Printing): string {
  const what = kind === 'address' ? 'another address of it' : kind === 'original' ? 'seen first' : kind;
  const share = shared === null ? '' : `, ${Math.round(shared * 100)} % of the shorter text`;
  return `${sourceName}: ${title ?? '(no title)'} (${what}${share}) ${url}`;
}

function describeVersion(version: StoryVersion, before: StoryVersion | undefined, place: number): string[] {
  const changes = before === undefined ? null : compareVersions(before, version);
  const size = changes === null ? '' : `: ${changes.wordsAdded} words added, ${changes.wordsRemoved} removed`;
  return [
    `${place + 1}, saved ${version.createdAt}${size}`,
    ...(version.correction === null
      ? []
      : version.correction.split('\n').map((line) => `  corrected (${version.correctionFrom}): ${line}`)),
    ...(changes?.facts ?? []).map(
      ({ field, before: old, after }) => `  ${field}: ${old ?? 'none'} → ${after ?? 'none'}`,
    ),
    ...describePassages(changes?.passages ?? []),
  ];
}

/** The changed passages in the notation of wdiff: `[-removed-]`, `{+added+}`. */
function describePassages(passages: readonly DiffPassage[]): string[] {
  const changed = passages.filter(({ change }) => change !== 'same');
  const lines = changed.slice(0, passagesMax).map((passage) => {
    const words = shortenPassage(passage, contextChars).map(({ change, text }) => {
      const line = text.replaceAll(/\s+/g, ' ');
      if (change === 'added') return `{+${cut(line, passageCharsMax)}+}`;
      return change === 'removed' ? `[-${cut(line, passageCharsMax)}-]` : line;
    });
    return `  ${words.join('').trim()}`;
  });
  return changed.length > passagesMax ? [...lines, `  … and ${changed.length - passagesMax} more passages`] : lines;
}

function cut(text: string, charsMax: number): string {
  return text.length <= charsMax ? text : `${text.slice(0, charsMax)} …`;
}
