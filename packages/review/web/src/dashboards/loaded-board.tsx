// What a dashboard shows while its answer is on its way or cannot be had. Knows no figure.
import type { ReactNode } from 'react';
import type { Loaded } from '../parts/loaded.tsx';

interface LoadedBoardProps<Answer> {
  readonly loaded: Loaded<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}

/** The last answer stays while the next one is asked for. */
export function LoadedBoard<Answer>({ loaded, children }: LoadedBoardProps<Answer>) {
  const { answer, problem, again } = loaded;
  return (
    <div aria-busy={answer === null && problem === null}>
      <div role="status">
        {answer === null && problem === null && <p className="board-waits">Counting …</p>}
        {problem !== null && (
          <p className="warning board-problem">
            {problem}{' '}
            <button type="button" className="button" onClick={again}>
              Ask again
            </button>
          </p>
        )}
      </div>
      {answer !== null && children(answer)}
    </div>
  );
}
