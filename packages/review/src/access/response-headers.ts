// Headers that every answer carries, so that a browser runs, frames, sends and keeps nothing that it should not. Knows no page.
import type { MiddlewareHandler } from 'hono';

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // No string becomes markup or code, not even by our own mistake.
    "require-trusted-types-for 'script'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  // Under "no-referrer" browsers send "Origin: null" with our own forms, which the origin check must refuse. "same-origin"
  // tells other sites as little; links to outlets carry rel=noreferrer besides.
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Two years: a browser that came once by TLS comes by nothing else. */
const tlsAlone = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/**
 * Puts the headers on every answer, refusals and errors too. An answer may say itself who may keep it. `secure`: a proxy
 * serves this over TLS.
 */
export function responseHeaders(secure: boolean): MiddlewareHandler {
  const all = Object.entries({ ...headers, ...(secure ? tlsAlone : {}) });
  return async (context, next) => {
    await next();
    for (const [name, value] of all) {
      if (name !== 'cache-control' || !context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}
