// One field of an edit: candidates as radio buttons, own words beside them, open while it has the focus. Knows one field.
import { type FocusEvent, useId, useState } from 'react';
import { plainWords, valueWords } from '../text/words.ts';
import { type Candidate, type Changes, chosenAt, type Field, valueIn } from './edit.ts';
import { Marking, type Move } from './marking.tsx';

interface FieldRowProps {
  readonly field: Field;
  readonly fields: readonly Field[];
  readonly changes: Changes;
  readonly isActive: boolean;
  readonly activate: () => void;
  readonly choose: (candidate: Candidate) => void;
  readonly write: (typed: string) => void;
  readonly move: Move;
}

export function FieldRow(props: FieldRowProps) {
  const { field, fields, changes, isActive, activate, choose, write, move } = props;
  const id = useId();
  const value = valueIn(field, changes);
  // While somebody types, the words stand as typed, spaces and all.
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = chosenAt(field, fields, changes);
  const takesWords = field.type === 'text' || field.type === 'number';
  const isOwn = chosen < 0;
  const focus = (event: FocusEvent) => {
    if (event.target.matches('input')) activate();
  };
  return (
    <fieldset
      className={`field${isActive ? ' open' : ''}${field.name in changes ? ' changed' : ''}`}
      data-field={field.name}
      onFocus={focus}
    >
      <legend>{field.label}</legend>
      {field.candidates.map((candidate, at) => (
        <label
          key={`${candidate.label}-${JSON.stringify(candidate.patch)}`}
          className={`option${at === chosen ? ' checked' : ''}`}
        >
          <input type="radio" name={id} checked={at === chosen} onChange={() => choose(candidate)} />
          {at < 9 && (
            <span className="kbd" aria-hidden="true">
              {at + 1}
            </span>
          )}
          <span dir="auto">{field.type === 'choice' ? plainWords(candidate.label) : candidate.label}</span>
          {candidate.why !== null && <span className="small">{candidate.why}</span>}
        </label>
      ))}
      {(takesWords || isOwn) && (
        <div className={`option${isOwn ? ' checked' : ''}`}>
          <input
            type="radio"
            name={id}
            aria-label={takesWords ? 'In own words' : 'As it is'}
            checked={isOwn}
            onChange={() => write(valueWords(value) ?? '')}
          />
          {takesWords ? (
            <>
              <span className="kbd" aria-hidden="true">
                0
              </span>
              <input
                className="input own"
                aria-label={`${field.label}, in own words`}
                placeholder={field.nullable ? 'nothing' : ''}
                value={typed ?? (isOwn ? (valueWords(value) ?? '') : '')}
                tabIndex={isOwn ? 0 : -1}
                autoComplete="off"
                dir="auto"
                onBlur={() => setTyped(null)}
                onChange={(event) => {
                  setTyped(event.target.value);
                  write(event.target.value);
                }}
              />
            </>
          ) : (
            <span>{valueWords(value) ?? '–'}</span>
          )}
        </div>
      )}
      {field.type === 'text' && <Marking move={move} />}
    </fieldset>
  );
}
