// How far a run is: a bar on a terminal, plain lines elsewhere. Writes to standard error only.
import { Presets, SingleBar } from 'cli-progress';
import { say } from './output.ts';
import type { TallySnapshot } from './workers/tally.ts';

export interface Progress {
  readonly stop: () => void;
}

const barEveryMs = 200;
const lineEveryMs = 5_000;

/** Shows `read()` until stopped: what is done of what was found, and what was dropped. */
export function showProgress(read: () => TallySnapshot): Progress {
  return process.stderr.isTTY ? showBar(read) : showLines(read);
}

/** Shows how many of `total` are done until stopped; `unit` is what is counted. */
export function showCount(what: string, total: number, done: () => number, unit = 'stories'): Progress {
  if (!process.stderr.isTTY) {
    const timer = setInterval(() => say(`${what}: ${done()} of ${total} ${unit}`), lineEveryMs);
    timer.unref();
    return { stop: () => clearInterval(timer) };
  }
  const format = ` {bar} {value} of {total} ${unit} · {duration_formatted} · {eta_formatted} left`;
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total, 0);
  const timer = setInterval(() => bar.update(done()), barEveryMs);
  return {
    stop: () => {
      clearInterval(timer);
      bar.stop();
    },
  };
}

function showBar(read: () => TallySnapshot): Progress {
  const format =
    ' {bar} {done} of {total} stories · fetched {fetched} · extracted {extracted} · saved {saved} · dropped {dropped} · {duration_formatted}';
  const bar = new SingleBar(
    { format, stream: process.stderr, hideCursor: true, clearOnComplete: true, gracefulExit: false },
    Presets.shades_classic,
  );
  bar.start(1, 0, payloadOf(read()));
  const refresh = (): void => {
    const payload = payloadOf(read());
    bar.setTotal(Math.max(1, payload.total));
    bar.update(payload.done, payload);
  };
  const timer = setInterval(refresh, barEveryMs);
  return {
    stop: () => {
      clearInterval(timer);
      refresh();
      bar.stop();
    },
  };
}

function showLines(read: () => TallySnapshot): Progress {
  const startedMs = Date.now();
  const timer = setInterval(() => {
    const { total, fetched, extracted, saved, dropped } = payloadOf(read());
    const seconds = Math.round((Date.now() - startedMs) / 1000);
    say(
      `run: ${seconds} s: found ${total}, fetched ${fetched}, extracted ${extracted}, saved ${saved}, dropped ${dropped}`,
    );
  }, lineEveryMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

function payloadOf({ counts, dropped }: TallySnapshot) {
  const gone = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  return {
    total: counts.found,
    fetched: counts.fetched,
    extracted: counts.extracted,
    saved: counts.saved,
    dropped: gone,
    done: counts.saved + counts.unchanged + gone,
  };
}
