// Whether a source as a whole gives what it used to: its history held against its habits, the alarms written on its row.
import { judgeSilence, judgeYield, type YieldAlarm } from '@civicwire/ingest';
import type { Clock, Logger } from '@civicwire/shared';
import type { Store } from '@civicwire/store';

const dayMs = 86_400_000;
/** How far back habits are looked for. */
const historyMs = 120 * dayMs;

const yieldWords: Readonly<Record<YieldAlarm, string>> = {
  'no-text': 'most of its last 20 stories gave no text, which was not so before',
  'no-findings': 'most of its last 20 stories gave no findings, which was not so before',
};

/** Kinds of alarm, for those who count them. */
export const alarmKinds = ['silent', 'no-text', 'no-findings', 'empty-index-page', 'other'] as const;

/** The kind of an alarm by its words; "other" for words that are not of this program. */
export function kindOfAlarm(words: string): (typeof alarmKinds)[number] {
  if (/^no (?:new )?story /.test(words)) return 'silent';
  if (words.startsWith(emptyPageWords)) return 'empty-index-page';
  if (words === yieldWords['no-text']) return 'no-text';
  return words === yieldWords['no-findings'] ? 'no-findings' : 'other';
}

const emptyPageWords = 'an index page gives no stories';

/** Judges one source anew. Does nothing for an unknown one. */
export async function judgeSource(store: Store, sourceId: string, clock: Clock, logger: Logger): Promise<void> {
  const source = await store.getSource(sourceId);
  if (source === null) return;
  const nowMs = clock.nowMs();
  const { seenMs, yields, emptyPages } = await store.sourceHistory(sourceId, nowMs - historyMs);
  const silence = judgeSilence(seenMs, Date.parse(source.createdAt), nowMs);
  const expectedGapDays = silence.expectedGapMs === null ? null : silence.expectedGapMs / dayMs;
  const alarms = [
    ...(silence.isSilent ? [silenceWords(silence.silentMs / dayMs, expectedGapDays)] : []),
    ...emptyPages.map((problem) => `${emptyPageWords}: ${problem}`),
    ...judgeYield(yields).map((alarm) => yieldWords[alarm]),
  ];
  if (alarms.length > 0) logger.warn('source raises an alarm', { source: sourceId, alarms });
  // Most polls change nothing: no write then.
  if (expectedGapDays === source.expectedGapDays && alarms.join() === source.alarms.join()) return;
  await store.recordAlarms(sourceId, { expectedGapDays, alarms });
}

function silenceWords(silentDays: number, expectedGapDays: number | null): string {
  if (expectedGapDays === null) return `no story in ${Math.floor(silentDays)} days, since it was added`;
  const usual = expectedGapDays === 1 ? 'every day' : `at least every ${expectedGapDays} days`;
  return `no new story for ${Math.floor(silentDays)} days; it used to have some ${usual}`;
}
