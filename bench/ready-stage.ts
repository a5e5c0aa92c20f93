// One stage of the extractor alone, and texts as they stand when that stage begins. Knows stages by name.
import { loadExtractor } from '@civicwire/cli';
import { annotate } from '@civicwire/extract';

type Extractor = Awaited<ReturnType<typeof loadExtractor>>;
type Stages = Extractor['stages'];
type Ready = Parameters<Stages[number]['run']>[0];

export interface ReadyStage {
  readonly prepare: (text: string) => Ready;
  readonly run: (document: Ready) => unknown;
}

/** The stage of that name, of the extractor as `change` leaves it, with everything before it done by `prepare`. Throws when there is no such stage. */
export async function readyStage(
  name: string,
  change: (extractor: Extractor) => Extractor = (extractor) => extractor,
): Promise<ReadyStage> {
  const { vocabulary, stages } = change(await loadExtractor());
  const at = stages.findIndex((stage) => stage.name === name);
  const stage = stages[at];
  if (!stage) throw new Error(`expected a stage named “${name}” among the stages of the extractor`);
  const prepare = (text: string): Ready => {
    const seen: Ready[] = [];
    const last = {
      name: 'ready',
      run: (document: Ready) => {
        seen.push(document);
        return document;
      },
    };
    annotate({ id: 0, text }, { vocabulary, stages: [...stages.slice(0, at), last] });
    const [ready] = seen;
    if (!ready) throw new Error('expected the last stage to run');
    return ready;
  };
  return { prepare, run: stage.run };
}
