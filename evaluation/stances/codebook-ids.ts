// The words that gold may use: issues by pack, positions, acts, modalities, types of holders. Knows no story.

/** The issues of each pack that has stories here. */
export const issuesOf = {
  'police-oversight': ['civilian-oversight', 'police-budget', 'use-of-force-limits', 'body-camera-release'],
  housing: ['rent-control', 'eviction-protection', 'upzoning', 'homeless-encampments'],
  surveillance: ['alpr-cameras', 'alpr-data-sharing', 'facial-recognition', 'surveillance-oversight'],
  'immigration-enforcement': [
    'limit-ice-cooperation',
    'ice-agreement',
    'detainer-custody',
    'data-sharing',
    'status-policing',
    'sanctuary-policy',
    'arrest-discretion',
    'victim-witness-safety',
    'contact-transparency',
    'funding-penalty',
    'federal-enforcement',
  ],
} as const;

/** A pack, or `none` for stories in which nobody takes a position on any issue of any pack. */
export type StoryPack = keyof typeof issuesOf | 'none';
export const storyPacks: readonly StoryPack[] = [
  'police-oversight',
  'housing',
  'surveillance',
  'immigration-enforcement',
  'none',
];

/** The parts of a pack's stories: what each may be used for is in README.md. */
export const storyParts = [
  'work',
  'probe',
  'second-probe',
  'third-probe',
  'fourth-probe',
  'fifth-probe',
  'sixth-probe',
  'seventh-probe',
  'eighth-probe',
  'ninth-probe',
  'tenth-probe',
  'eleventh-probe',
  'twelfth-probe',
  'thirteenth-probe',
  'fourteenth-probe',
  'fifteenth-probe',
  'sixteenth-probe',
  'seventeenth-probe',
  'held-out',
] as const;

/** The parts that are scored and never read by whoever writes rules. */
export const unreadParts: readonly (typeof storyParts)[number][] = [
  'sixth-probe',
  'sixteenth-probe',
  'seventeenth-probe',
  'held-out',
];

export const positions = ['supports', 'opposes', 'mixed', 'neutral'] as const;
export const bases = ['position', 'practice'] as const;

export const acts: readonly string[] = [
  'statement',
  'vote',
  'resolution',
  'policy',
  'practice',
  'promise',
  'demand',
  'petition',
  'policy-proposal',
  'recommendation',
  'lobbying',
  'public-comment',
  'march',
  'allegation',
  'denial',
  'question',
  'letter',
  'decision',
  'agreement-signed',
  'agreement-declined',
  'agreement-ended',
  'executive-order',
  'law',
  'court-ruling',
  'lawsuit',
];

export const modalities: readonly string[] = [
  'asserted',
  'promised',
  'demanded',
  'proposed',
  'alleged',
  'denied',
  'questioned',
  'conditional',
  'reported',
];

/** Holders who are single people: their surnames are compared. All other types are bodies or groups. */
const personTypes: readonly string[] = [
  'council-member',
  'mayor',
  'city-manager',
  'police-chief',
  'sheriff',
  'state-official',
  'federal-official',
  'president',
  'person',
];

export const holderTypes: readonly string[] = [
  ...personTypes,
  'city',
  'council',
  'police-department',
  'police-collective',
  'county',
  'state',
  'federal-agency',
  'federal-government',
  'federal-law',
  'court',
  'school-district',
  'nonprofit',
  'activists',
  'residents',
  'union',
  'business',
  'outlet',
];
