// Who may speak for whom: kinds of holders that stand on one side. Knows kinds; no issue.
import type { Candidate } from './candidate.ts';

const sides: readonly (readonly string[])[] = [
  [
    'police-department',
    'police-chief',
    'police-collective',
    'police-spokesperson',
    'city',
    'police-officer',
    'department',
  ],
  [
    'mayor',
    'city-manager',
    'council-member',
    'council',
    'city',
    'police-department',
    'police-collective',
    'police-officer',
    'police-chief',
    'department',
  ],
  ['sheriff', 'sheriff-office', 'county', 'jail', 'police-officer'],
  ['state', 'state-official'],
  ['federal-agency', 'federal-government', 'federal-official', 'president'],
  ['school-district', 'official'],
];

/** Whether a speaker can speak for the body whose practice it is. */
export function sameSide(speaker: Candidate, doer: Candidate): boolean {
  return (
    speaker.name === doer.name ||
    sides.some((side) => side.includes(speaker.holderType) && side.includes(doer.holderType))
  );
}
