// How far editors agree who judged the same items blind. Pure; knows opinions.
import { type FindingKind, findingKinds, type OpinionGiven } from '@civicwire/store';
import type { DeskAnswer } from '../contract.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

/** The figures; verdicts are the labels. `opinions` by item. */
export function agreementOf(opinions: readonly OpinionGiven[]): DeskAnswer<'get_agreement'> {
  const items = [...Map.groupBy(opinions, ({ findingId }) => findingId).values()].filter((given) => given.length > 1);
  const ofKind = (kind: FindingKind) => items.filter(([first]) => first?.kind === kind);
  const alpha = (some: readonly (readonly OpinionGiven[])[]) =>
    krippendorffAlpha(some.map((given) => given.map(({ verdict }) => verdict)));
  const agreed = items.filter(([first]) => first?.state === 'agreed').length;
  return {
    items: items.length,
    agreed,
    disputed: items.length - agreed,
    alpha: alpha(items),
    by_kind: findingKinds.map((kind) => ({ kind, items: ofKind(kind).length, alpha: alpha(ofKind(kind)) })),
    pairs: pairsOf(items),
  };
}

function pairsOf(items: readonly (readonly OpinionGiven[])[]): DeskAnswer<'get_agreement'>['pairs'] {
  const pairs = new Map<string, { a: string; b: string; labels: (readonly [string, string])[] }>();
  for (const given of items) {
    const sorted = given.toSorted((a, b) => (a.editor < b.editor ? -1 : 1));
    for (const [at, one] of sorted.entries()) {
      for (const other of sorted.slice(at + 1)) {
        const key = JSON.stringify([one.editor, other.editor]);
        const pair = pairs.get(key) ?? { a: one.editor, b: other.editor, labels: [] };
        pair.labels.push([one.verdict, other.verdict]);
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()]
    .map(({ a, b, labels }) => ({
      ...{ a, b, items: labels.length },
      agreed: labels.filter(([one, other]) => one === other).length,
      kappa: cohenKappa(labels),
    }))
    .sort((one, other) => other.items - one.items);
}
