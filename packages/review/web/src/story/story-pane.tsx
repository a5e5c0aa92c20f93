// The centre: headline, the evidence in its passage, the claim, what can be done. Knows the item on screen.
import { useEffect, useRef, useState } from 'react';
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { decide } from '../desk/decision-actions.ts';
import { currentItem } from '../desk/desk-state.ts';
import { openFirst } from '../desk/item-actions.ts';
import { EditForm } from '../edit/edit-form.tsx';
import type { Action } from '../keys/actions.ts';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { type Change, modeFor, type ScreenState } from '../screens/screen-state.ts';
import type { Span } from '../text/bounds.ts';
import { ActionBar } from './action-bar.tsx';
import { ClaimCard } from './claim-card.tsx';
import { RejectPanel } from './reject-panel.tsx';
import { StoryHead } from './story-head.tsx';
import { StoryText } from './story-text.tsx';

interface StoryPaneProps {
  readonly screen: ScreenState;
  readonly change: Change;
  readonly doing: Partial<Record<Action, () => void>>;
}

export function StoryPane(props: StoryPaneProps) {
  const state = useDesk();
  const item = currentItem(state);
  return (
    <section className="pane story" aria-label="Story and claim" aria-busy={state.story === 'loading'}>
      {item === null ? <NoItem /> : <OneItem key={item.id} item={item} {...props} />}
    </section>
  );
}

function OneItem({ item, screen, change, doing }: StoryPaneProps & { readonly item: DeskItem }) {
  const core = useCore();
  const [mark, setMark] = useState<Span | null>(null);
  const [marked, setMarked] = useState<Span | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const mode = modeFor(screen, item.id);
  // Whoever goes on by key, or hears the page, is at the new claim.
  useEffect(() => {
    if (mode !== 'look') return;
    setMark(null);
    setMarked(null);
    const { activeElement } = document;
    const isElsewhere = activeElement?.matches('input, textarea, select, .rows button') ?? false;
    if (!isElsewhere && document.querySelector('dialog[open]') === null) title.current?.focus({ preventScroll: true });
  }, [mode]);
  const cancel = () => change({ mode: null });
  return (
    <>
      <div className="reading">
        <StoryHead item={item} change={change} print={() => doing.print?.()} />
        <StoryText
          item={item}
          whole={screen.wholeStory}
          mark={mark}
          onMarked={mode === 'edit' ? setMarked : null}
          toggle={() => change({ wholeStory: !screen.wholeStory })}
        />
      </div>
      <div className={`claim kind-${item.kind} mode-${mode}`}>
        {mode === 'edit' ? (
          <EditForm
            item={item}
            marked={marked}
            onMark={setMark}
            cancel={cancel}
            save={(patch) => void decide(core, patch === null ? { verdict: 'accept' } : { verdict: 'edit', patch })}
          />
        ) : (
          <ClaimCard item={item} titleRef={title} />
        )}
        {mode === 'look' && <ActionBar item={item} doing={doing} />}
        {mode === 'reject' && (
          <RejectPanel
            reasons={item.reasons}
            cancel={cancel}
            reject={(reason) => void decide(core, { verdict: 'reject', ...reason })}
          />
        )}
      </div>
    </>
  );
}

/** Nothing on screen: not yet, no more, or not reachable. */
function NoItem() {
  const core = useCore();
  const { story, outbox, filter } = useDesk();
  if (story === 'loading') {
    return (
      <div className="story-to-come" role="status">
        <span className="hidden">Taking the next item …</span>
        <div aria-hidden="true" />
        <div aria-hidden="true" />
        <div aria-hidden="true" />
      </div>
    );
  }
  if (story === 'failed') {
    return (
      <div className="empty" role="status">
        <h1 id="claim-title" tabIndex={-1}>
          The next item cannot be fetched
        </h1>
        <p>
          The desk’s server does not answer. What you decided is kept on this computer and sent when it is back; this
          page tries by itself.
        </p>
      </div>
    );
  }
  if (story === 'gone') {
    return (
      <div className="empty" role="status">
        <h1 id="claim-title" tabIndex={-1}>
          There is no such item
        </h1>
        <p>It is no longer in the database, or the address is wrong.</p>
        <button type="button" className="button primary" onClick={() => void openFirst(core)}>
          Take the next one
        </button>
      </div>
    );
  }
  const isOpen = (filter.show ?? 'review') === 'review' && Object.keys(filter).every((name) => name === 'show');
  return (
    <div className="empty" role="status">
      <h1 id="claim-title" tabIndex={-1}>
        {isOpen ? 'Nothing is left to review' : 'Nothing is left in this queue'}
      </h1>
      <p>
        {isOpen
          ? 'Every finding has an editor’s word, or somebody else has it on screen. New ones come with the next run of the pipeline.'
          : 'None fits this choice that nobody else holds.'}
      </p>
      {outbox.letters.length > 0 && <p className="small">Your last decisions are on their way.</p>}
      <button type="button" className="button" onClick={() => void openFirst(core)}>
        Look again
      </button>
    </div>
  );
}
