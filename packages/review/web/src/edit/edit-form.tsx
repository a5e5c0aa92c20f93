// The claim with every field open: candidates by number, own words, or words marked in the story. Knows fields; decides nothing.
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import type { Action } from '../keys/actions.ts';
import { actionOf } from '../keys/key-map.ts';
import { takesText } from '../keys/use-keys.ts';
import { useKeySettings } from '../parts/desk-context.tsx';
import { type Edge, findNear, moveEdge, type Span } from '../text/bounds.ts';
import { wholeText } from '../text/pieces.ts';
import { valueWords } from '../text/words.ts';
import {
  boundsIn,
  type Changes,
  choose,
  evidenceField,
  type Field,
  machineBounds,
  patchOf,
  valueIn,
  write,
} from './edit.ts';
import { EvidenceRow } from './evidence-row.tsx';
import { FieldRow } from './field-row.tsx';

interface EditFormProps {
  readonly item: DeskItem;
  /** What the mouse has marked last in the story. */
  readonly marked: Span | null;
  /** Shows a marking in the story. */
  readonly onMark: (span: Span | null) => void;
  /** Null when nothing is different. */
  readonly save: (patch: Changes | null) => void;
  readonly cancel: () => void;
}

const edges: Partial<Record<Action, readonly [Edge, -1 | 1]>> = {
  startLeft: ['start', -1],
  startRight: ['start', 1],
  endLeft: ['end', -1],
  endRight: ['end', 1],
};

export function EditForm({ item, marked, onMark, save, cancel }: EditFormProps) {
  const settings = useKeySettings();
  const ref = useRef<HTMLFormElement>(null);
  const [changes, setChanges] = useState<Changes>({});
  const [active, setActive] = useState(item.fields[0]?.name ?? '');
  const [mark, setMark] = useState<Span | null>(null);
  const field = item.fields.find(({ name }) => name === active);
  const takesWords = field !== undefined && field.type === 'text';

  // Before the next key can come.
  useLayoutEffect(() => ref.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);

  const show = (span: Span | null) => {
    setMark(span);
    onMark(span);
  };
  const take = (span: Span, into: Field) => {
    show(span);
    setChanges(write(changes, into, wholeText(item.text).slice(span.start, span.end)));
  };
  const bounds = boundsIn(item, changes);
  const setBounds = (span: Span) => {
    show(span);
    setChanges({ ...changes, start: span.start, end: span.end });
  };
  const useMarked = useEffectEvent((span: Span) => {
    if (active === evidenceField) setBounds(span);
    else if (field !== undefined && takesWords) take(span, field);
    ref.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(active)}"] input:checked`)?.focus();
  });
  useEffect(() => {
    if (marked !== null) useMarked(marked);
  }, [marked]);

  const move = (edge: Edge, by: -1 | 1) => {
    const text = wholeText(item.text);
    if (field === undefined || !takesWords) {
      // Where no words are to be marked, the evidence is what has ends.
      setActive(evidenceField);
      ref.current?.querySelector<HTMLElement>(`[data-field="${evidenceField}"] input:checked`)?.focus();
      setBounds(moveEdge(text, bounds, edge, by));
      return;
    }
    const words = valueWords(valueIn(field, changes)) ?? '';
    const from = mark ?? findNear(text, words, item.text.evidence.start) ?? firstWord(item);
    take(moveEdge(text, from, edge, by), field);
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      save(patchOf(item, changes));
    } else if (!takesText(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const edge = edges[actionOf(settings, event.key) ?? 'help'];
      const candidate = /^[1-9]$/.test(event.key) ? field?.candidates[Number(event.key) - 1] : undefined;
      if (edge !== undefined) move(...edge);
      else if (active === evidenceField && event.key === '1') setBounds(machineBounds(item));
      else if (candidate !== undefined) setChanges(choose(changes, candidate));
      else if (event.key === '0') focusOwnWords(ref.current, active);
      else return;
      event.preventDefault();
    }
  };
  const isChanged = patchOf(item, changes) !== null;
  return (
    <form
      ref={ref}
      className="edit-form"
      aria-label="Edit the claim"
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        save(patchOf(item, changes));
      }}
    >
      <h1 id="claim-title" className="hidden" tabIndex={-1} dir="auto">
        Edit: {item.label}
      </h1>
      <div className="edit-fields">
        {item.fields.map((one) => (
          <FieldRow
            key={one.name}
            field={one}
            fields={item.fields}
            changes={changes}
            isActive={one.name === active}
            activate={() => {
              if (one.name !== active) show(null);
              setActive(one.name);
            }}
            choose={(candidate) => setChanges(choose(changes, candidate))}
            write={(typed) => setChanges(write(changes, one, typed))}
            move={move}
          />
        ))}
        <EvidenceRow
          text={wholeText(item.text)}
          bounds={bounds}
          machine={machineBounds(item)}
          isActive={active === evidenceField}
          activate={() => {
            if (active === evidenceField) return;
            setActive(evidenceField);
            show(bounds);
          }}
          set={setBounds}
          move={move}
        />
      </div>
      <div className="row-of edit-actions">
        <button type="submit" className="button accept">
          {isChanged ? 'Save the edit' : 'Accept as it is'} <kbd className="key-hint">Enter</kbd>
        </button>
        <button type="button" className="button quiet" onClick={cancel}>
          Cancel <kbd className="key-hint">Esc</kbd>
        </button>
        <p className="small">
          Tab: next field · 1–9: candidate · 0: own words · or mark words in the story, for a text field or the evidence
        </p>
      </div>
    </form>
  );
}

function focusOwnWords(form: HTMLFormElement | null, name: string): void {
  const input = form?.querySelector<HTMLInputElement>(`[data-field="${CSS.escape(name)}"] input.own`);
  input?.focus();
  input?.select();
}

/** Where a marking begins that has nothing to begin from: the first word of the evidence. */
function firstWord({ text }: DeskItem): Span {
  const { start, end } = text.evidence;
  const words = wholeText(text).slice(start, end);
  const length = /^\S+/.exec(words)?.[0].length ?? words.length;
  return { start, end: start + length };
}
