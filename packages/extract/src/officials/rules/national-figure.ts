// officials.national-figure: a president known by an administration, an executive order or a presidential victory alone.
// Knows links that the other rules made; no list of presidents.
import { foldedAt, type Reading } from '../../reading/reading.ts';
import type { OfficeLink, OfficialContext } from '../context.ts';
import { tells } from '../story-words.ts';
import type { TitledPhrase } from '../titled-phrases.ts';
import type { StoryRule } from './official-rule.ts';

export const nationalFigure: StoryRule = {
  id: 'officials.national-figure',
  reads:
    'A person without a title whose administration, executive order or presidential victory a story of federal matters names.',
  match: findFigures,
  examples: {
    yes: [
      '[[Edgar Lowell]] won in March. [[Lowell]]’s executive order on federal grants was the first.',
      'The march followed the election of [[Donald Trump]].',
      'The [[Trump]] administration wants the money back.',
    ],
    no: [
      'Edgar Lowell won the raffle. The federal building is Lowell’s favorite.',
      'Edgar Lowell’s presidential campaign spent federal money.',
      'Ana Adams runs the school. The Adams administration is new.',
      'The march followed the election of Edgar Lowell.',
    ],
  },
};

/**
 * officials.national-figure: a person without a title whose administration, presidency or election as president the story names.
 * The title is what the story says ("president-elect"), else null with the role alone.
 */
function findFigures(context: OfficialContext, links: readonly OfficeLink[]): OfficeLink[] {
  const { reading, document, mentions, phrases, presidentOf } = context;
  const titled = new Set(links.map(({ person }) => person));
  const anchors = new Map<number, { readonly from: number; readonly listed: boolean }>();
  const isListed = (person: number): boolean => {
    const { given, surname, name } = document.people[person] ?? { given: null, surname: '', name: '' };
    return presidentOf(given, surname, name) !== null;
  };
  for (const mention of mentions) {
    if (titled.has(mention.person) || anchors.has(mention.person)) continue;
    const isFull = document.people[mention.person]?.given !== null;
    const listed = isElected(reading, mention, isFull) && isListed(mention.person);
    if (!listed && !isPresidential(reading, mention.to, mention.from)) continue;
    anchors.set(mention.person, { from: mention.from, listed: listed || isListed(mention.person) });
  }
  if (anchors.size === 0) return [];
  const presidency = phrases.find(({ title, article }) => title.office.role === 'president' && article === 'definite');
  const found = [...anchors]
    .filter(([, { listed }]) => listed || tells(document, ofNation))
    .sort(([a], [b]) => a - b)
    .map(([person, { from }]) => ({
      person,
      phrase: presidency ?? barePresidency(from),
      rule: 'officials.national-figure',
    }));
  // Two persons with administrations ("the Obama and Trump administrations") cannot share one "the president".
  return found.length > 1 ? found.map((link) => ({ ...link, phrase: barePresidency(link.phrase.from) })) : found;
}

const ofNation =
  /\b(?:federal|White House|[Pp]residential|president-elect|[Pp]resident|Congress|executive order)\b|U\. ?S\./;

/** "the Ode administration", "Ode's presidential victory", "Ode's executive order", "Ode won the presidency". */
function isPresidential(reading: Reading, to: number, from: number): boolean {
  const next = foldedAt(reading, to);
  if (next === 'administration') return foldedAt(reading, from - 1) === 'the';
  if (next !== "'s" && next !== "'") return false;
  for (let i = to + 1; i < to + 5; i++) {
    if (/^(?:presidency|inauguration)$/.test(foldedAt(reading, i))) return true;
    // A presidential campaign or bid is a candidate's.
    if (
      foldedAt(reading, i) === 'presidential' &&
      /^(?:victory|win|order|orders|directive|memorandum|transition|term)$/.test(foldedAt(reading, i + 1))
    )
      return true;
    if (foldedAt(reading, i) === 'executive' && /^orders?$/.test(foldedAt(reading, i + 1))) return true;
  }
  return false;
}

/** For a person on the roster: "the election of Ana Ode", "under Ana Ode", and an administration of that surname. */
function isElected(
  reading: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  isFull: boolean,
): boolean {
  if (foldedAt(reading, to) === 'administration') return true;
  if (!isFull) return false;
  const last = foldedAt(reading, from - 1);
  if (last === 'elected' || last === 'under') return true;
  if (
    last === 'of' &&
    /^(?:re-?election|election|inauguration|presidency|victory|win)$/.test(foldedAt(reading, from - 2))
  )
    return true;
  const behind = foldedAt(reading, to) === "'s" ? foldedAt(reading, to + 1) : '';
  return /^(?:election|re-election|reelection|inauguration|administration|cabinet|presidency)$/.test(behind);
}

function barePresidency(at: number): TitledPhrase {
  return {
    from: at,
    to: at,
    tail: at,
    title: {
      from: at,
      to: at,
      plural: false,
      office: { role: 'president', level: 'federal', body: 'president', organization: 'United States' },
    },
    article: null,
    written: '',
    tenure: 'current',
    bodies: [],
    serves: -1,
    servesOfficial: false,
  };
}
