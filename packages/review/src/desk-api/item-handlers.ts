// What is shown of items and stories. Knows the contract; changes nothing.
import { compareVersions } from '@civicwire/store';
import type { DeskServices, Handlers } from './handlers.ts';
import { readItem, readPrint } from './item/item-view.ts';
import { readNearRules } from './item/near-rules.ts';
import { notFound } from './refusals.ts';

export function itemHandlers(
  desk: DeskServices,
): Handlers<'get_item' | 'get_near_rules' | 'print_item' | 'diff_story'> {
  return {
    get_item: ({ id, session }) => readItem(desk, id, session),
    get_near_rules: ({ id }) => readNearRules(desk, id),
    print_item: ({ id, session }) => readPrint(desk, id, session),
    diff_story: async ({ id, query }) => {
      const view = await desk.store.getStory(id);
      if (view === null) throw notFound('story', id);
      const side = (versionId: string) => {
        const at = view.versions.findIndex((version) => version.id === versionId);
        const version = view.versions[at];
        if (version === undefined) throw notFound('version', versionId);
        return {
          version,
          shown: { id: version.id, number: at + 1, created_at: version.createdAt, title: version.title },
        };
      };
      const [from, to] = [side(query.from), side(query.to)];
      const { facts, passages, wordsAdded, wordsRemoved } = compareVersions(from.version, to.version);
      return {
        from: from.shown,
        to: to.shown,
        facts: facts.map(({ field, before, after }) => ({ field, before, after })),
        passages: passages.map(({ change, pieces }) => ({ change, pieces: pieces.map((piece) => ({ ...piece })) })),
        words_added: wordsAdded,
        words_removed: wordsRemoved,
      };
    },
  };
}
