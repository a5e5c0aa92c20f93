// What a story has told so far, by sentence and by holder, so that no rule searches all of it again. Knows stances; judges nothing.
import type { Stance } from '@civicwire/shared';
import type { Analysis } from '../judge.ts';

/** The stances that a story tells; `add` takes in more of them. */
export interface Told {
  /** The stances told in the sentence that begins at a token. */
  readonly at: (from: number) => readonly Stance[];
  readonly by: (holder: string) => readonly Stance[];
  readonly all: () => readonly Stance[];
  readonly add: (analysis: Analysis) => void;
}

const none: readonly Stance[] = [];

/** An index of the stances of some analyses. */
export function createTold(analyses: readonly Analysis[]): Told {
  const bySentence = new Map<number, Stance[]>();
  const byHolder = new Map<string, Stance[]>();
  const every: Stance[] = [];
  const put = <Key>(map: Map<Key, Stance[]>, key: Key, stance: Stance): void => {
    const list = map.get(key);
    if (list) list.push(stance);
    else map.set(key, [stance]);
  };
  const add = ({ context, judgement }: Analysis): void => {
    if (!('stances' in judgement)) return;
    for (const stance of judgement.stances) {
      put(bySentence, context.start, stance);
      put(byHolder, stance.holder, stance);
      every.push(stance);
    }
  };
  for (const analysis of analyses) add(analysis);
  return {
    at: (from) => bySentence.get(from) ?? none,
    by: (holder) => byHolder.get(holder) ?? none,
    all: () => every,
    add,
  };
}
