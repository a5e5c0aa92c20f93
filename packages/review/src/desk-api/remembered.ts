// Answers that many ask for and that may be some seconds old: computed once, for all. Knows time; knows no figure.
import type { Clock } from '@civicwire/shared';

export interface Remembered {
  /** The answer under this key, at most so many milliseconds old. A failure is not kept. */
  of<Answer>(key: string, ageMsMax: number, compute: () => Promise<Answer>): Promise<Answer>;
}

/** Keys are made of what people filter by: the oldest go when there are more. */
const keysMax = 500;

export function createRemembered(clock: Clock): Remembered {
  const known = new Map<string, { readonly atMs: number; readonly answer: Promise<unknown> }>();
  return {
    async of<Answer>(key: string, ageMsMax: number, compute: () => Promise<Answer>): Promise<Answer> {
      const nowMs = clock.nowMs();
      const last = known.get(key);
      if (last !== undefined && Math.abs(nowMs - last.atMs) <= ageMsMax) return last.answer as Promise<Answer>;
      const answer = compute();
      known.delete(key);
      known.set(key, { atMs: nowMs, answer });
      const [oldest] = known.keys();
      if (known.size > keysMax && oldest !== undefined) known.delete(oldest);
      try {
        return await answer;
      } catch (error) {
        known.delete(key);
        throw error;
      }
    },
  };
}
