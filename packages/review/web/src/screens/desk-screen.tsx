// The desk: queue, story, why, and what each key does there. Knows the parts and the actions; draws none of their insides.
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { decide, undo } from '../desk/decision-actions.ts';
import { currentItem, mayDecide } from '../desk/desk-state.ts';
import { goNext, move } from '../desk/item-actions.ts';
import { Dialogs } from '../dialogs/dialogs.tsx';
import type { Action } from '../keys/actions.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useCore, useDesk, useKeySettings } from '../parts/desk-context.tsx';
import { QueuePane } from '../queue/queue-pane.tsx';
import { StoryPane } from '../story/story-pane.tsx';
import { WhyPane } from '../why/why-pane.tsx';
import { bulkHere, sameAgain } from './bulk-scopes.ts';
import { Notices } from './notices.tsx';
import { root } from './pages.ts';
import { type Change, firstScreen, modeFor, type Pane, type ScreenState } from './screen-state.ts';
import { TopBar } from './top-bar.tsx';

export function DeskScreen() {
  const core = useCore();
  const state = useDesk();
  const settings = useKeySettings();
  const [screen, setScreen] = useState<ScreenState>(firstScreen);
  const change: Change = (changes) => setScreen((now) => ({ ...now, ...changes }));
  const item = currentItem(state);

  const isEditor = mayDecide(state);
  const canDecide = isEditor && item !== null && state.heldBy === null && state.decided[item.id] === undefined;
  const dialog = (opened: ScreenState['dialog']) => {
    if (opened !== null) change({ dialog: opened });
  };
  // The field has the focus before the next key comes: what is typed is never taken for commands.
  const write = (fieldId: string, changes: Partial<ScreenState>) => {
    flushSync(() => change(changes));
    document.getElementById(fieldId)?.focus();
  };
  const doing: Partial<Record<Action, () => void>> = {
    ...(canDecide && {
      accept: () => void decide(core, { verdict: 'accept' }),
      reject: () => change({ mode: { of: item.id, is: 'reject' }, pane: 'story' }),
      edit: () => change({ mode: { of: item.id, is: 'edit' }, pane: 'story' }),
      secondOpinion: () => dialog({ name: 'second' }),
    }),
    ...(isEditor && {
      skip: () => void goNext(core),
      undo: () => void undo(core),
      bulk: () => dialog(bulkHere(state)),
      sameAgain: () => dialog(sameAgain(state)),
    }),
    ...(isEditor && item?.double?.state === 'disputed' && { adjudicate: () => dialog({ name: 'adjudicate' }) }),
    ...(item !== null && {
      wholeStory: () => change({ wholeStory: !screen.wholeStory }),
      diff: () => dialog({ name: 'diff' }),
      print: () => window.open(`${root}/print/${item.id}`, '_blank', 'noopener'),
      comment: () => write('comment-text', { whyOpen: true, pane: 'why' }),
    }),
    why: () => change(screen.whyOpen ? { whyOpen: false, pane: 'story' } : { whyOpen: true, pane: 'why' }),
    next: () => void move(core, 1),
    previous: () => void move(core, -1),
    filter: () => write('queue-words', { pane: 'queue' }),
    help: () => dialog({ name: 'help' }),
  };
  useKeys(settings, (action) => {
    if (modeFor(screen, state.currentId) !== 'look') return false;
    const act = doing[action];
    act?.();
    return act !== undefined;
  });

  return (
    <div className={`app${settings.letters ? '' : ' keys-off'}`}>
      <a className="skip-link" href="#claim-title">
        Skip to the claim
      </a>
      <TopBar open={change} />
      <Notices change={change} />
      <PaneTabs pane={screen.pane} change={change} />
      <main className="panes" data-pane={screen.pane} data-why={screen.whyOpen ? 'open' : 'folded'}>
        <QueuePane change={change} bulk={doing.bulk} />
        <StoryPane screen={screen} change={change} doing={doing} />
        {screen.whyOpen && <WhyPane change={change} doing={doing} />}
      </main>
      <Dialogs dialog={screen.dialog} close={() => change({ dialog: null })} />
    </div>
  );
}

const paneWords: Readonly<Record<Pane, string>> = { queue: 'Queue', story: 'Story', why: 'Why' };

/** Where the screen is too narrow for all three at once. */
function PaneTabs({ pane, change }: { readonly pane: Pane; readonly change: Change }) {
  return (
    <nav className="pane-tabs" aria-label="Parts of the desk">
      {(Object.keys(paneWords) as Pane[]).map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === pane}
          onClick={() => change({ pane: name, ...(name === 'why' && { whyOpen: true }) })}
        >
          {paneWords[name]}
        </button>
      ))}
    </nav>
  );
}
