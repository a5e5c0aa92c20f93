// (set, symbol) → set, for automata. Knows integers alone; not what they stand for.
// An open-addressed table: it is asked once for every token of every attempt.

export interface Transitions {
  /** The set behind a step; -1 when it was not taken before. */
  readonly get: (set: number, symbol: number) => number;
  readonly set: (set: number, symbol: number, reached: number) => void;
  readonly clear: () => void;
}

const slotsFirst = 1024;

/** An empty table; it grows with what is put in. */
export function createTransitions(): Transitions {
  // A slot is three integers: set, symbol, reached. Set 0 marks an empty slot (nothing goes on from it).
  let slots = new Int32Array(slotsFirst * 3);
  let mask = slotsFirst - 1;
  let used = 0;
  const slotOf = (set: number, symbol: number): number => {
    let slot = (Math.imul(set, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7;
    for (slot &= mask; ; slot = (slot + 1) & mask) {
      const own = slots[slot * 3];
      if (own === 0 || (own === set && slots[slot * 3 + 1] === symbol)) return slot * 3;
    }
  };
  const put = (set: number, symbol: number, reached: number): void => {
    const at = slotOf(set, symbol);
    slots[at] = set;
    slots[at + 1] = symbol;
    slots[at + 2] = reached;
    used++;
  };
  return {
    get: (set, symbol) => {
      const at = slotOf(set, symbol);
      return slots[at] === 0 ? -1 : (slots[at + 2] ?? -1);
    },
    set: (set, symbol, reached) => {
      if (used * 2 > mask) {
        const old = slots;
        mask = mask * 2 + 1;
        slots = new Int32Array((mask + 1) * 3);
        used = 0;
        for (let i = 0; i < old.length; i += 3) if (old[i] !== 0) put(old[i] ?? 0, old[i + 1] ?? 0, old[i + 2] ?? 0);
      }
      put(set, symbol, reached);
    },
    clear: () => {
      slots = new Int32Array(slotsFirst * 3);
      mask = slotsFirst - 1;
      used = 0;
    },
  };
}
