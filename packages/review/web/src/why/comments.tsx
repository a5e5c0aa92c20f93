// What editors say to each other about an item. Knows one item's comments.
import { type KeyboardEvent, useState } from 'react';
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { comment } from '../desk/decision-actions.ts';
import { mayDecide } from '../desk/desk-state.ts';
import { Moment } from '../parts/badges.tsx';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { KeyHint } from '../parts/key-hint.tsx';

const commentMax = 2_000;

export function Comments({ item }: { readonly item: DeskItem }) {
  const core = useCore();
  const state = useDesk();
  const [text, setText] = useState('');
  const waiting = state.outbox.letters.filter(({ kind, about }) => kind === 'note' && about === item.id);
  const send = () => {
    if (text.trim() === '') return;
    comment(core, item.id, text.trim());
    setText('');
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
      event.currentTarget.blur();
    } else if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <section className="reason">
      <h3>Comments</h3>
      {item.comments.length > 0 && (
        <ul className="comments">
          {item.comments.map(({ id, editor, text: words, at }) => (
            <li key={id}>
              <p className="small">
                <strong dir="auto">{editor}</strong>, <Moment time={at} />
              </p>
              <p dir="auto">{words}</p>
            </li>
          ))}
        </ul>
      )}
      {waiting.map(({ id, words }) => (
        <p key={id} className="small" dir="auto">
          {words} (on its way)
        </p>
      ))}
      {mayDecide(state) && (
        <>
          <label className="comment-label" htmlFor="comment-text">
            Add a comment <KeyHint action="comment" />
          </label>
          <textarea
            id="comment-text"
            className="input"
            rows={2}
            maxLength={commentMax}
            value={text}
            dir="auto"
            placeholder="Enter sends, Shift+Enter begins a line"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={press}
          />
        </>
      )}
    </section>
  );
}
