// What must be found in the stories of the Worcester Common Record (Worcester, MA), delivered by a news sitemap.
import { type ExpectedStory, expectStory } from './expected-story.ts';

export const commonRecord: readonly ExpectedStory[] = [
  expectStory({
    slug: 'worcester-two-agencies',
    path: '/common-record/news/worcester-two-agencies.html',
    shows:
      'a county and a city of one name; practice beside position; allegation and denial; organizations with a city',
    required: {
      focus: { name: 'Worcester', state: 'MA' },
      officials: [
        { name: 'Thaddeus Rowe', role: 'sheriff' },
        { name: 'Simone Adair', role: 'police-chief' },
      ],
      quotes: [{ speaker: 'Simone Adair', first: 'Two agencies, one', last: 'on the map' }],
      stances: [
        {
          holders: ['Thaddeus Rowe'],
          issues: ['detainer-custody'],
          position: 'supports',
          basis: 'position',
          evidence: 'he will continue to honor ICE detainers',
        },
        {
          holders: ['Simone Adair'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'practice',
          evidence: 'her officers do not take part in immigration enforcement',
        },
      ],
    },
    hoped: {
      officials: [{ name: 'Calvin Dufresne', role: 'state-legislator' }],
      quotes: [
        { speaker: 'Thaddeus Rowe', first: 'I would rather', last: 'than sued' },
        { speaker: 'Petra Lindholm', first: 'It is the same', last: 'van' },
      ],
      stances: [
        {
          holders: ['Worcester Tenants Assembly'],
          issues: ['detainer-custody'],
          position: 'opposes',
          basis: 'position',
          evidence: 'accused Rowe of holding people for ICE',
        },
        {
          holders: ['Calvin Dufresne'],
          issues: ['detainer-custody'],
          position: 'opposes',
          basis: 'position',
          evidence: 'urged the sheriff to stop holding people for ICE',
        },
      ],
    },
    never: {
      officials: ['Bram Castellane', 'Odile Marchetti', 'Petra Lindholm'],
      stances: [
        {
          holders: ['Calvin Dufresne', 'Worcester Tenants Assembly'],
          issues: ['detainer-custody'],
          position: 'supports',
          because: 'a demand to stop, and an accusation (R4, R7)',
        },
        {
          holders: ['Simone Adair'],
          issues: ['detainer-custody'],
          position: 'supports',
          because: 'that is the sheriff, of the county of the same name',
        },
      ],
    },
    hopedNever: { focus: ['West Boylston'] },
  }),
  expectStory({
    slug: 'worcester-review-board',
    path: '/common-record/news/worcester-review-board.html',
    shows:
      'a city that the text never names; a quote over two paragraphs; a cue in mid-quote; scare quotes and the title of a book',
    required: {
      officials: [
        { name: 'Emmett Shaughnessy', role: 'council-member' },
        { name: 'Robert Tillotson', role: 'city-manager' },
      ],
      quotes: [
        { speaker: 'Emmett Shaughnessy', first: 'I was a police', last: '22 years' },
        { speaker: 'Naomi Feld', first: 'Give them', last: 'a phone' },
      ],
    },
    hoped: {
      focus: { name: 'Worcester', state: 'MA' },
      officials: [{ name: 'Priya Nakamura', role: 'council-member' }],
      quotes: [
        { speaker: 'Emmett Shaughnessy', first: 'and nobody ever', last: 'about this board' },
        { speaker: 'Priya Nakamura', first: 'But I have also', last: 'complained about' },
      ],
      stances: [
        {
          holders: ['City Council', 'Worcester City Council'],
          issues: ['civilian-oversight'],
          position: 'supports',
          basis: 'position',
          evidence: 'to create a civilian review board',
        },
      ],
    },
    never: { officials: ['Adele Thibodeau', 'Naomi Feld', 'Desmond Ruel'] },
    hopedNever: { quotes: ['blue folder', 'The Quiet Beat'] },
  }),
  expectStory({
    slug: 'fitchburg-repeal',
    path: '/common-record/region/fitchburg-repeal.html',
    shows: 'a vote against a repeal; a newspaper named after a neighbouring city; state never stated',
    required: {
      focus: { name: 'Fitchburg', state: 'MA' },
      officials: [
        { name: 'Wayne Pelkey', role: 'council-member' },
        { name: 'Celeste Arbour', role: 'mayor' },
      ],
      quotes: [{ speaker: 'Wayne Pelkey', first: 'A letter is coming', last: 'a bill' }],
      stances: [
        {
          holders: ['Fitchburg City Council'],
          issues: ['sanctuary-policy'],
          position: 'supports',
          basis: 'position',
          evidence: 'voted 8-3 against repealing the sanctuary ordinance',
        },
      ],
    },
    hoped: {
      officials: [{ name: 'Terrence Oduya', role: 'police-chief' }],
      quotes: [
        { speaker: 'Celeste Arbour', first: 'Six years', last: 'it has harmed' },
        { speaker: 'Terrence Oduya', first: 'We are 74', last: 'people' },
      ],
      stances: [
        {
          holders: ['Wayne Pelkey'],
          issues: ['sanctuary-policy'],
          position: 'opposes',
          basis: 'position',
          evidence: 'the city should end its sanctuary policy',
        },
        {
          holders: ['Celeste Arbour'],
          issues: ['sanctuary-policy'],
          position: 'supports',
          basis: 'position',
          evidence: 'urged the council to keep the sanctuary ordinance',
        },
      ],
    },
    never: {
      focus: ['Leominster'],
      officials: ['Bram Castellane', 'Lorna Whipple'],
      stances: [
        {
          holders: ['Fitchburg City Council'],
          issues: ['sanctuary-policy'],
          position: 'opposes',
          because: 'it voted against a repeal: two negators (R7)',
        },
        {
          holders: ['Terrence Oduya'],
          issues: ['sanctuary-policy'],
          because: 'he did not take a side',
        },
      ],
    },
  }),
  expectStory({
    slug: 'shelter-zoning',
    path: '/common-record/news/shelter-zoning.html',
    shows: 'a consent wall in place of the story',
    outcome: { kind: 'dropped', reasons: ['consent-wall'] },
    versions: 0,
  }),
];
