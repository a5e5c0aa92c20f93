// THE list of the dashboards: address, words and what each answers. What draws each is in dashboards-screen.tsx.
import { root } from '../screens/pages.ts';

export const boards = [
  { path: 'positions', words: 'Positions', about: 'What the officials of each city hold on each issue.' },
  { path: 'timelines', words: 'Timelines', about: 'What one official or one city held, month by month.' },
  { path: 'funnel', words: 'Funnel', about: 'What became of every story and of every claim.' },
  { path: 'sources', words: 'Sources', about: 'Which outlets deliver, fail, or have gone silent.' },
  { path: 'rules', words: 'Rules', about: 'What each rule is worth to editors, and which way it goes.' },
  { path: 'coverage', words: 'Coverage', about: 'What is covered, how much of it is checked, and how fresh it is.' },
] as const;

export type BoardPath = (typeof boards)[number]['path'];

export const dashboardsRoot = `${root}/dashboards`;

/** The dashboard of an address; the first one for any other. */
export function boardAt(pathname: string): (typeof boards)[number] {
  return boards.find(({ path }) => pathname.startsWith(`${dashboardsRoot}/${path}`)) ?? boards[0];
}

/** Where the stances of one official or city over time are. */
export function timelineAddress(of: { readonly officialId: string } | { readonly placeId: string }): string {
  const query = 'officialId' in of ? `official_id=${of.officialId}` : `place_id=${of.placeId}`;
  return `${dashboardsRoot}/timelines?${query}`;
}
