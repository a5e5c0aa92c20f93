// The bounds of the evidence in an edit: the machine's, or others that are marked in the story. Knows one passage.
import { useEffect, useId, useRef } from 'react';
import type { Span } from '../text/bounds.ts';
import { evidenceField } from './edit.ts';
import { Marking, type Move } from './marking.tsx';

interface EvidenceRowProps {
  readonly text: string;
  readonly bounds: Span;
  readonly machine: Span;
  readonly isActive: boolean;
  readonly activate: () => void;
  readonly set: (bounds: Span) => void;
  readonly move: Move;
}

export function EvidenceRow({ text, bounds, machine, isActive, activate, set, move }: EvidenceRowProps) {
  const id = useId();
  const ref = useRef<HTMLFieldSetElement>(null);
  const { start, end } = bounds;
  // What is being marked stays in sight while it grows.
  useEffect(() => {
    if (isActive) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive, start, end]);
  const isMachines = start === machine.start && end === machine.end;
  return (
    <fieldset
      ref={ref}
      className={`field evidence-field${isActive ? ' open' : ''}${isMachines ? '' : ' changed'}`}
      data-field={evidenceField}
      onFocus={(event) => {
        if (event.target.matches('input')) activate();
      }}
    >
      <legend>Evidence</legend>
      <label className={`option${isMachines ? ' checked' : ''}`}>
        <input type="radio" name={id} checked={isMachines} onChange={() => set(machine)} />
        <span className="kbd" aria-hidden="true">
          1
        </span>
        <span dir="auto">“{text.slice(machine.start, machine.end)}”</span>
        <span className="small">as the machine marked it</span>
      </label>
      {!isMachines && (
        <label className="option checked">
          <input type="radio" name={id} checked readOnly />
          <span dir="auto">“{text.slice(start, end)}”</span>
          <span className="small">as you mark it</span>
        </label>
      )}
      <Marking move={move} />
    </fieldset>
  );
}
