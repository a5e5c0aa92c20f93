// The story's words with the evidence marked, other findings dimmed, and what the editor is marking. Text only, never a page's HTML.
import { useEffect, useRef } from 'react';
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { open } from '../desk/item-actions.ts';
import { useCore } from '../parts/desk-context.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { type Span, trimSpan } from '../text/bounds.ts';
import { type Piece, piecesOf, wholeText } from '../text/pieces.ts';
import { kindWords } from '../text/words.ts';

interface StoryTextProps {
  readonly item: DeskItem;
  readonly whole: boolean;
  readonly mark: Span | null;
  /** Told what the mouse has marked, while something is to be marked. */
  readonly onMarked: ((span: Span) => void) | null;
  readonly toggle: () => void;
}

export function StoryText({ item, whole, mark, onMarked, toggle }: StoryTextProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isMarking = onMarked !== null;
  // The evidence stays in sight when the whole story opens, and when the edit takes room from the passage.
  useEffect(() => {
    if (whole || isMarking) ref.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [whole, isMarking]);
  useEffect(() => {
    const place = ref.current;
    if (onMarked === null || place === null) return;
    const take = () => {
      const span = selectedSpan(place);
      const trimmed = span === null ? null : trimSpan(wholeText(item.text), span);
      if (trimmed !== null) onMarked(trimmed);
    };
    document.addEventListener('pointerup', take);
    return () => document.removeEventListener('pointerup', take);
  }, [onMarked, item]);
  const { context, paragraphs, evidence } = item.text;
  const isPart = context.start > (paragraphs[0]?.start ?? 0) || context.end < (paragraphs.at(-1)?.end ?? 0);
  const within = whole || !isPart ? null : context;
  const drawn = piecesOf(item.text, within, mark);
  const isThere = drawn.some((pieces) => pieces.some((piece) => piece.evidence));
  return (
    <>
      {!isThere && (
        <p className="warning">
          These words do not stand at their place in the text: “<span dir="auto">{evidence.text}</span>”
        </p>
      )}
      <div ref={ref} className={onMarked === null ? 'story-text' : 'story-text marking'}>
        {drawn.map((pieces) => (
          <p key={pieces[0]?.start} dir="auto">
            {pieces.map((piece) => (
              <OnePiece key={piece.start} piece={piece} item={item} />
            ))}
          </p>
        ))}
      </div>
      {isPart && (
        <p className="whole-place">
          <button type="button" className="button quiet" onClick={toggle} aria-expanded={whole}>
            {whole ? 'The passage alone' : 'Whole story'} <KeyHint action="wholeStory" />
          </button>
        </p>
      )}
    </>
  );
}

function OnePiece({ piece, item }: { readonly piece: Piece; readonly item: DeskItem }) {
  const core = useCore();
  const others = piece.findings.flatMap((id) =>
    id === item.id ? [] : item.findings.filter((other) => other.id === id),
  );
  const classes = [piece.marked ? 'being-marked' : '', piece.evidence ? 'evidence' : ''].filter(Boolean).join(' ');
  const shortest = others.at(-1);
  const words =
    shortest === undefined || piece.evidence ? (
      <span data-start={piece.start} className={classes}>
        {piece.text}
      </span>
    ) : (
      <a
        className={`other kind-${shortest.kind} ${classes}`}
        href={`?item=${shortest.id}`}
        tabIndex={-1}
        title={others.map(({ kind, label }) => `${kindWords[kind].one}: ${label}`).join(' · ')}
        data-start={piece.start}
        onClick={(event) => {
          event.preventDefault();
          // A click that ends a marking is no wish to go elsewhere.
          if (document.getSelection()?.isCollapsed === true) void open(core, shortest.id);
        }}
      >
        {piece.text}
      </a>
    );
  return piece.evidence ? <mark>{words}</mark> : words;
}

/** What is selected in the story, in offsets of its text; null for nothing. */
function selectedSpan(place: HTMLElement): Span | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(place, range.startContainer, range.startOffset);
  const end = offsetOf(place, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

function offsetOf(place: HTMLElement, node: Node, offset: number): number | null {
  if (!place.contains(node)) return null;
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  if (piece?.dataset.start === undefined) return null;
  const start = Number(piece.dataset.start);
  // An offset into an element counts children: none or all of the one text in it.
  return node.nodeType === Node.TEXT_NODE
    ? start + offset
    : start + (offset === 0 ? 0 : (piece.textContent?.length ?? 0));
}
