// Small marked words: kind, status, times, signed steps. Always a word, never a colour alone.
import { distanceWords, type Kind, kindWords, momentWords, type Status, statusWords } from '../text/words.ts';

export function KindBadge({ kind }: { readonly kind: Kind }) {
  return <span className={`badge kind-${kind}`}>{kindWords[kind].one}</span>;
}

const tones: Readonly<Record<Status, string>> = {
  pending: '',
  accepted: 'good',
  edited: 'good',
  rejected: 'bad',
  superseded: 'warn',
};

export function StatusBadge({ status, reopened }: { readonly status: Status; readonly reopened: boolean }) {
  return (
    <>
      <span className={`badge ${tones[status]}`}>{statusWords[status]}</span>
      {reopened && <span className="badge warn">Reopened</span>}
    </>
  );
}

/** A time of the store in the reader's zone; how long ago, where `nowMs` is given. */
export function Moment({ time, nowMs }: { readonly time: string; readonly nowMs?: number }) {
  return (
    <time dateTime={time} title={momentWords(time)}>
      {nowMs === undefined ? momentWords(time) : distanceWords(time, nowMs)}
    </time>
  );
}
