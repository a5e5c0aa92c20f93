// Whose turn it is at a host: one value per host and its three changes. Knows times, no host's name, no clock and no store.
// Every keeper of turns (memory, database, later Redis) applies these same rules.

/** A host as politeness sees it. Times are milliseconds since the epoch, by the keeper's own clock. */
export interface HostState {
  /** No request starts before: the gap after the last one. */
  readonly nextMs: number;
  /** No request starts before: the host is busy (429, 503), or said when to come back. */
  readonly heldUntilMs: number;
  /** Answers in a row by which the host said that it is busy. */
  readonly busyAnswers: number;
  /** Requests under way. One whose holder died ends at `untilMs`. */
  readonly turns: readonly { readonly id: string; readonly untilMs: number }[];
}

export interface TurnAsk {
  /** A name of this turn that no other has. */
  readonly id: string;
  /** Least pause between the end of one request and the start of the next, in milliseconds. */
  readonly gapMs: number;
  /** Requests at the same time. */
  readonly perHost: number;
  /** The turn is free again after so many milliseconds unless its holder asks for more (`extend`). */
  readonly leaseMs: number;
  /** The next step of a redirect on the same host: no gap after the step before. */
  readonly continues: boolean;
}

/** A longer lease, counted from now. */
export type TurnExtension = Pick<TurnAsk, 'id' | 'leaseMs'>;

export interface TurnEnd {
  readonly id: string;
  readonly gapMs: number;
  /** The host said that it is busy: leave it alone for so many milliseconds. Null: it answered, or did not say so. */
  readonly holdMs: number | null;
}

export type TurnAnswer =
  | { readonly granted: true; readonly busyAnswers: number }
  | {
      readonly granted: false;
      /** Milliseconds until it is worth asking again. */
      readonly afterMs: number;
    };

/**
 * Keeps the turns of all hosts. Two processes on one keeper never break a host's gap. A keeper that is away for now throws
 * `RetryLater`.
 */
export interface HostTurns {
  take(host: string, ask: TurnAsk): Promise<TurnAnswer>;
  /** Keeps a turn that is still held. One that has run out is not given again. */
  extend(host: string, extension: TurnExtension): Promise<void>;
  /** Gives a turn back. One that has run out, or was never given, still begins the gap. */
  end(host: string, end: TurnEnd): Promise<void>;
}

/** A host that was never asked. */
export const freshHost: HostState = { nextMs: 0, heldUntilMs: 0, busyAnswers: 0, turns: [] };

/** Grants the turn, or says how long to wait. Where all turns are taken, that is one gap: nobody knows when one ends. */
export function takeTurn(
  state: HostState,
  ask: TurnAsk,
  nowMs: number,
): { readonly state: HostState; readonly answer: TurnAnswer } {
  const turns = state.turns.filter(({ untilMs }) => untilMs > nowMs);
  const opensMs = Math.max(state.heldUntilMs, ask.continues ? 0 : state.nextMs);
  if (opensMs > nowMs) return { state, answer: { granted: false, afterMs: opensMs - nowMs } };
  if (turns.length >= ask.perHost) {
    const firstMs = Math.min(...turns.map(({ untilMs }) => untilMs)) - nowMs;
    return { state, answer: { granted: false, afterMs: Math.min(firstMs, Math.max(ask.gapMs, busyWaitMs)) } };
  }
  return {
    state: {
      ...state,
      nextMs: nowMs + ask.gapMs,
      turns: [...turns, { id: ask.id, untilMs: nowMs + ask.leaseMs }],
    },
    answer: { granted: true, busyAnswers: state.busyAnswers },
  };
}

/** The state when a holder says that its request is still under way. */
export function extendTurn(state: HostState, { id, leaseMs }: TurnExtension, nowMs: number): HostState {
  const turns = state.turns.map((turn) => (turn.id === id ? { id, untilMs: nowMs + leaseMs } : turn));
  return { ...state, turns };
}

/** The state when a request has ended: its turn is free, the gap begins, and a busy host is left alone. */
export function endTurn(state: HostState, end: TurnEnd, nowMs: number): HostState {
  return {
    nextMs: Math.max(state.nextMs, nowMs + end.gapMs),
    heldUntilMs: end.holdMs === null ? state.heldUntilMs : Math.max(state.heldUntilMs, nowMs + end.holdMs),
    busyAnswers: end.holdMs === null ? 0 : state.busyAnswers + 1,
    turns: state.turns.filter(({ id }) => id !== end.id),
  };
}

/** Whether forgetting the host changes nothing. */
export function isIdleHost(state: HostState, nowMs: number): boolean {
  return (
    state.nextMs <= nowMs &&
    state.heldUntilMs <= nowMs &&
    state.busyAnswers === 0 &&
    state.turns.every(({ untilMs }) => untilMs <= nowMs)
  );
}

/** Where no gap is asked for and all turns are taken, the keeper is asked again after this. */
const busyWaitMs = 50;
