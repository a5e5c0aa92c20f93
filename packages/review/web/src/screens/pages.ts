// THE list of the desk's pages beside the desk itself: address and words. What draws each is in app.tsx.

/** Where the desk stands on its server. */
export const root = '/desk';

export const pages = [
  { path: 'dashboards', words: 'Dashboards' },
  { path: 'officials', words: 'Officials' },
  { path: 'team', words: 'Team' },
] as const;

export type PagePath = (typeof pages)[number]['path'];

/** The page of an address; null for the desk. */
export function pageAt(pathname: string): PagePath | null {
  const at = (path: string) => pathname === `${root}/${path}` || pathname.startsWith(`${root}/${path}/`);
  return pages.find(({ path }) => at(path))?.path ?? null;
}

/** The claim that an address wants for print; null for any other. */
export function printedAt(pathname: string): string | null {
  return /\/print\/([0-9a-f]+)$/.exec(pathname)?.[1] ?? null;
}

/** Whether an address is the desk's own: there items are taken. */
export function isDesk(pathname: string): boolean {
  return printedAt(pathname) === null && pageAt(pathname) === null;
}
