// One claim for paper: words, fields, why, decisions, and everything down to the bytes that it came from. Knows one claim.
import { useEffect, useState } from 'react';
import type { DeskAnswer, DeskItem } from '../../../src/desk-api/contract.ts';
import { StatusBadge } from '../parts/badges.tsx';
import { useCore } from '../parts/desk-context.tsx';
import { piecesOf } from '../text/pieces.ts';
import { dayWords, kindWords, momentWords, plainWords, valueWords, verdictWords } from '../text/words.ts';

type Printed = DeskAnswer<'print_item'>;

export function PrintScreen({ id }: { readonly id: string }) {
  const core = useCore();
  const [printed, setPrinted] = useState<Printed | string | null>(null);
  useEffect(() => {
    void core.api.call('print_item', { id }).then((answer) => {
      setPrinted(answer.kind === 'done' ? answer.answer : 'This claim cannot be read now. Load the page again.');
    });
  }, [core, id]);
  if (printed === null || typeof printed === 'string') {
    return (
      <main className="empty" role="status">
        {printed ?? 'Reading the claim …'}
      </main>
    );
  }
  return <Sheet printed={printed} />;
}

function Sheet({ printed }: { readonly printed: Printed }) {
  const { item, provenance, printed_at, printed_by } = printed;
  useEffect(() => {
    document.title = `${item.label} · Civicwire`;
  }, [item]);
  return (
    <main className="sheet">
      <button type="button" className="button primary print-button" onClick={() => window.print()}>
        Print
      </button>
      <p className="row-of">
        <span className={`badge kind-${item.kind}`}>{kindWords[item.kind].one}</span>
        <StatusBadge status={item.status} reopened={item.reopened} />
      </p>
      <h1 dir="auto">{item.label}</h1>
      <Evidence item={item} />
      <Facts item={item} />
      <section>
        <h2>Where it comes from</h2>
        <dl className="sheet-facts">
          <Tree value={provenance} />
        </dl>
      </section>
      <footer className="small">
        Printed {momentWords(printed_at)} by <span dir="auto">{printed_by}</span>. Claim {item.id}, revision{' '}
        {item.revision}.
      </footer>
    </main>
  );
}

function Evidence({ item }: { readonly item: DeskItem }) {
  const { story, text } = item;
  return (
    <section>
      <h2>Evidence</h2>
      <p dir="auto">
        <strong>{story.title ?? 'Story without a title'}</strong>, {story.source?.name ?? 'unknown outlet'}
        {story.published_at !== null && `, ${dayWords(story.published_at)}`}, version {story.version.number} of{' '}
        {story.version.of}
      </p>
      <p className="small" dir="auto">
        {story.url}
      </p>
      <blockquote className="story-text">
        {piecesOf(text, text.context, null).map((pieces) => (
          <p key={pieces[0]?.start} dir="auto">
            {pieces.map((piece) =>
              piece.evidence ? (
                <mark key={piece.start}>
                  <span className="evidence">{piece.text}</span>
                </mark>
              ) : (
                <span key={piece.start}>{piece.text}</span>
              ),
            )}
          </p>
        ))}
      </blockquote>
    </section>
  );
}

function Facts({ item }: { readonly item: DeskItem }) {
  const { fields, why, history } = item;
  return (
    <>
      <section>
        <h2>Claim</h2>
        <dl className="sheet-facts">
          {fields.map(({ name, label, value }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd dir="auto">{valueWords(value) ?? '–'}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>Why</h2>
        {why.reads !== null && <p dir="auto">{why.reads}</p>}
        {(why.sentence ?? why.trace) !== null && <p dir="auto">{why.sentence ?? why.trace}</p>}
        <p className="small">
          Rule <code>{why.rule}</code> @ {why.rules_version}
        </p>
      </section>
      <section>
        <h2>Decisions</h2>
        {history.length === 0 && <p>Nobody has decided yet.</p>}
        <ol>
          {history.map(({ id, verdict, editor, at, reason, undone }) => (
            <li key={id} dir="auto">
              {verdictWords[verdict]} by {editor}, {momentWords(at)}
              {undone && ' (taken back)'}
              {reason !== null && `: ${reason}`}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** What a provenance says, whatever its shape: names and values, as deep as they go. */
function Tree({ value }: { readonly value: Readonly<Record<string, unknown>> }) {
  return Object.entries(value).map(([name, one]) => (
    <div key={name}>
      <dt>{plainWords(name)}</dt>
      <dd dir="auto">
        {typeof one === 'object' && one !== null ? (
          <dl className="sheet-facts">
            <Tree value={one as Readonly<Record<string, unknown>>} />
          </dl>
        ) : (
          (valueWords(one) ?? '–')
        )}
      </dd>
    </div>
  ));
}
