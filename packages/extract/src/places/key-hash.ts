// The hash by which keys of place names are found, one character at a time. Knows no keys.

/** The hash of no characters (FNV-1a). */
export const seed = 0x811c9dc5 | 0;

export const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

export function hashOf(text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
}

export const slots = 1 << 17;

/** Where a hash belongs in a table of `slots`. */
export const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (slots - 1);
