// Where two people judge blind: how far it has come, and their words once they may be seen. Knows one item's opinions.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { Moment } from '../parts/badges.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { countWords, plainWords, valueWords, verdictWords } from '../text/words.ts';

type Double = NonNullable<DeskItem['double']>;

const states: Readonly<Record<Double['state'], string>> = {
  open: 'Two people judge this, each without seeing the other’s word.',
  disputed: 'Two people judged this and differ. Somebody must settle it.',
  agreed: 'Two people judged this and agree.',
  settled: 'Two people differed; a third has settled it.',
};

export function DoubleReview({ double }: { readonly double: Double }) {
  return (
    <section className="reason">
      <h3>Second opinion</h3>
      <p>{states[double.state]}</p>
      {double.why === 'asked' && double.asked_by !== null && (
        <p className="small">
          Asked for by <span dir="auto">{double.asked_by}</span>.
        </p>
      )}
      {double.state === 'open' && (
        <p className="small">
          {countWords(double.given, 'opinion')} given{double.mine && ', yours among them'}.
        </p>
      )}
      {double.opinions.length > 0 && <Opinions opinions={double.opinions} />}
      {double.state === 'disputed' && (
        <p className="small">
          Settle it with <KeyHint action="adjudicate" />, or decide as always.
        </p>
      )}
    </section>
  );
}

export function Opinions({ opinions }: Pick<Double, 'opinions'>) {
  return (
    <ul className="history">
      {opinions.map(({ editor, verdict, patch, reason, at }) => (
        <li key={`${editor}-${at}`}>
          <strong>{verdictWords[verdict]}</strong> by <span dir="auto">{editor}</span>, <Moment time={at} />
          {patch !== null && <Patch patch={patch} />}
          {reason !== null && <p dir="auto">{reason}</p>}
        </li>
      ))}
    </ul>
  );
}

/** What an edit changed, field by field. */
export function Patch({ patch }: { readonly patch: Readonly<Record<string, unknown>> }) {
  const { start, end, text, ...fields } = patch;
  return (
    <ul className="patch small">
      {Object.entries(fields).map(([name, value]) => (
        <li key={name} dir="auto">
          {plainWords(name)}: {valueWords(value) ?? 'nothing'}
        </li>
      ))}
      {start !== undefined && (
        <li dir="auto">
          evidence:{' '}
          {text === undefined ? `characters ${valueWords(start)} to ${valueWords(end)}` : `“${valueWords(text)}”`}
        </li>
      )}
    </ul>
  );
}
