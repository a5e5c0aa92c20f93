// The one safe way to post a message to an address that somebody named: addresses are judged as for pages, nothing is followed,
// and of the answer only its status is read. Knows no message.
import type { Clock } from '@civicwire/shared';
import { Agent, request } from 'undici';
import { explainFailure } from './explain-failure.ts';
import { type NotFetched, notFetched } from './fetch-result.ts';
import { createGuardedConnect, type Resolve, systemResolve } from './guarded-connect.ts';
import { createAddressRule } from './public-address.ts';
import { readRetryAfter } from './retry-after.ts';

export interface SenderOptions {
  readonly userAgent: string;
  readonly clock: Clock;
  /** Ranges that may be contacted although they are not public, e.g. "127.0.0.0/8". */
  readonly allowAddresses?: readonly string[];
  /** Milliseconds for one message, from the first look-up to the end of the answer; 15,000 unless given. */
  readonly totalMs?: number;
  /** How names become addresses; the machine's resolver by default. */
  readonly resolve?: Resolve;
}

export interface Sent {
  readonly ok: true;
  /** Any status, redirects too: they are not followed. */
  readonly status: number;
  /** The receiver asks to be left alone for so long; null when it does not. */
  readonly retryAfterMs: number | null;
}

export interface Sender {
  /** Posts a body. Never throws for the world's failures: they come back as `ok: false` with a reason. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Sent | NotFetched>;
  /** Lets running requests end, then closes every connection. */
  close(): Promise<void>;
}

const totalMsUsual = 15_000;
/** Bytes of an answer that are read to its end, so that the connection can be used again. */
const answerBytesMax = 16_384;

/** Throws UsageError for an unreadable `allowAddresses` entry; otherwise opens nothing until the first message. */
export function createSender(options: SenderOptions): Sender {
  const { clock, userAgent, totalMs = totalMsUsual } = options;
  const rule = createAddressRule(options.allowAddresses ?? []);
  const dispatcher = new Agent({
    connect: createGuardedConnect(rule, options.resolve ?? systemResolve, totalMs),
    headersTimeout: totalMs,
    bodyTimeout: totalMs,
    maxHeaderSize: 65_536,
    pipelining: 1,
  });
  return {
    async post(url, headers, body) {
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        return notFetched('bad-address', `${url.slice(0, 200)}: expected an http or https address`);
      const signal = AbortSignal.timeout(totalMs);
      try {
        const asked = {
          method: 'POST',
          headers: { 'user-agent': userAgent, ...headers },
          body,
          dispatcher,
          signal,
        } as const;
        const answer = await request(url, asked);
        const retryAfter = answer.headers['retry-after'];
        const asText = Array.isArray(retryAfter) ? (retryAfter[0] ?? null) : (retryAfter ?? null);
        // The status is what counts: an answer whose body breaks off or drips has been given all the same.
        answer.body.on('error', () => {});
        await answer.body.dump({ limit: answerBytesMax, signal }).catch(() => {});
        return { ok: true, status: answer.statusCode, retryAfterMs: readRetryAfter(asText, clock.nowMs()) };
      } catch (error) {
        return explainFailure(error, url);
      }
    },
    close: () => dispatcher.close(),
  };
}
