// A page that somebody else kept, as the ways of back-fill hand it over. Knows no ledger.

/** Bytes of a page and where and when they were had. */
export interface Capture {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly status: number;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly capturedAtMs: number;
}

/** Something that could not be taken, in words: where, what was found, what was expected. */
export interface Unusable {
  readonly problem: string;
}

/** Pages larger than this are left out, in bytes: extraction would refuse them. */
export const captureBytesMax = 16 * 1024 * 1024;
