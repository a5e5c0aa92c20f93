// The organization of an office: the body named beside it, else the story's body of that kind, else the usual name.
import { spanOf } from '../reading/reading.ts';
import { stateName } from '../states.ts';
import type { Story } from './story.ts';
import { answer } from './story-words.ts';
import type { TitledPhrase } from './titled-phrases.ts';
import { privateBody } from './words.ts';

const bodyKinds: Readonly<Record<string, RegExp>> = {
  council: /\b(?:Council|Aldermen|Select ?board|Selectmen)$/i,
  police: /\bPolice(?: Department)?$|PD$/,
  sheriff: /\bSheriff['’]?s?['’]?s? (?:Office|Department)$|CSO$/,
  fire: /\bFire (?:Department|District|Rescue)$/,
  'county-board': /\b(?:Board of (?:Supervisors|Commissioners)|County (?:Commission|Council|Board)|Police Jury)$/i,
  legislature: /\b(?:Senate|House|House of Representatives|Assembly|Legislature)$/,
  city: /^(?:City|Town|Village) of /,
  county: /\bCounty$/,
  state: /^State of /,
  congress: /\b(?:Congress|Senate|House of Representatives)$/,
  school: /\b(?:School(?: (?:District|Board|Committee|Department))?|Schools|Board of Education)(?: board)?$/i,
  prosecutor: /\b(?:Attorney['’]s Office|Prosecutor['’]s Office)$/,
};

/** Null when the story does not tell and the kind has no usual name. */
export function organizationOf(
  document: Story,
  phrases: readonly TitledPhrase[],
  jurisdiction: string | null,
): string | null {
  const office = phrases[0]?.title.office;
  if (!office) return null;
  const place = jurisdiction?.replace(/, [A-Z]{2}$/, '') ?? null;
  // A county's officers are the sheriff's.
  const ofCounty =
    office.body === 'police' && /\b(?:County|Parish)$/.test(place ?? '') && !jurisdiction?.endsWith(', HI');
  const body = ofCounty ? 'sheriff' : office.body;
  const kind = bodyKinds[body];
  for (const { bodies } of phrases) {
    const named = bodies.find((name) => (!kind || kind.test(name)) && !isPrivate(document, name));
    if (named) return shortFormOf(named, place) ?? ofPlace(named, place);
  }
  // "Department of Natural Resources Director" of a state.
  const agency = office.body === 'state' ? publicAmong(document, phrases) : undefined;
  if (agency) return agency;
  if (office.organization) return office.organization;
  if (
    !kind &&
    office.body === 'named' &&
    phrases.some(({ from, to }) => /\bpolice\b/i.test(spanOf(document.reading, from, to).text))
  )
    return organizationOfPolice(document, place);
  if (kind) {
    const alike = answer(document, 'organizations of a kind', body, () =>
      document.organizations.filter(({ name }) => kind.test(name)),
    );
    const [fitting, other] = place ? alike.filter(({ name }) => name.includes(place)) : alike;
    if (fitting && !other) return fitting.name;
  }
  const title = phrases[0]?.written ?? '';
  const board = office.body === 'named' || office.body === 'school' ? boardOfTitle(title) : null;
  if (board !== null) return ofPlace(board, place, true);
  if (office.body === 'named' && place !== null && phrases[0] && speaksOfMayor(document, phrases[0]))
    return `City of ${place}`;
  return usualName(kindOfCouncil(title, body), place, jurisdiction, title.toLowerCase());
}

const speaksOfMayor = ({ reading }: Story, { from, tail }: TitledPhrase): boolean =>
  /\bmayor\b/.test(spanOf(reading, from, tail).text.toLowerCase());

const isPrivate = (story: Story, name: string): boolean =>
  answer(story, 'private', name, () => privateBody.test(name.toLowerCase()));

const publicAmong = (story: Story, phrases: readonly TitledPhrase[]): string | undefined =>
  phrases.flatMap(({ bodies }) => bodies).find((name) => /\p{Lu}/u.test(name) && !isPrivate(story, name));

/** "Planning Commission" of "Planning Commission Chairman"; null for a title without a board in it. */
function boardOfTitle(title: string): string | null {
  const [, board] =
    /^((?:\p{Lu}\S* ){1,3}(?:Board|Commission|Committee|Authority)|[Ss]chool [Bb]oard|[Bb]oard of [Ee]ducation) (?:[Vv]ice[- ])?(?:[Cc]hair\w*|[Pp]resident|[Mm]embers?|[Ss]ecretary|[Tt]reasurer|[Tt]rustees?|[Cc]lerk)\b/u.exec(
      title.replace(/^(?:former|acting|interim|then|ex)[ -]/i, ''),
    ) ?? [];
  return board ?? null;
}

/** "school board", as the story has it, with its place. */
function ofPlace(name: string, place: string | null, always = false): string {
  return place === null || (!always && /\p{Lu}/u.test(name)) || /^[A-Z]{2}$/.test(place) ? name : `${place} ${name}`;
}

/** "PPD", "MCSO": the force of the jurisdiction, when its first letter agrees. */
function shortFormOf(name: string, place: string | null): string | null {
  if (place === null || !/^[A-Z]{2,6}$/.test(name) || name.charAt(0) !== place.charAt(0)) return null;
  if (/CSO$/.test(name)) return `${place} Sheriff’s Office`;
  return /PD$/.test(name) ? `${place} Police Department` : /FD$/.test(name) ? `${place} Fire Department` : null;
}

/** "Police spokeswoman": the story's only police department, else the usual name. */
function organizationOfPolice({ organizations }: Story, place: string | null): string | null {
  const fitting = organizations.filter(({ name }) => /\bPolice(?: Department)?$/.test(name));
  return fitting.length === 1 && fitting[0] ? fitting[0].name : place && `${place} Police Department`;
}

/** "Selectman", "Alderman", "City Commissioner": councils under other names. */
function kindOfCouncil(title: string, body: string): string {
  if (body !== 'council') return body;
  const word = title.toLowerCase();
  if (/select/.test(word)) return 'select-board';
  if (/alder|^ald\./.test(word)) return 'aldermen';
  return /commissioner/.test(word) ? 'commission' : /trustee/.test(word) ? 'village-board' : body;
}

function usualName(body: string, place: string | null, jurisdiction: string | null, title: string): string | null {
  if (jurisdiction === 'United States') return federalName(body, title);
  if (place === null) return null;
  if (/^[A-Z]{2}$/.test(place)) return stateBody(body, stateName(place) ?? place, title);
  if (/\b(?:County|Parish)$/.test(place) || / Borough, AK$/.test(jurisdiction ?? ''))
    return countyBody(body, place, jurisdiction?.slice(-2) ?? '', title);
  const kind = /\b(village|town|township|borough)\b/.exec(title)?.[1];
  const seat = kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : /\bselect/.test(title) ? 'Town' : 'City';
  switch (body) {
    case 'city':
      return place.endsWith(' Township') ? place : `${seat} of ${place}`;
    case 'council':
      return `${place} ${seat} Council`;
    case 'select-board':
      return `${place} ${title.includes('selectboard') ? 'Selectboard' : 'Select Board'}`;
    case 'aldermen':
      return `${place} Board of Aldermen`;
    case 'commission':
      return `${place} City Commission`;
    case 'village-board':
      return `${place} Village Board`;
    case 'police':
      return `${place} Police Department`;
    case 'fire':
      return `${place} Fire Department`;
    default:
      return null;
  }
}

function federalName(body: string, title: string): string | null {
  const names: Readonly<Record<string, string>> = {
    'attorney-general': 'U.S. Department of Justice',
    'secretary-of-state': 'U.S. Department of State',
  };
  if (body !== 'congress' && body !== 'legislature') return names[body] ?? null;
  if (/\bsen/.test(title)) return 'U.S. Senate';
  return /\brep|\bcongress(?:man|woman)/.test(title) ? 'U.S. House of Representatives' : 'U.S. Congress';
}

/** Houses of a legislature by the title; "House of Delegates", "House of Representatives" as the state calls it. */
function stateBody(body: string, state: string, title: string): string | null {
  if (body === 'state') return `State of ${state}`;
  if (body === 'attorney-general') return `${state} Attorney General’s Office`;
  if (body !== 'legislature') return null;
  if (/\bsen/.test(title)) return `${state} Senate`;
  if (/\bdel/.test(title)) return `${state} House of Delegates`;
  if (/\bassembly/.test(title)) return `${state} ${state === 'New Jersey' ? 'General Assembly' : 'Assembly'}`;
  return /\brep|\bhouse\b/.test(title) ? `${state} House of Representatives` : null;
}

/** Boards of counties by state and title. */
function countyBody(body: string, place: string, state: string, title: string): string | null {
  // Hawaii's counties are its cities.
  if (body === 'county' || (state === 'HI' && body === 'city')) return place;
  if (state === 'HI' && body === 'council') return `${place} Council`;
  if (state === 'HI' && body === 'police') return `${place} Police Department`;
  if (state === 'AK' && (body === 'county-board' || body === 'council')) return `${place} Assembly`;
  if (body === 'fire') return `${place} Fire Department`;
  if (body === 'sheriff') return `${place} Sheriff’s Office`;
  if (body === 'prosecutor')
    return /\bdistrict attorney/.test(title)
      ? `${place} District Attorney’s Office`
      : /\battorney/.test(title)
        ? `${place} Attorney’s Office`
        : /\bprosecutor/.test(title)
          ? `${place} Prosecutor’s Office`
          : null;
  if (body !== 'county-board') return null;
  if (/\bexecutive\b/.test(title) && state !== 'KY') return place;
  if (state === 'TX') return `${place} Commissioners Court`;
  if (state === 'LA') return /\bjur/.test(title) ? `${place} Police Jury` : `${place} Council`;
  if (state === 'KY') return `${place} Fiscal Court`;
  if (/\bsupervisor/.test(title)) return `${place} Board of Supervisors`;
  if (/\bfreeholder/.test(title)) return `${place} Board of Chosen Freeholders`;
  if (/\blegislat/.test(title)) return `${place} Legislature`;
  if (/\bcouncil/.test(title)) return `${place} Council`;
  if (/\bcommission/.test(title)) return `${place} Board of Commissioners`;
  return /\bcounty board\b/.test(title) ? `${place} Board` : null;
}
