// The places stage on texts that are nothing but names, beside as much ordinary news. Knows no rule.
import type { Contest } from './measure.ts';
import { readyStage } from './ready-stage.ts';
import { readDemoStories } from './stories.ts';

/** Length of a hostile text and of the news beside it. */
const chars = 100_000;

/** A text of names alone has ten times as many of them as news; it may take eight times as long. */
const hostileAtLeast = 1 / 8;

const hostileTexts: Readonly<Record<string, string>> = {
  'one shared name': 'Springfield ',
  'one shared name and state': 'Springfield, Ill. ',
  '“City of”': 'City of ',
  'only capitals': 'THE CITY OF SPRINGFIELD AND ITS COUNTY COUNCIL WILL SUE NEW YORK ',
  'one endless sentence': 'the mayor of Springfield said in Boston that Lincoln and Salem, ',
};

/** All contests, with everything that they need made ready. */
export async function makePlaceContests(): Promise<readonly Contest[]> {
  const texts = await readDemoStories();
  const { prepare, run } = await readyStage('places');
  const news = prepare(fill(texts.join('\n\n')));
  return Object.entries(hostileTexts).map(([name, text]) => {
    const hostile = prepare(fill(text));
    return {
      name: `places in ${name}`,
      unit: 'texts',
      unitsPerRound: 5,
      peer: 'as much ordinary news',
      atLeast: hostileAtLeast,
      ours: () => repeat(() => run(hostile)),
      theirs: () => repeat(() => run(news)),
    };
  });
}

/** The text again and again, `chars` long. */
function fill(text: string): string {
  return text.repeat(Math.ceil(chars / text.length)).slice(0, chars);
}

function repeat(work: () => unknown): void {
  for (let pass = 0; pass < 5; pass++) work();
}
