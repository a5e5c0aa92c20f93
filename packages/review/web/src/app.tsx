// Which screen is shown: nobody's, the desk, or one claim for print. Knows the address and the session.
import { lazy, Suspense, useEffect } from 'react';
import type { Core } from './desk/core.ts';
import { start } from './desk/create-desk.ts';
import { DeskProvider, useDesk } from './parts/desk-context.tsx';
import { DeskScreen } from './screens/desk-screen.tsx';
import { Door } from './screens/door.tsx';
import { applyTheme } from './screens/theme.ts';

const PrintScreen = lazy(() =>
  import('./print/print-screen.tsx').then(({ PrintScreen: screen }) => ({ default: screen })),
);

export function App({ core }: { readonly core: Core }) {
  useEffect(() => start(core), [core]);
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
  const printed = /\/print\/([0-9a-f]+)$/.exec(location.pathname)?.[1];
  if (printed === undefined) return <DeskScreen />;
  return (
    <Suspense fallback={<p className="empty">Opening …</p>}>
      <PrintScreen id={printed} />
    </Suspense>
  );
}
