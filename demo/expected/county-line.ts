// What must be found in the stories of The County Line, a paper without a home town, delivered by RSS.
import { type ExpectedStory, expectStory } from './expected-story.ts';

export const countyLine: readonly ExpectedStory[] = [
  expectStory({
    slug: 'springfield-teagues',
    path: '/county-line/the-middle/springfield-teagues',
    shows: 'one of many Springfields; two officials of one surname on two sides; an organization that contains a city',
    required: {
      focus: { name: 'Springfield', state: 'IL' },
      officials: [
        { name: 'Roland Teague', role: 'police-chief' },
        { name: 'Roberta Teague', role: 'sheriff' },
      ],
      quotes: [{ speaker: 'Roberta Teague', first: 'He has his shop', last: 'I have mine' }],
      stances: [
        {
          holders: ['Roberta Teague'],
          issues: ['ice-agreement'],
          position: 'supports',
          basis: 'position',
          evidence: 'she will sign a 287(g) agreement',
        },
      ],
    },
    hoped: {
      officials: [{ name: 'Percy Vandermolen', role: 'council-member' }],
      quotes: [
        { speaker: 'Roland Teague', first: 'My mother gets', last: 'her mail' },
        { speaker: 'Roland Teague', first: "What I can't", last: 'have' },
      ],
      stances: [
        {
          holders: ['Roland Teague'],
          issues: ['status-policing'],
          position: 'opposes',
          basis: 'position',
          evidence: 'ordered his officers on Monday not to ask anyone about immigration status',
        },
      ],
    },
    never: {
      officials: ['Winifred Tallis', 'Jonah Prew', 'Agnes Mbeki-Lowe'],
      stances: [
        {
          holders: ['Roland Teague'],
          issues: ['ice-agreement'],
          because: 'that is the sheriff of the same surname',
        },
        {
          holders: ['Roland Teague', 'Roberta Teague'],
          issues: ['status-policing'],
          position: 'supports',
          because: 'an order not to ask (R7)',
        },
      ],
    },
  }),
  expectStory({
    slug: 'chiefs-one-answer',
    path: '/county-line/the-middle/chiefs-one-answer',
    shows:
      'a misspelt city; newspapers named after cities; a collective holder; cooperate in another sense; no one focus',
    required: {
      officials: [
        { name: 'Lowell Granger', role: 'police-chief' },
        { name: 'Cornelia Stubbs', role: 'police-chief' },
      ],
      quotes: [{ speaker: 'Astrid Kowalczyk', first: 'We want the', last: 'phone to ring' }],
      stances: [
        {
          holders: ['Cornelia Stubbs'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence: 'her officers will not take part in immigration enforcement',
        },
      ],
    },
    hoped: {
      focus: { name: 'Cincinnati', state: 'OH' },
      officials: [
        { name: 'Astrid Kowalczyk', role: 'police-chief' },
        { name: 'Leland Furtado', role: 'police-chief' },
      ],
      quotes: [{ speaker: 'Lowell Granger', first: 'We will not work', last: 'time sheet' }],
      stances: [
        {
          holders: ['Lowell Granger'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence: 'We will not work with ICE on deportation efforts',
        },
        {
          holders: ['Police chiefs', 'Police chiefs in four cities'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence: 'they will not help carry out deportation raids',
        },
        {
          holders: ['Interstate Sheriffs Forum'],
          issues: ['ice-agreement'],
          position: 'supports',
          basis: 'position',
          evidence: 'it supports agreements with ICE',
        },
      ],
    },
    never: {
      focus: ['Dayton'],
      officials: ['Winifred Tallis', 'Buck Ellery', 'Corrine Vasquez-Howe'],
      stances: [
        {
          holders: ['Astrid Kowalczyk'],
          issues: ['limit-ice-cooperation'],
          evidence: "We don't want witnesses to not cooperate",
          because: 'cooperation of witnesses with the police, not with ICE (R14)',
        },
      ],
    },
    hopedNever: { quotes: ['Knock and Announce'] },
  }),
];
