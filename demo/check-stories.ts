// What came of every story of the wire, held against what the demo expects. Knows the store; prints nothing.
import { normalizeUrl } from '@civicwire/ingest';
import type { Store, StoryView } from '@civicwire/store';
import { compareStory, type FoundStory } from './expected/compare-story.ts';
import type { ExpectedStory } from './expected/expected-story.ts';

export interface StoryCheck {
  readonly path: string;
  /** What a required expectation found wrong; empty when all is right. */
  readonly wrong: readonly string[];
  readonly requiredRight: number;
  readonly hopedRight: number;
  readonly hoped: number;
}

/** Checks one delivered address: outcome, versions, and for a saved story its findings. */
export async function checkStory(store: Store, wireUrl: string, expected: ExpectedStory): Promise<StoryCheck> {
  const view = await findByPath(store, `${wireUrl}${expected.path}`);
  const wrong: string[] = [];
  const outcome = outcomeOf(view);
  if (!isExpectedOutcome(outcome, expected)) wrong.push(`came to ${outcome}, expected ${describeOutcome(expected)}`);
  const versions = view?.versions.length ?? 0;
  if (versions !== expected.versions) wrong.push(`has ${versions} versions, expected ${expected.versions}`);
  const checks = view?.version ? compareStory(expected, foundIn(view)) : [];
  const required = checks.filter((check) => check.need === 'required');
  const hoped = checks.filter((check) => check.need === 'hoped');
  wrong.push(...required.filter((check) => !check.right).map((check) => check.what));
  return {
    path: expected.path,
    wrong,
    requiredRight: required.filter((check) => check.right).length,
    hopedRight: hoped.filter((check) => check.right).length,
    hoped: hoped.length,
  };
}

function findByPath(store: Store, url: string): Promise<StoryView | null> {
  return store.findStory(normalizeUrl(url)?.key ?? url);
}

function outcomeOf(view: StoryView | null): string {
  if (view === null) return 'nothing (it was not discovered)';
  return view.story.state === 'dropped' ? (view.story.dropReason ?? 'dropped') : view.story.state;
}

function isExpectedOutcome(outcome: string, { outcome: expected }: ExpectedStory): boolean {
  if (expected.kind === 'ok') return outcome === 'saved';
  return expected.kind === 'dropped' ? expected.reasons.includes(outcome) : outcome === expected.kind;
}

function describeOutcome({ outcome }: ExpectedStory): string {
  if (outcome.kind === 'ok') return 'saved';
  return outcome.kind === 'dropped' ? outcome.reasons.join(' or ') : outcome.kind;
}

/** Findings of the current version in the comparison's shape; superseded ones are none. */
function foundIn({ version, findings }: StoryView): FoundStory {
  const standing = findings.filter((finding) => finding.found);
  const of = <Value>(kind: string): { value: Value; start: number; end: number; text: string }[] =>
    standing
      .filter((finding) => finding.kind === kind)
      .map(({ value, start, end, text }) => ({ value: value as Value, start, end, text }));
  return {
    text: version?.text ?? '',
    cities: of<{ name: string; state: string | null; focus: boolean }>('city').map(({ value }) => value),
    officials: of<{ name: string | null; role: string | null }>('official').map(({ value }) => value),
    quotes: of<{ speaker_name: string | null }>('quote').map(({ value, text }) => ({
      text,
      speakerName: value.speaker_name,
    })),
    stances: of<{ holder: string; issue: string; position: string; basis: string }>('stance').map(
      ({ value, start, end }) => ({ ...value, evidence: { start, end } }),
    ),
  };
}
