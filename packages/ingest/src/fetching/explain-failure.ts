// Names what went wrong on the wire. Knows error codes of Node and undici, no policy.
import { type FetchFailure, FetchStopped, type NotFetched, notFetched } from './fetch-result.ts';

const reasons: readonly (readonly [RegExp, FetchFailure, string])[] = [
  [/^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'dns', 'the host name could not be resolved'],
  [/^ECONNREFUSED$/, 'refused', 'the host refused the connection'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'unreachable', 'there is no route to the host'],
  [/TIMEOUT|^(?:ETIMEDOUT|ABORT_ERR|AbortError|TimeoutError)$/, 'timed-out', 'the host did not answer in full in time'],
  [
    /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/,
    'connection-lost',
    'the connection broke before the answer was complete',
  ],
  [
    /CERT|^(?:ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/,
    'tls',
    'no trusted TLS connection could be made',
  ],
  [/^(?:HPE_|HTTPParserError|UND_ERR)/, 'bad-response', 'the answer is not sound HTTP'],
];

/** Any error of one request as a named failure of `url`. Unknown ones are 'connection-lost' with their own words. */
export function explainFailure(error: unknown, url: string): NotFetched {
  if (error instanceof FetchStopped) return notFetched(error.reason, `${url}: ${error.message}`);
  for (const { code, message } of causes(error)) {
    const known = reasons.find(([pattern]) => pattern.test(code));
    if (known !== undefined)
      return notFetched(known[1], `${url}: ${known[2]}, expected a whole answer (${code}: ${message})`);
  }
  return notFetched('connection-lost', `${url}: the request failed, expected a whole answer (${String(error)})`);
}

/** The error, those inside an AggregateError, and their causes. */
function* causes(error: unknown, depth = 0): Generator<{ code: string; message: string }> {
  if (!(error instanceof Error) || depth > 5) return;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  yield { code, message: error.message };
  if (error instanceof AggregateError) for (const inner of error.errors) yield* causes(inner, depth + 1);
  yield* causes(error.cause, depth + 1);
}
