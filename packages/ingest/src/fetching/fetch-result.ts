// What a fetch gives: bytes, or a failure with a name. Knows no network.

/** What is being fetched: decides the size cap, and whether robots.txt is asked. */
export type FetchKind = 'feed' | 'page' | 'robots';

export interface FetchRequest {
  /** Value of the Accept header. */
  readonly accept: string;
  readonly kind: FetchKind;
  /** Validators of the last answer; with either, an unchanged document comes back as `notModified`. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** Every way in which the world can fail a fetch. `http-404` and its kind carry the status. */
export type FetchFailure =
  | 'bad-address'
  | 'blocked-address'
  | 'robots'
  | 'robots-unreachable'
  | 'held-back'
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'connection-lost'
  | 'tls'
  | 'timed-out'
  | 'too-large'
  | 'too-many-redirects'
  | 'unsupported-encoding'
  | 'broken-encoding'
  | 'wrong-type'
  | 'bad-response'
  | `http-${number}`;

export interface FetchedHeaders {
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** As sent; see `retryAfterMs` of a failure for the meaning. */
  readonly retryAfter: string | null;
  /** As sent; `freshForMs` reads them. */
  readonly cacheControl: string | null;
  readonly expires: string | null;
}

export interface Fetched {
  readonly ok: true;
  readonly status: number;
  /** Address after redirects. */
  readonly finalUrl: string;
  readonly headers: FetchedHeaders;
  /** Decoded body; empty when `notModified`. */
  readonly bytes: Uint8Array;
  readonly notModified: boolean;
  /** True when every redirect on the way was permanent (301, 308) and there was one: the stored address may be replaced. */
  readonly movedPermanently: boolean;
}

export interface NotFetched {
  readonly ok: false;
  readonly reason: FetchFailure;
  /** A sentence for a person: address, what happened, what was expected. */
  readonly detail: string;
  /** The host asks not to be asked again for this long; present only when it does. */
  readonly retryAfterMs?: number;
}

export type FetchResult = Fetched | NotFetched;

const temporary: ReadonlySet<FetchFailure> = new Set<FetchFailure>([
  'robots-unreachable',
  'held-back',
  'dns',
  'refused',
  'unreachable',
  'connection-lost',
  'timed-out',
  'http-408',
  'http-425',
  'http-429',
  'broken-encoding',
  'bad-response',
]);

/** True when trying again later can help. Server errors (5xx) count, other statuses do not. */
export function isTemporary(reason: FetchFailure): boolean {
  return temporary.has(reason) || reason.startsWith('http-5');
}

/**
 * True when the document itself was not asked for, because it was not the host's turn or robots.txt was not to be had:
 * come back after `retryAfterMs`, and do not count it among the attempts that failed.
 */
export function isPostponed(reason: FetchFailure): boolean {
  return reason === 'held-back' || reason === 'robots-unreachable';
}

/** The error form that passes through undici's callbacks; never leaves this folder. */
export class FetchStopped extends Error {
  readonly reason: FetchFailure;
  constructor(reason: FetchFailure, detail: string) {
    super(detail);
    this.name = 'FetchStopped';
    this.reason = reason;
  }
}

export function notFetched(reason: FetchFailure, detail: string, retryAfterMs?: number): NotFetched {
  return retryAfterMs === undefined ? { ok: false, reason, detail } : { ok: false, reason, detail, retryAfterMs };
}
