// How fast editors work, from the times of their decisions. Pure.
import type { DecisionMoment } from '@civicwire/store';
import type { DeskAnswer } from '../contract.ts';

/** A pause that is longer is no work on an item. */
const pauseMsMax = 5 * 60 * 1000;
const dayLength = 'YYYY-MM-DD'.length;
const hourLength = 'YYYY-MM-DDTHH'.length;

type Pace = DeskAnswer<'get_pace'>;

/** The figures of each editor, the most decisions first. `moments` by editor, oldest first. */
export function paceOf(moments: readonly DecisionMoment[], days: number): Pace {
  const byEditor = [...Map.groupBy(moments, ({ editor }) => editor)];
  const editors = byEditor.map(([editor, own]) => {
    const count = (verdict: DecisionMoment['verdict']) => own.filter((moment) => moment.verdict === verdict).length;
    const hours = new Set(own.map(({ at }) => at.slice(0, hourLength))).size;
    return {
      editor,
      decisions: own.length,
      accepted: count('accept'),
      rejected: count('reject'),
      edited: count('edit'),
      undone: own.filter(({ undone }) => undone).length,
      per_hour: hours === 0 ? null : own.length / hours,
      median_seconds: medianSeconds(own),
    };
  });
  const byDay = [...Map.groupBy(moments, ({ at, editor }) => `${at.slice(0, dayLength)} ${editor}`)];
  return {
    days,
    editors: editors.sort((a, b) => b.decisions - a.decisions || (a.editor < b.editor ? -1 : 1)),
    by_day: byDay
      .map(([key, own]) => ({ day: key.slice(0, dayLength), editor: key.slice(dayLength + 1), decisions: own.length }))
      .sort((a, b) => (a.day === b.day ? (a.editor < b.editor ? -1 : 1) : a.day < b.day ? -1 : 1)),
  };
}

function medianSeconds(moments: readonly DecisionMoment[]): number | null {
  const times = moments.map(({ at }) => Date.parse(at));
  const steps = times
    .slice(1)
    .map((time, at) => time - (times[at] ?? time))
    .filter((step) => step > 0 && step <= pauseMsMax)
    .sort((a, b) => a - b);
  const middle = steps[Math.floor(steps.length / 2)];
  return middle === undefined ? null : middle / 1000;
}
