// Marks of a chart under keyboard and pointer: one stop for Tab, arrows from mark to mark, and what the mark under either says.
// Knows elements with `data-tip`; knows no chart.
import { type RefObject, useEffect, useState } from 'react';

export interface Tip {
  /** Of the mark's top, in the chart's own units. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What the mark that is pointed at or focused says; null for none. */
export function useMarks(chart: RefObject<SVGSVGElement | null>): Tip | null {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    const svg = chart.current;
    if (svg === null) return;
    const show = ({ target }: Event) => setTip(tipOf(svg, target));
    const hide = () => setTip(null);
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
      const by = steps[event.key] ?? { Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[event.key];
      if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      move(svg, by);
    };
    const hear = { pointerover: show, focusin: show, pointerleave: hide, focusout: hide, keydown: press } as const;
    for (const [name, listener] of Object.entries(hear)) svg.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(hear)) svg.removeEventListener(name, listener as EventListener);
    };
  }, [chart]);
  useEffect(() => {
    const marks = marksOf(chart.current);
    if (!marks.some((mark) => mark === document.activeElement)) setStop(marks, 0);
  });
  return tip;
}

function marksOf(svg: SVGSVGElement | null): SVGElement[] {
  return svg === null ? [] : [...svg.querySelectorAll<SVGElement>('a[data-tip]')];
}

/** Makes one of the marks the place where Tab comes in. */
function setStop(marks: readonly SVGElement[], at: number): void {
  for (const [index, mark] of marks.entries()) mark.setAttribute('tabindex', index === at ? '0' : '-1');
}

function move(svg: SVGSVGElement, by: number): void {
  const marks = marksOf(svg);
  const now = marks.indexOf(document.activeElement as SVGElement);
  const at = Math.min(marks.length - 1, Math.max(0, now + by));
  setStop(marks, at);
  marks[at]?.focus();
}

function tipOf(svg: SVGSVGElement, target: EventTarget | null): Tip | null {
  const mark = target instanceof Element ? target.closest('[data-tip]') : null;
  if (mark === null) return null;
  const [frame, box] = [svg.getBoundingClientRect(), mark.getBoundingClientRect()];
  const lines = (mark.getAttribute('data-tip') ?? '').split('\n');
  return { x: box.left - frame.left + box.width / 2, y: box.top - frame.top, lines };
}
