// The right: why the machine says so, what its rule is worth, what people said, what changed. Knows the item on screen.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { currentItem } from '../desk/desk-state.ts';
import { open } from '../desk/item-actions.ts';
import type { Action } from '../keys/actions.ts';
import { KindBadge } from '../parts/badges.tsx';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import type { Change } from '../screens/screen-state.ts';
import { percentWords } from '../text/words.ts';
import { Comments } from './comments.tsx';
import { Disagreement } from './disagreement.tsx';
import { DoubleReview } from './double-review.tsx';
import { History } from './history.tsx';
import { NearRules } from './near-rules.tsx';
import { Precision } from './precision.tsx';

interface WhyPaneProps {
  readonly change: Change;
  readonly doing: Partial<Record<Action, () => void>>;
}

export function WhyPane({ change, doing }: WhyPaneProps) {
  const item = currentItem(useDesk());
  return (
    <section className="pane why" aria-labelledby="why-title">
      <header className="why-head">
        <h2 id="why-title">Why</h2>
        <button type="button" className="button quiet" onClick={() => change({ whyOpen: false, pane: 'story' })}>
          Fold <KeyHint action="why" />
        </button>
      </header>
      {item !== null && <Reasons key={item.id} item={item} change={change} doing={doing} />}
    </section>
  );
}

function Reasons({ item, change, doing }: WhyPaneProps & { readonly item: DeskItem }) {
  const { why, story } = item;
  return (
    <>
      {item.disagreement !== null && <Disagreement item={item} disagreement={item.disagreement} />}
      {item.double !== null && <DoubleReview double={item.double} />}
      <section className="reason">
        {why.reads !== null && (
          <p className="reads" dir="auto">
            {why.reads}
          </p>
        )}
        <Trace why={why} />
        <p className="rule">
          <code>{why.rule}</code> <span className="small">@ {why.rules_version}</span>
        </p>
      </section>
      <section className="reason">
        <h3>What this rule is worth</h3>
        <Precision precision={why.precision} />
        {why.confidence !== null && <p className="small">How sure the rule is here: {percentWords(why.confidence)}.</p>}
      </section>
      {why.losing.length > 0 && (
        <section className="reason">
          <h3>What lost</h3>
          <ul className="losing">
            {why.losing.map(({ label, why: because }) => (
              <li key={`${label}-${because}`} dir="auto">
                <strong>{label}</strong> {because}
              </li>
            ))}
          </ul>
        </section>
      )}
      {item.kind === 'stance' && <NearRules id={item.id} />}
      <Comments item={item} />
      {doing.secondOpinion !== undefined && item.double === null && (
        <p className="reason">
          <button type="button" className="button" onClick={doing.secondOpinion}>
            Ask for a second opinion <KeyHint action="secondOpinion" />
          </button>
        </p>
      )}
      <History item={item} />
      {story.versions.length > 1 && (
        <section className="reason">
          <h3>Versions</h3>
          <button type="button" className="button" onClick={() => change({ dialog: { name: 'diff' } })}>
            What changed <KeyHint action="diff" />
          </button>
        </section>
      )}
      <InThisStory item={item} />
      {why.notes.length > 0 && (
        <details className="reason">
          <summary>Left out of this story, and why ({why.notes.length})</summary>
          <ul className="losing">
            {why.notes.map((note) => (
              <li key={note} dir="auto">
                {note}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The trace: a sentence, then each step with its sign. */
function Trace({ why }: { readonly why: DeskItem['why'] }) {
  if (why.sentence === null && why.trace === null) return null;
  return (
    <div className="trace">
      {why.sentence !== null && <p dir="auto">{why.sentence}</p>}
      {why.steps.length > 0 && (
        <ol className="steps" aria-label="Signs, step by step">
          {why.steps.map(({ words, sign }, at) => (
            <li key={at}>
              <span className={`sign sign-${sign > 0 ? 'plus' : sign < 0 ? 'minus' : 'none'}`}>
                {sign > 0 ? '+1' : sign < 0 ? '−1' : '0'}
              </span>
              <span dir="auto">{words}</span>
            </li>
          ))}
        </ol>
      )}
      {why.sentence === null && <p dir="auto">{why.trace}</p>}
    </div>
  );
}

function InThisStory({ item }: { readonly item: DeskItem }) {
  const core = useCore();
  const others = item.findings.filter(({ id }) => id !== item.id);
  if (others.length === 0) return null;
  return (
    <details className="reason">
      <summary>Also found in this story ({others.length})</summary>
      <ul className="also">
        {others.map(({ id, kind, label, status }) => (
          <li key={id}>
            <button type="button" className="also-one" onClick={() => void open(core, id)}>
              <KindBadge kind={kind} /> <span dir="auto">{label}</span>
              {status !== 'pending' && <span className="small"> {status}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
