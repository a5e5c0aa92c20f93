// Secrets that cannot be guessed and comparisons that tell nothing by their time. Knows no session and no request.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, safe in an address and in a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether two secrets are the same, in a time that depends on neither. An absent one is never the same. */
export function sameSecret(known: string, given: string | undefined | null): boolean {
  // Hashes have one length, which timingSafeEqual asks for, whatever was given.
  return timingSafeEqual(digest(known), digest(given ?? '')) && typeof given === 'string';
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** SHA-256 of a secret: names it, and cannot be turned back. */
export function hashOf(secret: string): string {
  return digest(secret).toString('hex');
}
