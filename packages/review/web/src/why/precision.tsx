// How often editors agreed with a rule, with the interval that so few or many decisions allow. Knows one rule's numbers.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { countWords, numberWords, percentWords } from '../text/words.ts';

export function Precision({ precision }: { readonly precision: DeskItem['why']['precision'] }) {
  if (precision === null) return <p className="small">No editor has decided on this rule yet.</p>;
  const { accepted, reviewed, share, low, high } = precision;
  return (
    <>
      <p>
        <strong>{percentWords(share)}</strong> right{' '}
        <span className="small">
          ({numberWords(accepted)} of {countWords(reviewed, 'decision')}; with 95 % certainty between{' '}
          {percentWords(low)} and {percentWords(high)})
        </span>
      </p>
      <svg className="interval" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="interval-ground" x="0" y="3" width="100" height="4" rx="2" />
        <rect
          className="interval-range"
          x={100 * low}
          y="2"
          width={Math.max(0.5, 100 * (high - low))}
          height="6"
          rx="2"
        />
        <rect className="interval-point" x={Math.min(99, 100 * share)} y="0" width="1" height="10" />
      </svg>
    </>
  );
}
