// officials.heads-body: somebody leads a public body, said by a verb: "who heads the county health department".
import { foldedAt, hasShape, isCapital, type Reading } from '../../reading/reading.ts';
import { shape } from '../../reading/tokens.ts';
import type { OfficeLink, OfficialContext } from '../context.ts';
import { cue } from '../cue-words.ts';
import { tailEnd } from '../phrase-extent.ts';
import { hasCue, type Story } from '../story.ts';
import { bodiesWithin, bodyBefore, bodyOfHead } from '../story-bodies.ts';
import type { TitledPhrase } from '../titled-phrases.ts';
import { privateBody, publicBody } from '../words.ts';
import type { StoryRule } from './official-rule.ts';

export const headsBody: StoryRule = {
  id: 'officials.heads-body',
  reads: 'A name, “who”, and a verb of leading or serving before a public body: “Dana Ode, who chairs the council”.',
  match: findHeads,
  examples: {
    yes: [
      '[[Dana Whitlow]], who chairs the Eastport City Council, spoke.',
      '[[Ana Rojas]], who heads the state transportation department, agreed.',
      'The parish police jury met. [[Ana Rojas]], who represents District C, was absent.',
      '[[Lee Tanaka]], who chairs its board of supervisors, agreed.',
      '[[Lee Tanaka]], who was elected to the Harlan County Board in May, agreed.',
    ],
    no: [
      'Dana Whitlow, who chairs the Eastport Chamber of Commerce, spoke.',
      'Ana Rojas, who represents District C Steel, was absent.',
      'Lee Tanaka, who sued the Harlan County Board in May, agreed.',
      'Ana Rojas, who heads a bakery, agreed.',
    ],
  },
};

const leading = /^(?:heads|chairs|leads|directs|runs|oversees|headed|chaired|led|supervises)$/;
const serving = /^(?:sits|serves|served|sat|elected|appointed|named)$/;

/** Persons without an office so far, each with the clause that says which body they lead or sit on. */
function findHeads(context: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const { reading, mentions } = context;
  const titled = new Set(links.map(({ person }) => person));
  const found: OfficeLink[] = [];
  for (const { person, to } of mentions) {
    if (titled.has(person)) continue;
    if (foldedAt(reading, to) !== ',' || foldedAt(reading, to + 1) !== 'who') continue;
    let verb = to + 2;
    while (/^(?:now|also|has|had|currently|was|is|been|still)$/.test(foldedAt(reading, verb))) verb++;
    const phrase = clauseOf(context, verb);
    if (!phrase) continue;
    titled.add(person);
    found.push({ person, phrase, rule: 'officials.heads-body' });
  }
  return found;
}

function clauseOf({ document, reading }: OfficialContext, verb: number): TitledPhrase | null {
  const word = foldedAt(reading, verb);
  if (/^(?:represents|represented)$/.test(word)) return districtClause(document, reading, verb);
  let begin = verb + 1;
  if (serving.test(word)) {
    if (!/^(?:on|to)$/.test(foldedAt(reading, begin))) return null;
    begin++;
  } else if (!leading.test(word)) return null;
  if (!/^(?:the|its|a)$/.test(foldedAt(reading, begin)) && !isCapital(reading, begin)) return null;
  const [organization = null] = bodiesWithin(
    document,
    reading.starts[begin - 1] ?? 0,
    (reading.starts[begin + 1] ?? reading.text.length) + 1,
  );
  const isArticle = /^(?:its|a)$/.test(foldedAt(reading, begin));
  const end = tailEnd(document, isArticle ? begin : begin - 1, false, true);
  const words = reading.text.slice(reading.starts[begin], reading.ends[end - 1]).toLowerCase();
  const isHead = hasCue(document, end - 1, cue.bodyHead);
  const body = organization ?? (isHead ? bodyOfHead(document, foldedAt(reading, end - 1), begin) : null);
  const known = `${words} ${body?.toLowerCase() ?? ''}`;
  if (end <= begin + 1 || privateBody.test(known) || !isBody.test(known) || !publicBody.test(known)) return null;
  return leadingPhrase(reading, verb, end, body);
}

/** The clause as a phrase of office; its words are the title. */
function leadingPhrase(reading: Reading, verb: number, end: number, body: string | null): TitledPhrase {
  const office = { role: 'agency-head', level: 'body', body: 'named', weak: 'body' } as const;
  return {
    from: verb,
    to: end,
    tail: end,
    title: { from: verb, to: verb + 1, plural: false, office },
    article: 'definite',
    written: reading.text.slice(reading.starts[verb], reading.ends[end - 1]).replaceAll(/\s+/g, ' '),
    tenure: 'current',
    bodies: body === null ? [] : [body],
    serves: -1,
    servesOfficial: false,
  };
}

/** "who represents District 5": a member of the board or council that the story named last. */
function districtClause(document: Story, reading: Reading, verb: number): TitledPhrase | null {
  if (!/^(?:district|ward|precinct|zone|position)$/.test(foldedAt(reading, verb + 1))) return null;
  const body = bodyBefore(document, verb, 'board');
  const end = verb + 3;
  if (body === null || !(isCapital(reading, verb + 2) || hasShape(reading, verb + 2, shape.number))) return null;
  return leadingPhrase(reading, verb, end, body);
}

const isBody =
  /\b(?:board|council|commission|committee|department|office|agency|authority|bureau|division|district|jury|court|service|administration|legislature|senate|assembly|house)\b/;
