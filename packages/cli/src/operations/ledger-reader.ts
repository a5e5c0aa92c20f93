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

/** One answer for all who ask within its time; a failed one is asked for again by the next. */
function keep<Value>(ask: () => Promise<Value>, clock: Clock): () => Promise<Kept<Value>> {
  let current: { readonly answer: Promise<Kept<Value>>; goodUntilMs: number } | null = null;
  return () => {
    if (current !== null && clock.nowMs() < current.goodUntilMs) return current.answer;
    const beganMs = clock.nowMs();
    const mine = {
      answer: inTime(ask()).then((value) => ({ value, tookMs: clock.nowMs() - beganMs })),
      goodUntilMs: Number.POSITIVE_INFINITY,
    };
    mine.answer.then(
      ({ tookMs }) => {
        mine.goodUntilMs = clock.nowMs() + Math.max(goodForMsMin, tookMs / shareMax);
      },
      () => {
        if (current === mine) current = null;
      },
    );
    current = mine;
    return mine.answer;
  };
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
