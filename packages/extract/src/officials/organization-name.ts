// The organization of an office: the body named beside it, else the story's body of that kind, else the usual name.
import type { Document } from '../document.ts';
import { spanOf } from '../reading/reading.ts';
import type { TitledPhrase } from './titled-phrases.ts';
import { privateBody } from './words.ts';

const bodyKinds: Readonly<Record<string, RegExp>> = {
  council: /\b(?:Council|Aldermen|Select Board|Selectmen)$/,
  police: /\bPolice(?: Department)?$|\bPD$/,
  sheriff: /\bSheriff['’]?s?['’]?s? (?:Office|Department)$/,
  fire: /\bFire (?:Department|District|Rescue)$/,
  'county-board': /\b(?:Board of (?:Supervisors|Commissioners)|County (?:Commission|Council))$/,
  legislature: /\b(?:Senate|House|House of Representatives|Assembly|Legislature)$/,
  city: /^(?:City|Town|Village) of /,
  county: /\bCounty$/,
  state: /^State of /,
  congress: /\b(?:Congress|Senate|House of Representatives)$/,
  school: /\b(?:School District|Public Schools|Unified School District|Schools|School Board)$/,
  prosecutor: /\b(?:Attorney['’]s Office|Prosecutor['’]s Office)$/,
};

/** Null when the story does not tell and the kind has no usual name. */
export function organizationOf(
  document: Document,
  phrases: readonly TitledPhrase[],
  jurisdiction: string | null,
): string | null {
  const office = phrases[0]?.title.office;
  if (!office) return null;
  const kind = bodyKinds[office.body];
  const place = jurisdiction?.replace(/, [A-Z]{2}$/, '') ?? null;
  for (const { bodies } of phrases) {
    const named = bodies.find((name) => !privateBody.test(name.toLowerCase()) && (!kind || kind.test(name)));
    if (named) return named;
  }
  if (office.organization) return office.organization;
  if (
    !kind &&
    office.body === 'named' &&
    phrases.some(({ from, to }) => /\bpolice\b/i.test(spanOf(document.reading, from, to).text))
  )
    return organizationOfPolice(document, place);
  if (kind) {
    const fitting = document.organizations.filter(({ name }) => kind.test(name) && (!place || name.includes(place)));
    if (fitting.length === 1 && fitting[0]) return fitting[0].name;
  }
  return usualName(kindOfCouncil(phrases[0]?.written ?? '', office.body), place, jurisdiction);
}

/** "Police spokeswoman": the story's only police department, else the usual name. */
function organizationOfPolice({ organizations }: Document, place: string | null): string | null {
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

function usualName(body: string, place: string | null, jurisdiction: string | null): string | null {
  if (jurisdiction === 'United States')
    return body === 'attorney-general'
      ? 'U.S. Department of Justice'
      : body === 'secretary-of-state'
        ? 'U.S. Department of State'
        : body === 'congress' || body === 'legislature'
          ? 'U.S. Congress'
          : null;
  if (place === null || (/^[A-Z]{2}$/.test(place) && body !== 'state')) return null;
  const names: Readonly<Record<string, string>> = {
    city: `City of ${place}`,
    council: `${place} City Council`,
    'select-board': `${place} Select Board`,
    aldermen: `${place} Board of Aldermen`,
    commission: `${place} City Commission`,
    'village-board': `${place} Village Board`,
    police: `${place} Police Department`,
    fire: `${place} Fire Department`,
    sheriff: `${place} Sheriff’s Office`,
    county: place,
    state: `State of ${place}`,
  };
  return names[body] ?? null;
}
