// Letters kept in the browser's storage, one entry each, apart for each editor. Knows storage; sends nothing.
import type { Letter, LetterBox } from './outbox.ts';

/** The part of `localStorage` that is used. */
export type Entries = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The letters of one editor. What cannot be read is left where it is and not sent. */
export function letterBox(entries: Entries, editorId: string): LetterBox {
  const prefix = `civicwire.outbox.${editorId}.`;
  const names = (): string[] =>
    Array.from({ length: entries.length }, (_, at) => entries.key(at) ?? '').filter((name) => name.startsWith(prefix));
  return {
    read: () =>
      names()
        .flatMap((name) => readLetter(entries.getItem(name)))
        .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1)),
    keep: (letter) => {
      try {
        entries.setItem(prefix + letter.id, JSON.stringify(letter));
        return true;
      } catch {
        // Full, or forbidden by the browser's settings.
        return false;
      }
    },
    forget: (id) => entries.removeItem(prefix + id),
  };
}

function readLetter(stored: string | null): Letter[] {
  try {
    const letter = JSON.parse(stored ?? '') as Partial<Letter> | null;
    const { id, atMs, kind, path, body, about, words } = letter ?? {};
    if (typeof id !== 'string' || typeof atMs !== 'number' || typeof path !== 'string') return [];
    if (kind !== 'decision' && kind !== 'undo' && kind !== 'note') return [];
    return [{ id, atMs, kind, path, body, about: about ?? null, words: words ?? '' }];
  } catch {
    return [];
  }
}
