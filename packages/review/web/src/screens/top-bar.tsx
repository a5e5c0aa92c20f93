// The head of the page: where one is, how far one has come, whether decisions arrive, keys, theme, who one is.
import { leave } from '../desk/create-desk.ts';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { numberWords } from '../text/words.ts';
import { pageAt, pages, root } from './pages.ts';
import { savePreferences } from './preferences.ts';
import type { Change } from './screen-state.ts';
import type { Theme } from './theme.ts';

const themes: readonly { readonly theme: Theme; readonly words: string }[] = [
  { theme: 'system', words: 'System' },
  { theme: 'light', words: 'Light' },
  { theme: 'dark', words: 'Dark' },
];

/** `open` opens dialogs of the desk; null on pages that have none. */
export function TopBar({ open }: { readonly open: Change | null }) {
  const core = useCore();
  const { session } = useDesk();
  return (
    <header className="top">
      <a className="brand" href={root}>
        <span className="brand-mark" aria-hidden="true" />
        Civicwire <span>desk</span>
      </a>
      <Pages />
      {open !== null && <Pace open={open} />}
      <div className="top-right">
        <select
          className="input theme"
          aria-label="Theme"
          value={session?.preferences.theme ?? 'system'}
          onChange={(event) => void savePreferences(core, { theme: event.target.value as Theme })}
        >
          {themes.map(({ theme, words }) => (
            <option key={theme} value={theme}>
              {words}
            </option>
          ))}
        </select>
        {open !== null && (
          <button type="button" className="button quiet" onClick={() => open({ dialog: { name: 'help' } })}>
            Keys <KeyHint action="help" />
          </button>
        )}
        <p className="who">
          <strong dir="auto">{session?.user?.name}</strong>
          {session?.mode === 'users' && <span className="small"> {session.user?.role}</span>}
        </p>
        {session?.mode === 'users' && (
          <button type="button" className="button quiet" onClick={() => void leave(core)}>
            Sign out
          </button>
        )}
      </div>
    </header>
  );
}

/** The ways to the other pages. */
function Pages() {
  const here = pageAt(location.pathname);
  return (
    <nav className="pages" aria-label="Pages">
      <a href={root} {...(here === null && { 'aria-current': 'page' })}>
        Review
      </a>
      {pages.map(({ path, words }) => (
        <a key={path} href={`${root}/${path}`} {...(here === path && { 'aria-current': 'page' })}>
          {words}
        </a>
      ))}
    </nav>
  );
}

function Pace({ open }: { readonly open: Change }) {
  const { counts, decided } = useDesk();
  const left = counts?.by_show.review;
  return (
    <>
      <p className="pace">
        <strong>{numberWords(Object.keys(decided).length)}</strong> decided
        {left !== undefined && (
          <>
            {' · '}
            <strong>{numberWords(left)}</strong> to review
          </>
        )}
      </p>
      <LineState change={open} />
    </>
  );
}

/** Whether decisions arrive. Always there, so that its change is heard. */
function LineState({ change }: { readonly change: Change }) {
  const { outbox } = useDesk();
  const waiting = outbox.letters.length;
  if (outbox.line === 'open' && outbox.aside.length === 0) {
    return <p className="line-state">{waiting === 0 ? 'All decisions saved' : 'Saving …'}</p>;
  }
  return (
    <button type="button" className="line-state bad" onClick={() => change({ dialog: { name: 'outbox' } })}>
      {numberWords(waiting)} not saved yet
    </button>
  );
}
