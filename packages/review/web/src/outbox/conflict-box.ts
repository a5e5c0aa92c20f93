// Decisions that came too late, kept in the browser's storage until the editor has looked at them, apart for each editor. Knows
// storage; the item as it stands is asked for anew.
import type { Entries } from './letter-box.ts';

/** One of them: the key of the decision, the item, and what the editor said. */
interface KeptConflict {
  readonly key: string;
  readonly itemId: string;
  readonly yours: unknown;
}

/** The conflicts of one editor. What cannot be kept is shown on the page alone. */
export function conflictBox(entries: Entries, editorId: string) {
  const prefix = `civicwire.conflict.${editorId}.`;
  return {
    read: (): readonly KeptConflict[] =>
      Array.from({ length: entries.length }, (_, at) => entries.key(at) ?? '')
        .filter((name) => name.startsWith(prefix))
        .sort()
        .flatMap((name) => readConflict(entries.getItem(name))),
    keep: (conflict: KeptConflict): void => {
      try {
        entries.setItem(prefix + conflict.key, JSON.stringify(conflict));
      } catch {
        // Full, or forbidden by the browser's settings: it is on screen now.
      }
    },
    forget: (key: string): void => entries.removeItem(prefix + key),
  };
}

function readConflict(stored: string | null): KeptConflict[] {
  try {
    const { key, itemId, yours } = (JSON.parse(stored ?? '') ?? {}) as Partial<KeptConflict>;
    const isWhole =
      typeof key === 'string' && typeof itemId === 'string' && typeof yours === 'object' && yours !== null;
    return isWhole ? [{ key, itemId, yours }] : [];
  } catch {
    return [];
  }
}
