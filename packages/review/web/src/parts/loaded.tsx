// Something that is asked for and shown when it is there: loading, failed, or the answer. Knows one question at a time.
import { type DependencyList, type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Outcome } from '../api/api.ts';

export interface Loaded<Answer> {
  readonly answer: Answer | null;
  readonly problem: string | null;
  /** Asks again. */
  readonly again: () => void;
}

/** The answer to `ask`, asked again when what it depends on changes. An older answer never overtakes a newer one. */
export function useLoaded<Answer>(ask: () => Promise<Outcome<Answer>>, depends: DependencyList): Loaded<Answer> {
  const [state, setState] = useState<Omit<Loaded<Answer>, 'again'>>({ answer: null, problem: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    void ask().then((outcome) => {
      if (isOver) return;
      if (outcome.kind === 'done') setState({ answer: outcome.answer, problem: null });
      else setState((now) => ({ ...now, problem: problemWords(outcome) }));
    });
    return () => {
      isOver = true;
    };
  }, [...depends, round]);
  const again = useCallback(() => setRound((now) => now + 1), []);
  return { ...state, again };
}

/** Why there is no answer, for people. */
export function problemWords(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): string {
  return outcome.kind === 'lost'
    ? 'The desk’s server does not answer.'
    : outcome.problem.detail || outcome.problem.title;
}

interface PartProps<Answer> {
  readonly title: string;
  readonly loaded: Loaded<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}

/** A part of a page with a heading: its answer, or that it is on its way or cannot be had. */
export function Part<Answer>({ title, loaded, children }: PartProps<Answer>) {
  const { answer, problem, again } = loaded;
  return (
    <section className="part" aria-busy={answer === null && problem === null}>
      <h2>{title}</h2>
      <div role="status">
        {answer === null && problem === null && <p className="small">Reading …</p>}
        {problem !== null && (
          <p className="warning">
            {problem}{' '}
            <button type="button" className="button" onClick={again}>
              Ask again
            </button>
          </p>
        )}
      </div>
      {answer !== null && children(answer)}
    </section>
  );
}
