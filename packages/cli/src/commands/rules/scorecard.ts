// `civicwire rules scorecard`: how each rule does, over a folder of stories or over the store.
import { systemClock } from '@civicwire/shared';
import { type Finding, openStore } from '@civicwire/store';
import { exitCode } from '../../exit-code.ts';
import { loadExtractor } from '../../load-extractor.ts';
import { say, writeData, writeJsonLine } from '../../output.ts';
import { compileRules, readRules } from '../../packs/rules.ts';
import { createScorecard, type RuleScore, type Scorecard, type ScoredFinding } from '../../scorecard.ts';
import { alignTable } from '../../tables.ts';
import { readStoryFolder } from './read-story-folder.ts';

interface ScorecardOptions {
  readonly db: string;
  readonly folder?: string;
  readonly packs?: string;
  readonly json?: boolean;
}

/** Reads a folder with today's rules, or takes what the store's last readings found. Exit code 1 when a file could not be read. */
export async function rulesScorecardCommand(options: ScorecardOptions): Promise<number> {
  const card = createScorecard(compileRules(readRules(options.packs).files).packs);
  const { stories, failed } =
    options.folder === undefined
      ? await addStored(card, options.db)
      : await addFolder(card, options.folder, options.packs);
  const scores = card.scores();
  if (options.json) await writeJsonLine({ stories, rules: scores });
  else await writeData(`${describeScores(scores).join('\n')}\n`);
  say(`scorecard: ${stories} stories${failed > 0 ? `, ${failed} files could not be read` : ''}`);
  return failed > 0 ? exitCode.someFailed : exitCode.done;
}

async function addFolder(card: Scorecard, folder: string, packs: string | undefined) {
  const extractor = await loadExtractor(packs);
  let stories = 0;
  let failed = 0;
  for (const story of readStoryFolder(folder, extractor)) {
    if ('error' in story) {
      say(`scorecard: ${story.file}: ${story.error}`);
      failed++;
      continue;
    }
    stories++;
    const { cities, officials, quotes, stances } = story.annotation;
    const status = 'pending' as const;
    card.addStory([
      ...cities.map(({ start, end, rule, name, state }) => ({
        kind: 'city' as const,
        rule,
        start,
        end,
        label: `${name}, ${state}`,
        status,
      })),
      ...officials.map(({ rule, name, title, mentions }) => {
        const { start = 0, end = 0 } = mentions[0] ?? {};
        return { kind: 'official' as const, rule, start, end, label: `${name}, ${title}`, status };
      }),
      ...quotes.map(({ start, end, rule, speakerName }) => ({
        kind: 'quote' as const,
        rule,
        start,
        end,
        label: speakerName ?? '',
        status,
      })),
      ...stances.map(({ evidence: { start, end }, rule, holder, issue, position }) => {
        return {
          kind: 'stance' as const,
          rule,
          start,
          end,
          label: `${holder} ${position} ${issue}`,
          status,
          holder,
          issue,
          position,
        };
      }),
    ]);
  }
  return { stories, failed };
}

const pageSize = 1_000;

/** Findings that the last reading made; what it no longer finds counts for no rule. */
async function addStored(card: Scorecard, db: string) {
  const store = await openStore(db, { clock: systemClock });
  try {
    let stories = 0;
    let storyId: string | null = null;
    let story: ScoredFinding[] = [];
    let afterKey: string | null = null;
    do {
      const page = await store.listFindings({ limit: pageSize, afterKey });
      for (const finding of page.findings.filter(({ found }) => found)) {
        if (finding.storyId !== storyId) {
          card.addStory(story);
          story = [];
          storyId = finding.storyId;
          stories++;
        }
        story.push(scored(finding));
      }
      afterKey = page.nextKey;
    } while (afterKey !== null);
    card.addStory(story);
    return { stories, failed: 0 };
  } finally {
    await store.close();
  }
}

function scored({ kind, rule, start, end, label, status, value }: Finding): ScoredFinding {
  const base = { kind, rule, start, end, label, status };
  return 'holder' in value ? { ...base, holder: value.holder, issue: value.issue, position: value.position } : base;
}

function describeScores(scores: readonly RuleScore[]): string[] {
  const head = ['rule', 'type', 'fired', 'overlaps', 'conflicts', 'reviewed', 'accepted', 'precision', '95 % interval'];
  const rows = scores.map(({ rule, type, fired, overlaps, conflicts, reviewed, accepted, precision }) => {
    const share = precision ? precision.value.toFixed(2) : '-';
    const interval = precision ? `${precision.low.toFixed(2)} to ${precision.high.toFixed(2)}` : '-';
    return [rule, type, fired, overlaps, conflicts, reviewed, accepted, share, interval];
  });
  return alignTable([head, ...rows]);
}
