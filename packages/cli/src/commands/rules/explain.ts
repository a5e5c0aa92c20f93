// `civicwire rules explain`: one sentence, with everything that the rules saw in it.
import { explainText } from '@civicwire/extract';
import { toWire } from '@civicwire/shared';
import { describeSentence } from '../../describe-story.ts';
import { exitCode } from '../../exit-code.ts';
import { loadExtractor } from '../../load-extractor.ts';
import { writeData, writeJsonLine } from '../../output.ts';

/** Tells each frame, act and negator, the product, and the nearest rule that did not fire and why. */
export async function rulesExplainCommand(
  text: string,
  { packs, json }: { readonly packs?: string; readonly json?: boolean },
): Promise<number> {
  const { annotation, sentences } = explainText({ id: 1, text }, await loadExtractor(packs));
  if (json) await writeJsonLine(toWire({ sentences, stances: annotation.stances }));
  else {
    const lines = sentences.flatMap((sentence) => describeSentence(sentence));
    if (lines.length === 0) lines.push('no issue phrase, and no rule that came near one');
    for (const { holder, holderType, position, issue, act, modality, rule } of annotation.stances)
      lines.push('', `${holder} (${holderType}) ${position} ${issue}: ${act}, ${modality} [${rule}]`);
    await writeData(`${lines.join('\n')}\n`);
  }
  return exitCode.done;
}
