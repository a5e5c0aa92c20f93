import { describe, expect, it } from 'vitest';
import { readText } from '../reading/reading.ts';
import { Vocabulary } from '../reading/vocabulary.ts';
import { readMarks } from './marks.ts';

/** The quoted spans of a text as written, with their marks. */
function quotedIn(text: string): string[] {
  const reading = readText(text, new Vocabulary());
  return readMarks(reading).spans.map((span) => text.slice(reading.starts[span.from], reading.ends[span.to - 1]));
}

describe('quotation marks', () => {
  it.each([
    ['“Yes,” he said.', ['“Yes,”']],
    ['"Yes," he said. "No."', ['"Yes,"', '"No."']],
    ["''Yes,'' he said. ``No,'' she said.", ["''Yes,''", "``No,''"]],
    ['«Yes», he said.', ['«Yes»']],
  ])('pair in every style: %s', (text, wanted) => {
    expect(quotedIn(text)).toEqual(wanted);
  });

  it('keeps nested single marks inside', () => {
    expect(quotedIn("“She said ‘no,’ and it's final,” he said.")).toEqual(["“She said ‘no,’ and it's final,”"]);
  });

  it('takes single marks for quotes only when the story has no double ones, and never an apostrophe', () => {
    expect(quotedIn("'We will go,' said Ruiz. 'It's the voters' choice.'")).toEqual([
      "'We will go,'",
      "'It's the voters' choice.'",
    ]);
    expect(quotedIn("The voters' choice in the '90s was clear, and it's final.")).toEqual([]);
  });

  it('believes a typographic mark that was typed the wrong way round', () => {
    expect(quotedIn('He said ”yes” and left.')).toEqual(['”yes”']);
  });

  it('lets a quote go on in the next paragraph when that opens again', () => {
    const text = 'He said, “One road is shut.\n\n“The other is open.”\n\nShe left.';
    expect(quotedIn(text)).toEqual(['“One road is shut.', '“The other is open.”']);
  });

  it('runs over a line break when the next paragraph only closes', () => {
    expect(quotedIn('He said: “One road is shut.\nThe other is open.”\nShe left.')).toEqual([
      '“One road is shut.\nThe other is open.”',
    ]);
  });

  it('cuts a quote that never closes at its attribution, and leaves the rest of the story alone', () => {
    expect(quotedIn('"We will go, said Ana Ruiz. The trial ended.\n\n"Good," said Diaz.')).toEqual([
      '"We will go,',
      '"Good,"',
    ]);
  });

  it('does not take the marks of a tag for quotation marks', () => {
    expect(quotedIn('See <a href="road.html">the road</a>. “Yes,” he said.')).toEqual(['“Yes,”']);
  });

  it('takes in the single mark that is left over where three stand together', () => {
    expect(quotedIn("''I heard 'no,''' said Ruiz.")).toEqual(["''I heard 'no,'''"]);
  });
});
