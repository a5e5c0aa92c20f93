// The queue on the left: what is shown, in which order, row by row, who holds what. Knows rows, not items.
import { memo, useEffect, useRef } from 'react';
import type { DeskQueueRow } from '../../../src/desk-api/contract.ts';
import { open } from '../desk/item-actions.ts';
import { loadMore, loadQueue } from '../desk/queue-actions.ts';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import type { Change } from '../screens/screen-state.ts';
import { kindWords, numberWords, percentWords, statusWords, type Verdict, verdictWords } from '../text/words.ts';
import { QueueFilters } from './queue-filters.tsx';

interface QueuePaneProps {
  readonly change: Change;
  /** Decides on many; undefined for somebody who may not. */
  readonly bulk: (() => void) | undefined;
}

export function QueuePane({ change, bulk }: QueuePaneProps) {
  const core = useCore();
  const { rows, next, queue, currentId, decided, counts } = useDesk();
  return (
    <section className="pane queue" aria-labelledby="queue-title">
      <h2 id="queue-title" className="hidden">
        Queue
      </h2>
      <QueueFilters change={change} />
      <div className="rows-place" aria-busy={queue === 'loading'}>
        {rows.length > 0 && (
          <ol className="rows">
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                isCurrent={row.id === currentId}
                verdict={decided[row.id] ?? null}
                choose={(id) => {
                  change({ pane: 'story' });
                  void open(core, id);
                }}
              />
            ))}
          </ol>
        )}
        {queue === 'loading' && rows.length === 0 && <RowsToCome />}
        {queue === 'ready' && rows.length === 0 && <p className="rows-none">Nothing fits this choice.</p>}
        {queue === 'failed' && (
          <p className="rows-none" role="alert">
            The queue could not be read.{' '}
            <button type="button" className="button" onClick={() => void loadQueue(core)}>
              Read again
            </button>
          </p>
        )}
        {next !== null && rows.length > 0 && (
          <button type="button" className="button more" onClick={() => void loadMore(core)}>
            {queue === 'loading' ? 'Reading …' : 'More rows'}
          </button>
        )}
      </div>
      <div className="queue-foot">
        <p className="small">
          {counts !== null && counts.holders.length > 0 && 'On screen: '}
          {counts?.holders.map(({ editor, items }, at) => (
            <span key={editor} dir="auto">
              {at > 0 && ', '}
              {editor} {numberWords(items)}
            </span>
          ))}
        </p>
        {bulk !== undefined && (
          <button type="button" className="button quiet" onClick={bulk}>
            Bulk <KeyHint action="bulk" />
          </button>
        )}
      </div>
    </section>
  );
}

interface RowProps {
  readonly row: DeskQueueRow;
  readonly isCurrent: boolean;
  readonly verdict: Verdict | null;
  readonly choose: (id: string) => void;
}

const Row = memo(
  function Row({ row, isCurrent, verdict, choose }: RowProps) {
    const ref = useRef<HTMLButtonElement>(null);
    useEffect(() => {
      if (isCurrent) ref.current?.scrollIntoView({ block: 'nearest' });
    }, [isCurrent]);
    const { id, kind, label, text, story, confidence, lease, status, reopened } = row;
    const standing = verdict === null ? (status === 'pending' ? null : statusWords[status]) : verdictWords[verdict];
    return (
      <li className={verdict === null ? 'row' : 'row done'}>
        <button ref={ref} type="button" aria-current={isCurrent} onClick={() => choose(id)}>
          <span className="row-top">
            <span className={`kind-letter kind-${kind}`} title={kindWords[kind].one}>
              <span aria-hidden="true">{kindWords[kind].letter}</span>
              <span className="hidden">{kindWords[kind].one}: </span>
            </span>
            <span className="row-label" dir="auto">
              {label}
            </span>
          </span>
          <span className="row-text" dir="auto">
            {text}
          </span>
          <span className="row-facts">
            <span className="row-source" dir="auto">
              {story.source_name}
            </span>
            {confidence !== null && <span title="How sure the rule is">{percentWords(confidence)}</span>}
            {reopened && <span className="badge warn">Reopened</span>}
            {standing !== null && <span className="badge">{standing}</span>}
            {lease !== null && !lease.mine && (
              <span className="badge" title="Somebody has it on screen">
                <span className="hidden">held by </span>
                <span dir="auto">{lease.editor}</span>
              </span>
            )}
          </span>
        </button>
      </li>
    );
  },
  (before, after) =>
    before.row === after.row && before.isCurrent === after.isCurrent && before.verdict === after.verdict,
);

/** Rows while the first ones are on their way. */
function RowsToCome() {
  return (
    <div role="status">
      <span className="hidden">Reading the queue …</span>
      {[1, 2, 3, 4, 5, 6].map((at) => (
        <div key={at} className="row-to-come" aria-hidden="true" />
      ))}
    </div>
  );
}
