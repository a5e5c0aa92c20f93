// The pieces of a story that are drawn: the server's segments, cut again at the ends of what the editor is marking, and the
// passage alone when the whole story is folded. Pure; knows offsets and ids.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import type { Span } from './bounds.ts';

type Text = DeskItem['text'];

export interface Piece extends Span {
  readonly text: string;
  /** Ids of the findings over it, longest first. */
  readonly findings: readonly string[];
  /** Part of the evidence. */
  readonly evidence: boolean;
  /** Part of what the editor is marking. */
  readonly marked: boolean;
}

/** The paragraphs to draw, each a list of pieces; those outside of `within` are left out. */
export function piecesOf({ paragraphs, evidence }: Text, within: Span | null, mark: Span | null): Piece[][] {
  const edges = [evidence, ...(mark === null ? [] : [mark]), ...(within === null ? [] : [within])].flatMap(
    ({ start, end }) => [start, end],
  );
  return paragraphs
    .map(({ segments }) =>
      segments
        .flatMap((segment) => cut(segment, edges))
        .filter((piece) => within === null || isIn(piece, within))
        .map((piece) => ({ ...piece, evidence: isIn(piece, evidence), marked: mark !== null && isIn(piece, mark) })),
    )
    .filter((pieces) => pieces.some(({ text }) => text.trim() !== ''));
}

/**
 * The text that offsets point into, as far as it is known: what stands between paragraphs is white space, and line ends
 * are what it most often is.
 */
export function wholeText({ paragraphs }: Text): string {
  let text = '';
  for (const { start, segments } of paragraphs) {
    text = text.padEnd(start, '\n') + segments.map((segment) => segment.text).join('');
  }
  return text;
}

function isIn(piece: Span, { start, end }: Span): boolean {
  return start <= piece.start && piece.end <= end;
}

function cut(segment: Text['paragraphs'][number]['segments'][number], edges: readonly number[]) {
  const { start, end, text, findings } = segment;
  const inside = [...new Set(edges)].filter((edge) => start < edge && edge < end).sort((a, b) => a - b);
  const bounds = [start, ...inside, end];
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1] ?? end;
    return { start: from, end: to, text: text.slice(from - start, to - start), findings };
  });
}
