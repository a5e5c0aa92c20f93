// `civicwire release diff`: what changed between two releases.
import { toWire } from '@civicwire/shared';
import { diffReleases, type Flip, type ReleasedClaim } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { writeData, writeJsonLine } from '../../output.ts';

const linesShown = 20;

/** Prints counts and the first of each; with `json` everything as one object. */
export async function releaseDiffCommand(
  before: string,
  after: string,
  options: { readonly json?: boolean },
): Promise<number> {
  const diff = await diffReleases(before, after);
  if (options.json) {
    await writeJsonLine(toWire(diff));
    return exitCode.done;
  }
  const claim = ({ label, kind, status, url }: ReleasedClaim): string => `${label} (${kind}, ${status}) ${url}`;
  const flip = ({ holder, issue, before: from, after: to, url }: Flip): string =>
    `${holder} on ${issue}: ${from} → ${to} ${url}`;
  const lines = [
    ...section('added', diff.added.map(claim)),
    ...section('removed', diff.removed.map(claim)),
    ...section(
      'changed',
      diff.changed.map((one) => `${claim(one)}; was ${one.before.label} (${one.before.status})`),
    ),
    ...section('stances flipped', diff.flippedStances.map(flip)),
    ...section('places flipped', diff.flippedPlaces.map(flip)),
  ];
  await writeData(`${lines.join('\n')}\n`);
  return exitCode.done;
}

function section(name: string, lines: readonly string[]): string[] {
  const more = lines.length - linesShown;
  return [
    `${name}: ${lines.length}`,
    ...lines.slice(0, linesShown).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … and ${more} more; --json gives all`] : []),
  ];
}
