// A figure: its heading, the chart or the table in its stead, and ways to save either. Knows no data.
import { type ReactNode, useId, type useRef, useState } from 'react';
import { csvOf } from '../save/csv.ts';
import { save } from '../save/download.ts';
import { pngOf } from '../save/png.ts';
import { svgOf } from '../save/svg.ts';
import { DataTable } from './data-table.tsx';
import type { TableData } from './table-data.ts';
import { useWidth } from './use-width.ts';

interface FigureProps {
  readonly title: string;
  /** How to read it, in a sentence. */
  readonly note?: ReactNode;
  readonly table: TableData;
  /** What is said when the table has no row. */
  readonly none: string;
  /** Controls of this figure alone. */
  readonly controls?: ReactNode;
  /** Draws the chart that wide; without it there is the table alone. */
  readonly children?: (width: number) => ReactNode;
}

export function Figure({ title, note, table, none, controls, children }: FigureProps) {
  const heading = useId();
  const [shown, setShown] = useState<'chart' | 'table'>(children === undefined ? 'table' : 'chart');
  const { ref, width } = useWidth<HTMLDivElement>();
  const isEmpty = table.rows.length === 0;
  return (
    <section className="part figure" aria-labelledby={heading}>
      <div className="figure-head">
        <h2 id={heading}>{title}</h2>
        {!isEmpty && (
          <div className="figure-tools">
            {children !== undefined && <Switch shown={shown} show={setShown} />}
            <Save title={title} table={table} place={ref} hasChart={children !== undefined && shown === 'chart'} />
          </div>
        )}
      </div>
      {note !== undefined && <p className="small figure-note">{note}</p>}
      {controls}
      <div ref={ref} className="figure-body">
        {isEmpty ? (
          <p className="figure-none">{none}</p>
        ) : shown === 'table' || children === undefined ? (
          <DataTable data={table} caption={title} />
        ) : (
          width > 0 && <Place width={width} title={title} draw={children} />
        )}
      </div>
    </section>
  );
}

/** Narrower, a chart's names and marks would stand on one another. */
const chartWidthMin = 400;
const movedWidth = 560;

interface PlaceProps {
  readonly width: number;
  readonly title: string;
  readonly draw: (width: number) => ReactNode;
}

/** The chart; where there is no room for it, it is moved sideways, by keys too. */
function Place({ width, title, draw }: PlaceProps) {
  if (width >= chartWidthMin) return draw(width);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is moved must be reached by keys.
    <section className="scroll" aria-label={`Chart: ${title}`} tabIndex={0}>
      {draw(movedWidth)}
    </section>
  );
}

function Switch({ shown, show }: { shown: 'chart' | 'table'; show: (what: 'chart' | 'table') => void }) {
  return (
    <fieldset className="switch">
      <legend className="hidden">Shown as</legend>
      {(['chart', 'table'] as const).map((what) => (
        <button key={what} type="button" aria-pressed={shown === what} onClick={() => show(what)}>
          {what === 'chart' ? 'Chart' : 'Table'}
        </button>
      ))}
    </fieldset>
  );
}

interface SaveProps {
  readonly title: string;
  readonly table: TableData;
  readonly place: ReturnType<typeof useRef<HTMLDivElement | null>>;
  readonly hasChart: boolean;
}

function Save({ title, table, place, hasChart }: SaveProps) {
  const name = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const chart = () => place.current?.querySelector<SVGSVGElement>('svg.chart') ?? null;
  const saveSvg = () => {
    const svg = chart();
    if (svg !== null) save(`${name}.svg`, new Blob([svgOf(svg, title)], { type: 'image/svg+xml' }));
  };
  const savePng = async () => {
    const svg = chart();
    const picture = svg === null ? null : await pngOf(svg, title);
    if (picture !== null) save(`${name}.png`, picture);
  };
  return (
    <fieldset className="save">
      <legend>Save</legend>
      <button type="button" onClick={() => save(`${name}.csv`, new Blob([csvOf(table)], { type: 'text/csv' }))}>
        CSV
      </button>
      {hasChart && (
        <>
          <button type="button" onClick={saveSvg}>
            SVG
          </button>
          <button type="button" onClick={() => void savePng()}>
            PNG
          </button>
        </>
      )}
    </fieldset>
  );
}
