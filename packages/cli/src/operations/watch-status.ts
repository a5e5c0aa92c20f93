// Shows the ledger's state again and again: a screen on a terminal, a line each time elsewhere. Knows when; what is shown is
// in dashboard.ts.
import { setTimeout as sleep } from 'node:timers/promises';
import { RetryLater, ServiceUnavailable, toWire } from '@civicwire/shared';
import type { Store } from '@civicwire/store';
import { createLogUpdate } from 'log-update';
import { writeData, writeJsonLine } from '../output.ts';
import { describeDashboard, describeLine, type Look, ratesOf } from './dashboard.ts';

export interface WatchOptions {
  readonly db: string;
  readonly everyMs: number;
  readonly json: boolean;
  readonly signal: AbortSignal;
}

/** Rates are those of this time. */
const rateMs = 60_000;
/** Looking takes at most this share of the time. */
const shareMax = 0.05;

/** Returns when it is stopped. A store that goes away meanwhile is waited for; it is said so. */
export async function watchStatus(store: Pick<Store, 'pulse' | 'settled'>, options: WatchOptions): Promise<void> {
  const { db, everyMs, json, signal } = options;
  const show = createScreen(json);
  let looks: Look[] = [];
  while (!signal.aborted) {
    const beganMs = performance.now();
    try {
      const look = { pulse: await store.pulse(), settled: await store.settled() };
      looks = [...looks.filter(({ pulse }) => Date.parse(look.pulse.at) - Date.parse(pulse.at) <= rateMs), look];
      const rates = ratesOf(looks);
      await show({
        screen: () => describeDashboard(db, look, rates),
        line: () => describeLine(look, rates),
        data: () => ({ ...(toWire(look, verbatim) as object), a_minute: rates }),
      });
    } catch (error) {
      if (!(error instanceof RetryLater || error instanceof ServiceUnavailable)) throw error;
      const words = `the store does not answer: ${error.message}`;
      await show({ screen: () => [words], line: () => words, data: () => ({ error: words }) });
    }
    const tookMs = performance.now() - beganMs;
    await sleep(Math.max(everyMs - tookMs, tookMs / shareMax), undefined, { signal }).catch(() => undefined);
  }
}

/** Their keys are words of the store, no names of ours. */
const verbatim = new Set(['droppedByReason', 'feedsByHealth', 'processesByWork']);

interface View {
  readonly screen: () => readonly string[];
  readonly line: () => string;
  readonly data: () => unknown;
}

function createScreen(json: boolean): (view: View) => Promise<void> {
  if (json) return ({ data }) => writeJsonLine(data());
  if (!process.stdout.isTTY) return ({ line }) => writeData(`${line()}\n`);
  const draw = createLogUpdate(process.stdout, { showCursor: true });
  return async ({ screen }) => {
    const { columns = 80, rows = 24 } = process.stdout;
    const fitting = screen()
      .slice(0, Math.max(1, rows - 2))
      .map((line) => line.replace(/\p{Cc}/gu, ' ').slice(0, columns - 1));
    draw([...fitting, 'Ctrl-C ends'].join('\n'));
  };
}
