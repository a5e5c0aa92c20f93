// Room for what the stage notes of each token of one text, used again for the next. Knows no names.
// Making these arrays anew for every story would cost a tenth of the stage.

/** One entry a token. Only `[0, count)` of the text at hand is meant. */
export interface Scratch {
  readonly classes: Uint32Array;
  readonly cues: Uint32Array;
  readonly nameWords: Uint32Array;
  /** 1 inside of the name of an organization. */
  readonly closed: Uint8Array;
  /** 1 inside of any name found so far. */
  readonly taken: Uint8Array;
  /** The person to whom a mention belongs, by index; -1 for none. */
  readonly ownerOf: Int32Array;
}

/** Longer texts get arrays of their own, so that one of them does not hold memory for good. */
const keptMax = 1 << 16;

/** Gives room for a number of tokens, the same room again while it is wide enough. `closed` and `ownerOf` are cleared, the others are not. */
export function createScratch(): (count: number) => Scratch {
  let kept = makeScratch(1 << 10);
  return (count) => {
    if (count > keptMax) return makeScratch(count);
    if (count > kept.classes.length) kept = makeScratch(Math.min(keptMax, count * 2));
    kept.closed.fill(0, 0, count);
    kept.ownerOf.fill(-1, 0, count);
    return kept;
  };
}

function makeScratch(length: number): Scratch {
  return {
    classes: new Uint32Array(length),
    cues: new Uint32Array(length),
    nameWords: new Uint32Array(length),
    closed: new Uint8Array(length),
    taken: new Uint8Array(length),
    ownerOf: new Int32Array(length).fill(-1),
  };
}
