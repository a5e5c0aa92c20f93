// `civicwire provenance`: from any exported row back to where it comes from, in a store or in a release.
import { systemClock, UsageError } from '@civicwire/shared';
import { openRelease, openStore, type Provenance } from '@civicwire/store';
import { exitCode } from '../exit-code.ts';
import { writeData, writeJsonLine } from '../output.ts';

/** Prints the way back. Exit code 1 when the passage or the text's hash does not hold. */
export async function provenanceCommand(
  id: string,
  options: { readonly db: string; readonly release?: string; readonly json?: boolean },
): Promise<number> {
  const provenance =
    options.release === undefined ? await fromStore(id, options.db) : await fromRelease(id, options.release);
  if (provenance === null)
    throw new UsageError(
      `provenance: ${id} is not in ${options.release ?? options.db}; expected the id of a finding, quote, stance, mention or decision`,
    );
  if (options.json) await writeJsonLine(provenance);
  else await writeData(`${describe(provenance).join('\n')}\n`);
  return provenance.span.holds && provenance.version.holds ? exitCode.done : exitCode.someFailed;
}

async function fromStore(id: string, db: string): Promise<Provenance | null> {
  const store = await openStore(db, { clock: systemClock });
  try {
    return await store.provenance(id);
  } finally {
    await store.close();
  }
}

async function fromRelease(id: string, folder: string): Promise<Provenance | null> {
  const release = openRelease(folder);
  try {
    return await release.provenance(id);
  } finally {
    await release.close();
  }
}

function describe({ claim, span, story, version, rule, trace, decisions, snapshot }: Provenance): string[] {
  const check = (holds: boolean): string => (holds ? 'holds' : 'DOES NOT HOLD');
  return [
    `claim     ${claim.label} (${claim.kind}, ${claim.status}${claim.reopened ? ', reopened' : ''})`,
    `span      ${span.start}–${span.end}: “${span.text}” (${check(span.holds)})`,
    `story     ${story.title ?? '(no title)'}`,
    `          ${story.url}`,
    `version   ${version.id}${version.is_current ? '' : ', not the current one'}`,
    `          text SHA-256 ${version.text_hash} (${check(version.holds)})`,
    `rule      ${rule.id}, rules version ${rule.version}${rule.confidence === null ? '' : `, confidence ${rule.confidence.toFixed(2)}`}`,
    ...(trace === null ? [] : [`trace     ${trace}`]),
    ...(decisions.length === 0 ? ['decisions none'] : []),
    ...decisions.map(
      ({ editor, verdict, decided_at: at, reason }) =>
        `decision  ${verdict} by ${editor}, ${at}${reason === null ? '' : `: ${reason}`}`,
    ),
    snapshot === null
      ? 'snapshot  not in the store'
      : `snapshot  SHA-256 ${snapshot.id}, ${snapshot.size} bytes, fetched ${snapshot.fetched_at} from ${snapshot.final_url}${snapshot.kept ? '' : '; removed by retention, so that it cannot be read again'}`,
  ];
}
