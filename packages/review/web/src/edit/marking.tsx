// The keys that move the ends of what is marked, as buttons. Knows ends; knows no text.
import type { Edge } from '../text/bounds.ts';

export type Move = (edge: Edge, by: -1 | 1) => void;

const ends = [
  ['start', -1, '[', 'Mark from one word earlier'],
  ['start', 1, '{', 'Mark from one word later'],
  ['end', -1, '}', 'Mark to one word earlier'],
  ['end', 1, ']', 'Mark to one word later'],
] as const;

export function Marking({ move }: { readonly move: Move }) {
  return (
    <p className="marking-keys small">
      <span>Mark in the story</span>
      {ends.map(([edge, by, sign, words]) => (
        <button key={sign} type="button" tabIndex={-1} aria-label={words} title={words} onClick={() => move(edge, by)}>
          <kbd>{sign}</kbd>
        </button>
      ))}
    </p>
  );
}
