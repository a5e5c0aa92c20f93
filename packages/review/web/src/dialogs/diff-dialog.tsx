// What the outlet changed between two versions of the story, word by word. Knows the diff's call.
import { useEffect, useState } from 'react';
import type { DeskAnswer, DeskItem } from '../../../src/desk-api/contract.ts';
import { useCore } from '../parts/desk-context.tsx';
import { momentWords, numberWords, plainWords } from '../text/words.ts';
import { Dialog } from './dialog.tsx';

type Diff = DeskAnswer<'diff_story'>;

export function DiffDialog({ item, close }: { readonly item: DeskItem; readonly close: () => void }) {
  const core = useCore();
  const { versions, version } = item.story;
  const at = versions.findIndex(({ id }) => id === version.id);
  const [from, setFrom] = useState(versions[Math.max(0, at - 1)]?.id ?? version.id);
  const [to, setTo] = useState(at > 0 ? version.id : (versions[1]?.id ?? version.id));
  const [diff, setDiff] = useState<Diff | string | null>(null);
  useEffect(() => {
    if (versions.length < 2) return;
    let isOver = false;
    setDiff(null);
    void core.api.call('diff_story', { id: item.story.id, query: { from, to } }).then((answer) => {
      if (isOver) return;
      setDiff(
        answer.kind === 'done' ? answer.answer : answer.kind === 'lost' ? 'No connection.' : answer.problem.detail,
      );
    });
    return () => {
      isOver = true;
    };
  }, [core, item, versions, from, to]);
  const choice = (label: string, value: string, set: (id: string) => void) => (
    <label>
      {label}{' '}
      <select className="input narrow" value={value} onChange={(event) => set(event.target.value)}>
        {versions.map(({ id, number, created_at }) => (
          <option key={id} value={id}>
            Version {number}, {momentWords(created_at)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Dialog title="What changed" onClose={close} wide>
      {versions.length < 2 ? (
        <p>There is only one version of this story.</p>
      ) : (
        <>
          <div className="row-of">
            {choice('From', from, setFrom)}
            {choice('to', to, setTo)}
          </div>
          <div role="status">
            {diff === null && <p>Comparing …</p>}
            {typeof diff === 'string' && <p className="warning">{diff}</p>}
          </div>
          {diff !== null && typeof diff !== 'string' && <Changes diff={diff} />}
        </>
      )}
    </Dialog>
  );
}

function Changes({ diff }: { readonly diff: Diff }) {
  const changed = diff.passages.filter(({ change }) => change !== 'same');
  return (
    <>
      <p className="small">
        {numberWords(diff.words_added)} words added, {numberWords(diff.words_removed)} removed.
      </p>
      {diff.facts.map(({ field, before, after }) => (
        <p key={field} className="changed" dir="auto">
          {plainWords(field)}: <del>{before ?? 'none'}</del> <ins>{after ?? 'none'}</ins>
        </p>
      ))}
      {changed.map(({ pieces }, at) => (
        <p key={at} className="changed" dir="auto">
          {pieces.map(({ change, text }, place) => {
            const key = `${place}-${change}`;
            if (change === 'added') return <ins key={key}>{text}</ins>;
            return change === 'removed' ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
          })}
        </p>
      ))}
      {changed.length === 0 && diff.facts.length === 0 && <p>Nothing that a reader would see.</p>}
    </>
  );
}
