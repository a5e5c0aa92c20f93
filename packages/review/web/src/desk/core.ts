// What every action of the desk works with: the state, the server, the outbox, time. Knows no action.
import type { DeskQueueRow } from '../../../src/desk-api/contract.ts';
import type { Api } from '../api/api.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { type DeskState, firstState, type Notice } from './desk-state.ts';

export interface Core {
  readonly api: Api;
  get(): DeskState;
  set(update: (state: DeskState) => DeskState): void;
  subscribe(listener: () => void): () => void;
  /** The outbox of who is signed in. Nobody posts without one. */
  outbox: Outbox | null;
  /** Grows when the queue becomes another one: what was asked for before then is not used. */
  generation: number;
  /** One request for the next items at a time. */
  isFilling: boolean;
  nowMs(): number;
  /** A key for one thing that a person does (see the contract's `keySchema`). */
  newKey(): string;
  /** Says something once, on screen and to screen readers. */
  say(words: string, tone?: Notice['tone']): void;
}

export function createCore(api: Api): Core {
  let state = firstState;
  let notices = 0;
  const listeners = new Set<() => void>();
  const core: Core = {
    api,
    outbox: null,
    generation: 0,
    isFilling: false,
    get: () => state,
    set: (update) => {
      state = update(state);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nowMs: () => Date.now(),
    newKey,
    say: (words, tone = 'plain') => {
      notices += 1;
      core.set((now) => ({ ...now, notice: { id: notices, words, tone } }));
    },
  };
  return core;
}

/** 128 random bits. `crypto.randomUUID` is not there on plain HTTP beyond this machine. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A row's line of words, short enough for a notice. */
export function shortLabel({ label }: Pick<DeskQueueRow, 'label'>): string {
  return label.length <= 70 ? label : `${label.slice(0, label.lastIndexOf(' ', 68) || 68)} …`;
}
