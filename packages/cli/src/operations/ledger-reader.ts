// Reads the state of the ledger for whoever watches, seldom enough to cost next to nothing. Knows times, no metric.
import { type Clock, RetryLater, ServiceUnavailable } from '@civicwire/shared';
import type { Pulse, Settled, Store } from '@civicwire/store';

export interface LedgerReading {
  readonly pulse: Pulse;
  readonly settled: Settled;
  /** Milliseconds that asking the store took. */
  readonly tookMs: number;
}

export interface LedgerReader {
  /** The state, a few seconds old at most; null while the store does not answer. Several askers at once share one reading. */
  readonly read: () => Promise<LedgerReading | null>;
}

/** A reading is good for so long, or for longer where it is dear: at most this share of the time goes into reading (200 ms for what is settled of a million stories: every 20 s). */
const goodForMsMin = 3_000;
const shareMax = 0.01;
/** A store that has not answered in this time counts as away. */
const answerMsMax = 5_000;

/** `clock` is the machine's: how fast the work's own clock runs does not matter here. */
export function createLedgerReader(store: Pick<Store, 'pulse' | 'settled'>, clock: Clock): LedgerReader {
  const pulse = keep(() => store.pulse(), clock);
  const settled = keep(() => store.settled(), clock);
  const ask = async (): Promise<LedgerReading | null> => {
    try {
      const [now, all] = [await pulse(), await settled()];
      return { pulse: now.value, settled: all.value, tookMs: now.tookMs };
    } catch (error) {
      if (error instanceof RetryLater || error instanceof ServiceUnavailable) return null;
      throw error;
    }
  };
  return { read: ask };
}

interface Kept<Value> {
  readonly value: Value;
  readonly tookMs: number;
}

/**
 * One answer for all who ask within its time. A failed one is asked for again by the next; one that hangs is waited for by all
 * and not asked a second time, so that watching never fills the line to the store.
 */
function keep<Value>(ask: () => Promise<Value>, clock: Clock): () => Promise<Kept<Value>> {
  let kept: { readonly value: Kept<Value>; readonly goodUntilMs: number } | null = null;
  let asked: Promise<Kept<Value>> | null = null;
  return () => {
    if (kept !== null && clock.nowMs() < kept.goodUntilMs) return Promise.resolve(kept.value);
    asked ??= askOnce().finally(() => {
      asked = null;
    });
    return inTime(asked);
  };

  async function askOnce(): Promise<Kept<Value>> {
    const beganMs = clock.nowMs();
    const value = await ask();
    const tookMs = clock.nowMs() - beganMs;
    const answer = { value, tookMs };
    kept = { value: answer, goodUntilMs: clock.nowMs() + Math.max(goodForMsMin, tookMs / shareMax) };
    return answer;
  }
}

function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new RetryLater(`the store has not answered in ${answerMsMax / 1000} s`, answerMsMax)),
      answerMsMax,
    );
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
