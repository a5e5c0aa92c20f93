// The dashboards: which one is shown, and the ways to the others. Knows no figure.
import './dashboards.css';
import './chart/chart.css';
import type { ComponentType } from 'react';
import { TopBar } from '../screens/top-bar.tsx';
import { type BoardPath, boardAt, boards, dashboardsRoot } from './boards.ts';
import { CoverageBoard } from './covered/coverage-board.tsx';
import { FunnelBoard } from './funnel/funnel-board.tsx';
import { PositionsBoard } from './positions/positions-board.tsx';
import { RulesBoard } from './rules/rules-board.tsx';
import { SourcesBoard } from './sources/sources-board.tsx';
import { TimelinesBoard } from './timelines/timelines-board.tsx';

const drawn: Readonly<Record<BoardPath, ComponentType>> = {
  positions: PositionsBoard,
  timelines: TimelinesBoard,
  funnel: FunnelBoard,
  sources: SourcesBoard,
  rules: RulesBoard,
  coverage: CoverageBoard,
};

export function DashboardsScreen() {
  const board = boardAt(location.pathname);
  const Board = drawn[board.path];
  return (
    <div className="page">
      <TopBar open={null} />
      <main className="page-main wide">
        <div className="page-head boards-head">
          <div>
            <h1>{board.words}</h1>
            <p className="small">{board.about}</p>
          </div>
          <nav className="boards" aria-label="Dashboards">
            {boards.map(({ path, words }) => (
              <a key={path} href={`${dashboardsRoot}/${path}`} {...(path === board.path && { 'aria-current': 'page' })}>
                {words}
              </a>
            ))}
          </nav>
        </div>
        <Board />
      </main>
    </div>
  );
}
