// Who stands in a list behind a title in the plural: "Council members Joel Kranz, Pa Houa Lor and Rick Salter" are each a member.
// Knows lists of capitals; a name that no list of names has in full is what stands between its commas.
import { foldedAt, isCapital, type Reading } from '../../reading/reading.ts';
import type { Candidate } from './candidate.ts';
import { textOf } from './holder-names.ts';

/** The candidates, where those of such a list are officials as its first is. */
export function withListedMembers(reading: Reading, candidates: readonly Candidate[]): readonly Candidate[] {
  let all = candidates;
  for (const title of candidates) {
    if (title.named || title.holderType !== 'council' || !/(?:s|men|women)$/.test(foldedAt(reading, title.to - 1)))
      continue;
    const first = all.find((item) => item.from === title.to && item.named && item.role === 'official');
    const members = first ? membersBehind(reading, first, all) : [];
    if (members.length === 0) continue;
    const known = members.map(
      (item) => all.find((other) => other.from === item.from && other.to === item.to && other.named) ?? item,
    );
    all = [
      ...all.filter((item) => !members.some((member) => item.from < member.to && member.from < item.to)),
      ...known.map((item) => ({
        ...item,
        holderType: first?.holderType ?? item.holderType,
        role: 'official' as const,
      })),
    ].toSorted((a, b) => a.from - b.from);
  }
  return all;
}

/** Names, or two to four capitals, between the commas and the "and" of a list; none where no "and" closes it. */
function membersBehind(reading: Reading, first: Candidate, all: readonly Candidate[]): readonly Candidate[] {
  const members: Candidate[] = [];
  for (let at = first.to; ; ) {
    if (foldedAt(reading, at) === ',') at++;
    const last = foldedAt(reading, at) === 'and';
    if (last) at++;
    else if (at === first.to || foldedAt(reading, at - 1) !== ',') return [];
    // "Luis Reed-Cole": a name has more than its capitals.
    let to = all.find((item) => item.from === at && item.named)?.to ?? at;
    while (to < at + 4 && isCapital(reading, to)) to++;
    if (to - at < 2) return [];
    members.push({ ...first, from: at, to, name: textOf(reading, at, to) });
    if (last) return members;
    at = to;
  }
}
