// (set, symbol) → set, for automata. Knows integers alone; not what they stand for.
// An open-addressed table: it is asked once for every token of every attempt.

/** A slot is three integers: set, symbol, reached. Set 0 marks an empty slot (nothing goes on from it). */
export interface Transitions {
  slots: Int32Array;
  mask: number;
  used: number;
}

/** An empty table; it grows with what is put in. */
export function createTransitions(): Transitions {
  const slotsFirst = 256;
  return { slots: new Int32Array(slotsFirst * 3), mask: slotsFirst - 1, used: 0 };
}

/** The set behind a step; -1 when it was not put in. */
export function transitionOf(transitions: Transitions, set: number, symbol: number): number {
  const { slots } = transitions;
  const at = placeOf(transitions, set, symbol);
  return slots[at] === 0 ? -1 : (slots[at + 2] ?? -1);
}

/** Puts a step in that is not there yet. */
export function addTransition(transitions: Transitions, set: number, symbol: number, reached: number): void {
  if (transitions.used * 2 > transitions.mask) widen(transitions);
  const { slots } = transitions;
  const at = placeOf(transitions, set, symbol);
  slots[at] = set;
  slots[at + 1] = symbol;
  slots[at + 2] = reached;
  transitions.used++;
}

/** Where the slot of a step begins, or the empty one that it would take. */
function placeOf({ slots, mask }: Transitions, set: number, symbol: number): number {
  const hash = Math.imul(Math.imul(set, 0x9e3779b1) ^ symbol, 0x85ebca6b) >>> 7;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const own = slots[slot * 3];
    if (own === 0 || (own === set && slots[slot * 3 + 1] === symbol)) return slot * 3;
  }
}

function widen(transitions: Transitions): void {
  const { slots } = transitions;
  transitions.mask = transitions.mask * 2 + 1;
  transitions.slots = new Int32Array((transitions.mask + 1) * 3);
  transitions.used = 0;
  for (let i = 0; i < slots.length; i += 3)
    if (slots[i] !== 0) addTransition(transitions, slots[i] ?? 0, slots[i + 1] ?? 0, slots[i + 2] ?? 0);
}
