// What must be found in the stories of the Commencement Bay Observer (Tacoma, WA), delivered by RSS with syntax errors.
import { type ExpectedStory, expectStory } from './expected-story.ts';

export const bayObserver: readonly ExpectedStory[] = [
  expectStory({
    slug: 'tacoma-plate-readers',
    path: '/bay-observer/local/tacoma-plate-readers.html',
    shows:
      'surveillance data refused to federal agencies; allegation; organizations and a newspaper that contain a city',
    required: {
      focus: { name: 'Tacoma', state: 'WA' },
      officials: [{ name: 'Bernadette Oyelaran', role: 'police-chief' }],
      quotes: [
        { speaker: 'Bernadette Oyelaran', first: 'We did not know', last: 'the switch was there' },
        { speaker: 'Yolanda Crewe', first: "You can't audit", last: 'should not own' },
      ],
    },
    hoped: {
      officials: [{ name: 'Lucas Brightwater', role: 'deputy-mayor' }],
      quotes: [{ speaker: 'Lucas Brightwater', first: "I don't mind", last: 'the cameras' }],
      stances: [
        {
          holders: ['Tacoma police', 'Tacoma Police Department', 'Bernadette Oyelaran'],
          issues: ['alpr-data-sharing', 'data-sharing'],
          position: 'opposes',
          basis: 'position',
          evidence: 'will no longer share license plate reader data with ICE',
        },
        {
          holders: ['Yolanda Crewe'],
          issues: ['alpr-data-sharing', 'data-sharing'],
          position: 'opposes',
          basis: 'position',
          evidence: 'the department let ICE search the cameras',
        },
        {
          holders: ['Yolanda Crewe'],
          issues: ['alpr-cameras'],
          position: 'opposes',
          basis: 'position',
          evidence: 'asked the council to cancel the camera contract',
        },
        {
          holders: ['Lucas Brightwater'],
          issues: ['contact-transparency', 'surveillance-oversight'],
          position: 'supports',
          basis: 'position',
          evidence: 'wants every outside search reported to the council',
        },
      ],
    },
    never: {
      focus: ['Seattle'],
      officials: ['Rennick Osei', 'Signe Halloran', 'Yolanda Crewe'],
      stances: [
        {
          holders: ['Tacoma police', 'Tacoma Police Department', 'Bernadette Oyelaran'],
          issues: ['alpr-data-sharing', 'data-sharing'],
          position: 'supports',
          because: 'no longer is a negator (R7), and an allegation is the accuser’s (R4)',
        },
      ],
    },
    hopedNever: { quotes: ['immigration.'] },
  }),
  expectStory({
    slug: 'lakewood-safe-zone',
    path: '/bay-observer/schools/lakewood-safe-zone.html',
    shows: 'the other Lakewood; a school board; a mayor beside the matter; scare quotes; a parent who speaks as "he"',
    required: {
      focus: { name: 'Lakewood', state: 'WA' },
      officials: [
        { name: 'Dermot Sayles', role: 'mayor' },
        { name: 'Vivian Roesch', role: 'superintendent' },
      ],
      quotes: [{ speaker: 'Antoine Kessel', first: 'The lobby is', last: "a judge's signature" }],
    },
    hoped: {
      officials: [
        { name: 'Antoine Kessel', role: 'school-board-member' },
        { name: 'Maureen Hatch', role: 'school-board-member' },
      ],
      quotes: [
        { speaker: 'Maureen Hatch', first: 'I have 31', last: 'I need 34' },
        { speaker: 'Anselm Ruiz-Keane', first: 'Big', last: 'doors' },
      ],
      stances: [
        {
          holders: ['Lakewood School Board'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence: 'to refuse to cooperate with federal immigration agents',
        },
        {
          holders: ['Lakewood School Board'],
          issues: ['sanctuary-policy'],
          position: 'supports',
          basis: 'position',
          evidence: 'to declare its campuses "safe zones"',
        },
      ],
    },
    never: {
      officials: ['Rennick Osei', 'Anselm Ruiz-Keane'],
      stances: [
        {
          holders: ['Lakewood School Board'],
          issues: ['limit-ice-cooperation', 'sanctuary-policy'],
          position: 'opposes',
          because: 'it voted for them',
        },
      ],
    },
    hopedNever: { quotes: ['safe zones'] },
  }),
  expectStory({
    slug: 'marina-lease',
    path: '/bay-observer/local/marina-lease.html',
    shows: 'a page that ends after its navigation',
    outcome: { kind: 'dropped', reasons: ['not-an-article', 'empty'] },
    versions: 0,
  }),
];
