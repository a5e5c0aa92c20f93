// Headers that every answer carries, so that a browser runs, frames, sends and keeps nothing that it should not. Knows no page.
import type { MiddlewareHandler } from 'hono';

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
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

/** Puts the headers on every answer, refusals and errors too. An answer may say itself who may keep it. */
export const responseHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'cache-control' || !context.res.headers.has(name)) context.res.headers.set(name, value);
  }
};
