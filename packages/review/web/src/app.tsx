// Which screen is shown: nobody's, the desk, or one claim for print. Knows the address and the session.
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import type { Core } from './desk/core.ts';
import { start } from './desk/create-desk.ts';
import { DeskProvider, useDesk } from './parts/desk-context.tsx';
import { DeskScreen } from './screens/desk-screen.tsx';
import { Door } from './screens/door.tsx';
import { isDesk, type PagePath, pageAt, printedAt } from './screens/pages.ts';
import { applyTheme } from './screens/theme.ts';

const PrintScreen = lazy(() => import('./print/print-screen.tsx').then((part) => ({ default: part.PrintScreen })));

/** What draws each page; fetched when it is first opened. */
const screens: Readonly<Record<PagePath, ComponentType>> = {
  dashboards: lazy(() =>
    import('./dashboards/dashboards-screen.tsx').then((part) => ({ default: part.DashboardsScreen })),
  ),
  officials: lazy(() => import('./officials/officials-screen.tsx').then((part) => ({ default: part.OfficialsScreen }))),
  team: lazy(() => import('./team/team-screen.tsx').then((part) => ({ default: part.TeamScreen }))),
};

export function App({ core }: { readonly core: Core }) {
  useEffect(() => start(core, isDesk(location.pathname)), [core]);
  return (
    <DeskProvider core={core}>
      <Screen />
    </DeskProvider>
  );
}

function Screen() {
  const { session, story } = useDesk();
  const theme = session?.preferences.theme;
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme);
  }, [theme]);
  if (session === null) {
    return (
      <main className="empty" aria-busy={story !== 'failed'}>
        <h1 className="hidden">Civicwire desk</h1>
        <p role="status">
          {story === 'failed' ? 'The desk’s server does not answer. Trying again …' : 'Opening the desk …'}
        </p>
      </main>
    );
  }
  if (session.user === null) return <Door />;
  const printed = printedAt(location.pathname);
  const page = pageAt(location.pathname);
  if (isDesk(location.pathname)) return <DeskScreen />;
  const Page = page === null ? null : screens[page];
  return (
    <Suspense fallback={<p className="empty">Opening …</p>}>
      {printed !== null ? <PrintScreen id={printed} /> : Page !== null && <Page />}
    </Suspense>
  );
}
