// One HTTP request without redirects: sends, checks the head, reads the body under its cap. Knows no robots and no politeness.
import type { Readable } from 'node:stream';
import { type Dispatcher, request } from 'undici';
import { type FetchedHeaders, type FetchRequest, FetchStopped } from './fetch-result.ts';
import { readBody } from './read-body.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: FetchedHeaders;
  readonly location: string | null;
  /** Decoded body of a success; empty for redirects, errors and 304. */
  readonly bytes: Uint8Array;
}

export interface RequestLimits {
  readonly bytesMax: number;
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
}

/** Media that can hold no story and no feed: refused by their Content-Type before the body is read. */
const wrongForPage = /^\s*(?:image|video|audio|font)\/|^\s*application\/(?:pdf|zip|gzip|octet-stream|msword|vnd\.)/i;

/** Throws FetchStopped or an error of the connection (see explain-failure.ts). */
export async function requestOnce(
  dispatcher: Dispatcher,
  url: URL,
  asked: FetchRequest,
  userAgent: string,
  limits: RequestLimits,
): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(limits.timeoutMs)));
  const response = await request(url, { dispatcher, method: 'GET', headers: requestHeaders(asked, userAgent), signal });
  const header = (name: string): string | null => {
    const value = response.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const head = {
    status: response.statusCode,
    location: header('location'),
    headers: {
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      retryAfter: header('retry-after'),
      cacheControl: header('cache-control'),
      expires: header('expires'),
    },
  };
  const body: Readable = response.body;
  // A body that is thrown away must not raise its end as an unhandled error.
  body.on('error', () => {});
  if (response.statusCode < 200 || response.statusCode > 299) {
    await response.body.dump({ limit: 16_384, signal }).catch(() => {});
    return { ...head, bytes: new Uint8Array() };
  }
  const unfit = unfitness(
    asked,
    header('content-type'),
    header('content-length'),
    header('content-encoding'),
    limits.bytesMax,
  );
  if (unfit !== null) {
    body.destroy();
    throw unfit;
  }
  const cap = { bytesMax: limits.bytesMax, atCap: asked.kind === 'robots' ? 'cut' : 'refuse' } as const;
  return { ...head, bytes: await readBody(body, header('content-encoding'), cap) };
}

function requestHeaders(asked: FetchRequest, userAgent: string): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': userAgent,
    accept: asked.accept,
    'accept-encoding': 'gzip, deflate, br, zstd',
  };
  if (asked.etag) headers['if-none-match'] = asked.etag;
  if (asked.lastModified) headers['if-modified-since'] = asked.lastModified;
  return headers;
}

function unfitness(
  asked: FetchRequest,
  contentType: string | null,
  contentLength: string | null,
  encoding: string | null,
  bytesMax: number,
): FetchStopped | null {
  if (asked.kind === 'page' && contentType !== null && wrongForPage.test(contentType)) {
    return new FetchStopped('wrong-type', `Content-Type ${contentType.slice(0, 80)}, expected a page of text`);
  }
  const length = Number(contentLength ?? 0);
  if (asked.kind === 'robots' || encoding !== null || !(length > bytesMax)) return null;
  return new FetchStopped('too-large', `Content-Length ${length}, expected at most ${bytesMax} bytes`);
}
