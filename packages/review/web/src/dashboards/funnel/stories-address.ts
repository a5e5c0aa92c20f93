// Where the stories behind a number of the funnel are. Knows the dashboards' address; knows no chart.
import type { DeskQuery } from '../../../../src/desk-api/contract.ts';
import { dashboardsRoot } from '../boards.ts';

type Stage = DeskQuery<'list_stories'>['stage'];

/** The list of the stories of a stage; of dropped ones with one reason, where it is given. */
export function storiesAddress(stage: Stage, reason?: string): string {
  const query = new URLSearchParams({ stories: stage, ...(reason === undefined ? {} : { reason }) });
  return `${dashboardsRoot}/funnel?${query}`;
}

const stages: readonly Stage[] = ['discovered', 'fetched', 'extracted', 'saved', 'dropped', 'waiting'];

/** The stage that an address names; null for none. */
export function stageIn(value: string | null): Stage | null {
  return stages.find((stage) => stage === value) ?? null;
}
