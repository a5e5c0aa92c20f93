// What must be found in the stories of the Old Pueblo Dispatch (Tucson, AZ), delivered by RSS.
import { type ExpectedStory, expectStory } from './expected-story.ts';

const petition = '/old-pueblo/city-hall/council-rejects-petition';

export const oldPueblo: readonly ExpectedStory[] = [
  expectStory({
    slug: 'council-rejects-petition',
    path: petition,
    shows:
      'a vote against a petition not to take part; vocative in a quote; allegation, denial, promise; state never stated',
    required: {
      focus: { name: 'Tucson', state: 'AZ' },
      officials: [
        { name: 'Amos Ortega', role: 'police-chief' },
        { name: 'Delia Marquand', role: 'mayor' },
        { name: 'Ruben Tarquin', role: 'council-member' },
      ],
      quotes: [{ speaker: 'Lucero Vance', first: 'Chief Ortega, your officers', last: 'at the curb' }],
      stances: [
        {
          holders: ['Tucson City Council'],
          issues: ['limit-ice-cooperation'],
          position: 'opposes',
          basis: 'position',
          evidence: 'voted 5-2 on Tuesday against a petition',
        },
      ],
    },
    hoped: {
      officials: [{ name: 'Joan Petrakis', role: 'city-manager' }],
      quotes: [
        { speaker: 'Lucero Vance', first: 'We have the body', last: 'you have watched it' },
        { speaker: 'Amos Ortega', first: 'That does not', last: 'happen' },
        { speaker: 'Ruben Tarquin', first: 'A petition with', last: 'eleven minutes' },
        { speaker: 'Ruben Tarquin', first: 'I can live with', last: 'losing a vote' },
        { speaker: 'Ignacio Bell', first: 'Somebody in this', last: 'go first' },
      ],
      stances: [
        {
          holders: ['Puentes del Desierto'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence:
            'a petition that asked the Tucson Police Department to not take part in federal immigration enforcement',
        },
        {
          holders: ['Delia Marquand'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence: 'the city will not use its police to assist in deportation raids',
        },
        {
          holders: ['Amos Ortega'],
          issues: ['detainer-custody'],
          position: 'opposes',
          basis: 'practice',
          evidence: 'denied that his officers hand people over to ICE',
        },
        {
          holders: ['Lucero Vance'],
          issues: ['detainer-custody'],
          position: 'opposes',
          basis: 'position',
          evidence: 'your officers hand people over to ICE at the curb',
        },
        {
          holders: ['Joan Petrakis'],
          issues: ['limit-ice-cooperation'],
          position: 'opposes',
          basis: 'position',
          evidence: 'recommended that the council deny the petition',
        },
      ],
    },
    never: {
      officials: ['Marisol Quade', 'Theo Lanark', 'Lucero Vance', 'Ignacio Bell'],
      stances: [
        {
          holders: ['Tucson City Council'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          because: 'it voted against a petition not to take part: two negators (R2)',
        },
        {
          holders: ['Amos Ortega', 'Tucson Police Department'],
          issues: ['detainer-custody'],
          position: 'supports',
          because: 'an allegation is the accuser’s, never the accused’s (R4)',
        },
      ],
    },
    hopedNever: { quotes: ['Eleven minutes'] },
  }),
  expectStory({
    slug: 'council-rejects-petition',
    path: '/old-pueblo/amp/council-rejects-petition',
    shows: 'the same story under another path with tracking parameters and a canonical link',
    outcome: { kind: 'duplicate', of: petition },
    versions: 0,
  }),
  expectStory({
    slug: 'yuma-traffic-log',
    path: '/old-pueblo/region/yuma-traffic-log',
    shows:
      'a mayor whose title and name never stand together; an agreement not renewed; city and county of one name; an organization that contains a city',
    required: {
      focus: { name: 'Yuma', state: 'AZ' },
      officials: [{ name: 'Orrin Blakemore', role: 'sheriff' }],
      quotes: [{ speaker: 'Harlan Desai', first: 'We wrote that log', last: 'crossing guards' }],
      stances: [
        {
          holders: ['Yuma', 'City of Yuma', 'the city', 'Harlan Desai'],
          issues: ['ice-agreement'],
          position: 'opposes',
          basis: 'position',
          evidence: 'The city will not renew its agreement with ICE',
        },
      ],
    },
    hoped: {
      officials: [{ name: 'Harlan Desai', role: 'mayor' }],
      quotes: [
        { speaker: 'Carla Bonham', first: 'Now we wait', last: 'everybody else' },
        { speaker: 'Orrin Blakemore', first: 'Different building', last: 'different boss' },
        { speaker: 'Trudy Salamanca', first: 'They want to know', last: 'a broken taillight' },
      ],
      stances: [
        {
          holders: ['Yuma police', 'Yuma Police Department', 'Harlan Desai', 'City of Yuma'],
          issues: ['data-sharing'],
          position: 'opposes',
          basis: 'position',
          evidence: 'will stop sharing their daily traffic-stop log with Immigration and Customs Enforcement',
        },
        {
          holders: ['Yuma Police Officers Association'],
          issues: ['limit-ice-cooperation'],
          position: 'opposes',
          basis: 'position',
          evidence: "criticized the mayor's refusal to work with ICE",
        },
        {
          holders: ['Orrin Blakemore', "Yuma County Sheriff's Office"],
          issues: ['data-sharing', 'detainer-custody'],
          position: 'supports',
          basis: 'practice',
          evidence: 'his office will go on answering questions from ICE',
        },
      ],
    },
    never: {
      officials: ['Gideon Farr', 'Theo Lanark', 'Trudy Salamanca'],
      stances: [
        {
          holders: ['Yuma police', 'Yuma Police Department', 'City of Yuma', 'Harlan Desai'],
          issues: ['data-sharing', 'ice-agreement'],
          position: 'supports',
          because: 'stop and not renew are negators (R7)',
        },
        {
          holders: ['Yuma Police Officers Association'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          because: 'it criticized a refusal: two negators (R7)',
        },
      ],
    },
  }),
  expectStory({
    slug: 'casa-grande-declines',
    path: '/old-pueblo/region/casa-grande-declines',
    shows: 'a denied 287(g) agreement; newspapers named after cities; a person and a street named like a city',
    required: {
      focus: { name: 'Casa Grande', state: 'AZ' },
      officials: [
        { name: 'Wendell Akande', role: 'police-chief' },
        { name: 'Peggy Lindqvist', role: 'council-member' },
      ],
      quotes: [{ speaker: 'Wendell Akande', first: 'I read it twice', last: 'in the envelope' }],
      stances: [
        {
          holders: ['Wendell Akande'],
          issues: ['ice-agreement'],
          position: 'opposes',
          basis: 'position',
          evidence: 'has declined to sign a 287(g) agreement',
        },
      ],
    },
    hoped: {
      officials: [{ name: 'Raymond Oakes', role: 'city-attorney' }],
      quotes: [
        { speaker: 'Peggy Lindqvist', first: 'Our people are', last: 'offering a hand' },
        { speaker: 'Florence Tate', first: "They didn't want", last: 'a speech' },
      ],
      stances: [
        {
          holders: ['Peggy Lindqvist'],
          issues: ['ice-agreement'],
          position: 'supports',
          basis: 'position',
          evidence: 'she supports the agreement',
        },
      ],
    },
    never: {
      focus: ['Mesa', 'Phoenix', 'Florence', 'Coolidge', 'Eloy', 'Tucson'],
      officials: ['Gideon Farr', 'Florence Tate'],
      stances: [
        {
          holders: ['Wendell Akande'],
          issues: ['ice-agreement'],
          position: 'supports',
          because: 'declined to sign is a negator (R7)',
        },
      ],
    },
    hopedNever: { quotes: ['the envelope'] },
  }),
  expectStory({
    slug: 'sheriff-overtime',
    path: '/old-pueblo/investigations/sheriff-overtime',
    shows: 'a paywall stub: two paragraphs and an offer',
    outcome: { kind: 'paywall-stub' },
    versions: 0,
    never: { officials: ['Marisol Quade'] },
  }),
];
