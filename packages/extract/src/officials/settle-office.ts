// Titles that mean another office beside some bodies: a commissioner of police, a trustee of a village, the president of a
// council. Knows the words around a title and the bodies of the story; not who holds the office.
import { levelOf, placesIn } from './level.ts';
import { rangeText } from './range-text.ts';
import type { Story } from './story.ts';
import { bodyBefore } from './story-bodies.ts';
import { townLeads } from './story-jurisdiction.ts';
import { mentionsOf, speaksOf } from './story-words.ts';
import type { Office } from './title-table.ts';
import type { TitledPhrase } from './titled-phrases.ts';

const offices = {
  council: { role: 'council-member', level: 'city', body: 'council' },
  boroughAssembly: { role: 'council-member', level: 'county', body: 'county-board' },
  county: { role: 'county-commissioner', level: 'county', body: 'county-board' },
  school: { role: 'school-official', level: 'school', body: 'school' },
  police: { role: 'police-chief', level: 'city', body: 'police' },
  fire: { role: 'fire-chief', level: 'city', body: 'fire' },
  town: { role: 'mayor', level: 'city', body: 'city' },
  staff: { role: 'city-staff', level: 'city', body: 'city' },
  countyStaff: { role: 'county-staff', level: 'county', body: 'county' },
  trooper: { role: 'state-police', level: 'state', body: 'state' },
  judge: { role: 'judge', level: 'court', body: 'court' },
  member: { role: 'agency-head', level: 'body', body: 'named' },
  congress: { role: 'congress-member', level: 'federal', body: 'congress' },
  statehouse: { role: 'state-legislator', level: 'state', body: 'legislature' },
  state: { role: 'state-executive', level: 'state', body: 'state' },
  federal: { role: 'agency-head', level: 'federal', body: 'federal' },
  guard: { role: 'federal-agent', level: 'federal', body: 'federal' },
} as const satisfies Record<string, Office>;

const schoolBoard =
  /\b(?:school (?:board|committee|district|department)|board of education|(?:public|unified|city|county) schools|schools)\b/;
const cityCouncil =
  /\b(?:city council|town council|village (?:board|council)|borough council|common council|select board|selectmen|aldermen|city commission|town board|town meeting|township board|(?:township|village) trustees|selectboard)\b/;
const countyBoard =
  /\b(?:board of supervisors|county (?:commission|council|board|legislature)|board of (?:county )?commissioners|police jury|commissioners court|fiscal court|quorum court|freeholders|county (?:commissioners|supervisors))\b/;

/** The phrase with the office that its words and bodies tell; the same phrase when they tell nothing else. */
export function settleOffice(document: Story, phrase: TitledPhrase): TitledPhrase {
  const office = settled(document, phrase);
  const { weak } = phrase.title.office;
  return office === null
    ? phrase
    : {
        ...phrase,
        bodies: bodiesOf(document, phrase, office),
        title: { ...phrase.title, office: weak && weak !== 'nation' ? { ...office, weak } : office },
      };
}

/** A commissioner of no body that the phrase names sits on the board named last. */
function bodiesOf(document: Story, { bodies, from }: TitledPhrase, office: Office): readonly string[] {
  const board = office === offices.member && bodies.length === 0 ? bodyBefore(document, from, 'board') : null;
  return board === null ? bodies : [board];
}

function settled(document: Story, phrase: TitledPhrase): Office | null {
  const { role, weak } = phrase.title.office;
  if (certain.has(role)) return null;
  const around = aroundTitle(document, phrase);
  if (role === 'judge' && /\bmagistrate/.test(around) && speaksOf(document, /\bfiscal court\b|\bjudge-executive\b/))
    return offices.county;
  if (role === 'legislator') return legislator(document, phrase);
  if (role === 'agency-head' && weak === 'body')
    return byChamber(document, phrase, around) ?? byBody(document, phrase, around);
  if (role === 'city-staff' && isOfSchools(document, phrase, around)) return offices.school;
  if (role === 'school-official' && weak && /\b(?:u\.s\.|federal|bureau of|national park|forest)\b/.test(around))
    return offices.federal;
  if (
    role === 'county-commissioner' &&
    /\bcounty judge\b/.test(around) &&
    !/executive/.test(around) &&
    sitsInCourt(document, phrase)
  )
    return offices.judge;
  if (role === 'county-commissioner' && weak) return commissioner(document, phrase, around);
  if (role === 'county-staff' && weak && schoolBoard.test(around)) return offices.school;
  if (role === 'county-staff' && weak && !/\bcounty\b/.test(around) && townLeads(document)) return offices.staff;
  if (role === 'county-staff')
    return /\bcount(?:y|ies)\b|\bparish\b/.test(around) || speaksOf(document, /\bcounty\b|\bparish\b/)
      ? null
      : offices.staff;
  if (role === 'police-officer') return force(document, phrase, around);
  if (role === 'police-chief' && weak) return isFire(document, phrase, around) ? offices.fire : null;
  if (role === 'school-official' && weak && /\bpolice\b|pd\b/.test(around)) return offices.police;
  if (
    role === 'school-official' &&
    weak &&
    /\b(?:parks?|streets?|highway|water|sewer|cemetery|utilit|public works|recreation)/.test(around)
  )
    return offices.staff;
  if (role === 'council-member' && !/\bcity\b|\bcouncil\b.+/.test(around) && sitsOnCountyCouncil(document, phrase))
    return offices.county;
  if (role === 'council-member' && /\bcounty\b|\bparish\b/.test(around) && !/\bcity\b/.test(around))
    return offices.county;
  if (role === 'state-legislator' && ofAssembly.test(around) && !hasAssembly(document, phrase))
    return isOfBorough(document) ? offices.boroughAssembly : offices.council;
  if (role === 'city-staff' && /\bborough\b/.test(around) && isOfBorough(document)) return offices.countyStaff;
  if (role === 'school-official' && weak && /trustee/.test(around))
    return /\b(?:village|town|township|city)\b/.test(around) ||
      !speaksOf(
        document,
        /\b(?:school|superintendent|principal|student|college|university|library|hospital|isd|pension)/,
      )
      ? offices.council
      : null;
  if (role === 'city-staff' && /\bcounty\b/.test(around) && !/\bcity\b/.test(around)) return offices.countyStaff;
  return role === 'mayor' && /\bsupervisor/.test(around) && /\bcounty\b/.test(around) ? offices.county : null;
}

/** Roles that no words around a title change. */
const certain = new Set(
  'sheriff state-police federal-agent prosecutor us-attorney attorney-general fire-chief coroner governor state-executive congress-member president cabinet-member secretary-of-state spokesperson'.split(
    ' ',
  ),
);

const ofAssembly = /\bassembly ?(?:members?|president|vice president|chair\w*)\b/;

/** A borough of Alaska that is no city as well: it stands for the county. */
function isOfBorough(document: Story): boolean {
  return document.places.some(
    ({ type, name, state }) => type === 'county' && state === 'AK' && / Borough$/.test(name) && !/City and/.test(name),
  );
}

/** States whose lower house is an assembly; elsewhere (Alaska's boroughs) an assembly is a council. */
function hasAssembly(document: Story, phrase: TitledPhrase): boolean {
  const state = placesIn(document, phrase).find((place) => place.state !== null)?.state ?? document.home?.state;
  return state ? /^(?:CA|NJ|NV|NY|WI)$/.test(state) : !speaksOf(document, /\b(?:city and )?borough\b/);
}

/** "House Budget Chairman", "the Senate's finance chairwoman": of a legislature's chamber. */
function byChamber(document: Story, phrase: TitledPhrase, around: string): Office | null {
  if (
    !/^(?:(?:the|state|former|then) )?(?:house|senate|assembly)\b.*\b(?:chair\w*|whip|leader|clerk|secretary)\b/.test(
      around,
    )
  )
    return null;
  if (/\bu\. ?s\./.test(around)) return offices.congress;
  const office = { role: 'legislator', level: 'state-or-federal', body: 'legislature' } as const;
  const level = levelOf(document, { ...phrase, bodies: [], title: { ...phrase.title, office } });
  return level === 'federal' ? offices.congress : offices.statehouse;
}

/** A department's director in a story of schools alone: "Transportation Director" behind "the School Board". */
function isOfSchools(document: Story, phrase: TitledPhrase, around: string): boolean {
  return (
    /\b(?:transportation|finance|human resources|facilities|operations|nutrition|technology|communications)\b/.test(
      around,
    ) &&
    !/\b(?:city|town|village|county)\b/.test(around) &&
    schoolBoard.test(bodyBefore(document, phrase.from, 'board')?.toLowerCase() ?? '') &&
    !speaksOf(document, /\bcity (?:council|hall|manager)\b|\btown (?:council|manager)\b/)
  );
}

/** A bare "Councilwoman", where the only council that the story names is a county's. */
function sitsOnCountyCouncil(document: Story, phrase: TitledPhrase): boolean {
  if (phrase.from !== phrase.title.from || phrase.bodies.length > 0) return false;
  if (speaksOf(document, /\bcity council|\btown council|\balder|\bvillage board|\bborough council/)) return false;
  return countyBoard.test(bodyBefore(document, phrase.from, 'board')?.toLowerCase() ?? '');
}

/** A county judge heads the county in Texas, Arkansas, Kentucky and Tennessee; elsewhere he or she sits in a court. */
function sitsInCourt(document: Story, phrase: TitledPhrase): boolean {
  const state = placesIn(document, phrase)[0]?.state ?? document.home?.state;
  return state !== undefined && state !== null && !/^(?:TX|AR|KY|TN)$/.test(state);
}

/** "Sen.", "Rep.": of Congress or of a state, where the story tells. */
function legislator(document: Story, phrase: TitledPhrase): Office | null {
  const level = levelOf(document, phrase);
  return level === 'federal' ? offices.congress : level === 'state' ? offices.statehouse : null;
}

function byBody(document: Story, { title }: TitledPhrase, around: string): Office | null {
  const { level } = title.office;
  if (
    level !== 'body' ||
    !/\b(?:chair\w*|president|members?|moderator|vice|trustee|represents|secretary|treasurer|clerk)\b/.test(around)
  )
    return null;
  if (schoolBoard.test(around)) return offices.school;
  if (cityCouncil.test(around)) return offices.council;
  const ofCounty =
    /^(?:vice )?commission (?:chair|president|vice)/.test(around) &&
    speaksOf(document, /\bcounty\b/) &&
    !speaksOf(document, /\b(?:city|planning) commission\b/);
  if (ofCounty || countyBoard.test(around)) return offices.county;
  // "the council's president", where no other council is told of.
  return /\bcouncil\b/.test(around) && !/\b(?:student|tribal|community|advisory|of governments)\b/.test(around)
    ? offices.council
    : null;
}

function commissioner(document: Story, phrase: TitledPhrase, around: string): Office | null {
  if (/\bpolice\b/.test(around) && !/\bjur/.test(around)) return offices.police;
  const places = placesIn(document, phrase, false);
  if (places.length > 0 && places.every(({ type }) => type === 'state')) return offices.state;
  if (/\bcounty\b|\bparish\b|\bprecinct\b|\bjur(?:or|y)\b/.test(around)) return null;
  if (/\b(?:planning|zoning|port|airport|parks?|housing|utility|library)\b/.test(around)) return offices.member;
  if (/\bsupervisor/.test(around)) return supervisor(document, phrase, around);
  if (cityCouncil.test(around)) return offices.council;
  if (countyBoard.test(around)) return null;
  const board = bodyBefore(document, phrase.from, 'board')?.toLowerCase() ?? '';
  if (
    /\bcity commission\b/.test(board) ||
    (speaksOf(document, /\bcity commission/) && !speaksOf(document, /\bcounty commission/))
  )
    return offices.council;
  if (
    /\b(?:planning|zoning|park|port|utility|utilities|housing|historic|airport|charter|transit)\b.*\b(?:commission|board|district|commissioners)$/.test(
      board,
    )
  )
    return offices.member;
  if (/^port of |\b(?:port|park|water|hospital|fire|sewer|utility) district$/.test(board)) return offices.member;
  return speaksOf(document, /\b(?:planning|zoning) commission/) &&
    !speaksOf(document, /\bcounty\b|\bcommissioners court\b/)
    ? offices.member
    : null;
}

/** Heads of towns in New York, Michigan and Illinois; elsewhere members of a town's or a county's board. */
function supervisor(document: Story, phrase: TitledPhrase, around: string): Office | null {
  if (/\b(?:town|township)\b/.test(around)) return offices.town;
  if (/\bboard of supervisors\b/.test(around) || !townLeads(document)) return null;
  return !phrase.title.plural && /^(?:NY|MI|IL)$/.test(document.home?.state ?? '') ? offices.town : offices.council;
}

/** Ranks follow the force that is named with them, else the only kind of force that the story speaks of. */
function force(document: Story, phrase: TitledPhrase, around: string): Office | null {
  const own = /\b(?:police|sheriff|patrol|trooper|fire|coast guard|jail)/.test(around) ? around : '';
  if (/coast guard/.test(own)) return offices.guard;
  if (/state police|highway patrol|state patrol|trooper/.test(own)) return offices.trooper;
  if (/\bfire\b/.test(own) && !/police|sheriff/.test(own)) return offices.fire;
  if (own && !/jail/.test(own)) return null;
  const nearest = bodyBefore(document, phrase.from, 'force')?.toLowerCase() ?? '';
  if (/state police|patrol$/.test(nearest)) return offices.trooper;
  const sheriffs = mentionsOf(document, /\bsheriff|\bcounty jail/g);
  const police = mentionsOf(document, /\bpolice\b/g);
  const troopers = mentionsOf(document, /\bstate (?:police|trooper|patrol)|\bhighway patrol/g);
  if (troopers > 0 && sheriffs === 0 && police === mentionsOf(document, /\bstate police\b/g)) return offices.trooper;
  const county = { ...phrase.title.office, level: 'county', body: 'sheriff' } as const;
  return sheriffs > 0 && police === 0 ? county : null;
}

function isFire(document: Story, phrase: TitledPhrase, around: string): boolean {
  if (/\bfire\b/.test(around)) return true;
  if (/\bpolice\b/.test(around)) return false;
  const nearest = bodyBefore(document, phrase.from, 'force')?.toLowerCase();
  return nearest
    ? /\bfire\b/.test(nearest)
    : speaksOf(document, /\bfire chief\b|\bfirefighter/) && !speaksOf(document, /\bpolice\b/);
}

/** The words of the phrase with its tail, its bodies, and what follows the holder's name. */
function aroundTitle({ reading }: Story, { from, tail, bodies, behindName }: TitledPhrase): string {
  let words = rangeText(reading, from, tail);
  if (behindName && behindName[0] < behindName[1])
    words = from < tail ? `${words} ${rangeText(reading, ...behindName)}` : rangeText(reading, ...behindName);
  return bodies.length === 0 ? `${words} ` : `${words} ${bodies.join(' ').toLowerCase()}`;
}
