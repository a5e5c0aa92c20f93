// What must be found in the stories of the Front Range Courier (Aurora, CO), delivered by Atom.
import { type ExpectedStory, expectStory } from './expected-story.ts';

export const frontRange: readonly ExpectedStory[] = [
  expectStory({
    slug: 'aurora-jail-beds',
    path: '/front-range/government/aurora-jail-beds/',
    shows:
      'a contract not renewed; two officials of one surname; a correction as a second version; a city name of several states',
    versions: 2,
    required: {
      focus: { name: 'Aurora', state: 'CO' },
      officials: [
        { name: 'Tanya Brandt', role: 'council-member' },
        { name: 'Philip Brandt', role: 'city-attorney' },
      ],
      quotes: [{ speaker: 'Philip Brandt', first: 'Nothing in the contract', last: 'the end of January' }],
      stances: [
        {
          holders: ['Aurora City Council'],
          issues: ['ice-agreement'],
          position: 'opposes',
          basis: 'position',
          evidence: 'not to renew its contract with Immigration and Customs Enforcement',
        },
      ],
    },
    hoped: {
      officials: [
        { name: 'Corwin Steele', role: 'council-member' },
        { name: 'Lenora Fitch', role: 'mayor' },
        { name: 'Grant Musgrove', role: 'police-chief' },
      ],
      quotes: [
        { speaker: 'Tanya Brandt', first: 'Then let it', last: 'end' },
        { speaker: 'Corwin Steele', first: 'You are throwing', last: 'a slogan' },
      ],
      stances: [
        {
          holders: ['Corwin Steele'],
          issues: ['ice-agreement'],
          position: 'supports',
          basis: 'position',
          evidence: 'the city should keep the contract',
        },
        {
          holders: ['Grant Musgrove', 'Aurora police', 'Aurora Police Department'],
          issues: ['detainer-custody'],
          position: 'opposes',
          basis: 'practice',
          evidence: 'do not hold anyone for ICE',
        },
      ],
    },
    never: {
      officials: ['Hollis Greer', 'Ines Paredes', 'Wilhelmina Stroud', 'Wilhelmina Strand'],
      stances: [
        {
          holders: ['Aurora City Council'],
          issues: ['ice-agreement'],
          position: 'supports',
          because: 'a vote not to renew (R7)',
        },
      ],
    },
  }),
  expectStory({
    slug: 'longmont-draft',
    path: '/front-range/government/longmont-draft/',
    shows: 'a draft that reads like adopted policy, with unbalanced marks and a negator in a list header',
    required: {
      focus: { name: 'Longmont', state: 'CO' },
      officials: [{ name: 'Irene Salcedo', role: 'police-chief' }],
      quotes: [{ speaker: 'Caleb Winthrop', first: 'It’s a draft', last: 'mark it up' }],
    },
    hoped: {
      stances: [
        {
          holders: ['Longmont Neighbors United'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence: 'The Department does not work with federal immigration authorities on deportation',
        },
        {
          holders: ['Longmont Neighbors United'],
          issues: ['status-policing'],
          position: 'opposes',
          basis: 'position',
          evidence: 'The Department shall not ask any person about immigration status',
        },
        {
          holders: ['Longmont Neighbors United'],
          issues: ['detainer-custody'],
          position: 'opposes',
          basis: 'position',
          evidence: 'Holding a person past release at the request of Immigration and Customs Enforcement',
        },
        {
          holders: ['Longmont Neighbors United'],
          issues: ['data-sharing'],
          position: 'opposes',
          basis: 'position',
          evidence: 'Giving ICE access to Department databases',
        },
        {
          holders: ['Longmont Neighbors United'],
          issues: ['contact-transparency'],
          position: 'supports',
          basis: 'position',
          evidence: 'The Department shall keep a written log of every contact with ICE',
        },
      ],
    },
    never: {
      officials: ['Hollis Greer', 'Caleb Winthrop'],
      stances: [
        {
          holders: [
            'Longmont Police Department',
            'Police Department',
            'Department',
            'The Department',
            'Longmont City Council',
            'City Council',
            'Longmont',
            'City of Longmont',
            'Irene Salcedo',
          ],
          because: 'a draft is the proposer’s until it is adopted (R11)',
        },
        {
          holders: ['Longmont Neighbors United'],
          issues: ['detainer-custody', 'data-sharing'],
          position: 'supports',
          because: 'the negator in the list header governs each item (R13)',
        },
      ],
    },
    hopedNever: { quotes: ['the City', 'ICE'] },
  }),
  expectStory({
    slug: 'greeley-town-hall',
    path: '/front-range/government/greeley-town-hall/',
    shows: 'question, practice, promise, allegation; vocative in a quote; scare quotes and the title of a film',
    required: {
      focus: { name: 'Greeley', state: 'CO' },
      officials: [
        { name: 'Marcus Vell', role: 'police-chief' },
        { name: 'Dale Ostrander', role: 'sheriff' },
      ],
      quotes: [{ speaker: 'Nadia Peralta', first: 'Chief Vell, your own', last: 'something else' }],
      stances: [
        {
          holders: ['Dale Ostrander'],
          issues: ['detainer-custody'],
          position: 'supports',
          basis: 'position',
          evidence: 'he will honor ICE detainers',
        },
      ],
    },
    hoped: {
      officials: [
        { name: 'Ida Thornquist', role: 'council-member' },
        { name: 'Yvonne Achterberg', role: 'city-manager' },
      ],
      quotes: [
        { speaker: 'Marcus Vell', first: 'We verify', last: 'a badge' },
        { speaker: 'Dale Ostrander', first: 'I run', last: 'a jail' },
      ],
      stances: [
        {
          holders: ['Marcus Vell'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'practice',
          evidence: 'officers do not cooperate with ICE',
        },
        {
          holders: ['Ida Thornquist'],
          issues: ['limit-ice-cooperation'],
          position: 'neutral',
          basis: 'position',
          evidence: 'whether officers cooperate with ICE',
        },
        {
          holders: ['Marcus Vell'],
          issues: ['contact-transparency'],
          position: 'supports',
          basis: 'position',
          evidence: 'the department will publish a record of every contact with ICE',
        },
        {
          holders: ['Nadia Peralta'],
          issues: ['limit-ice-cooperation'],
          position: 'supports',
          basis: 'position',
          evidence: 'Greeley police helped ICE close a street',
        },
      ],
    },
    never: {
      officials: ['Junia Marsh', 'Ines Paredes', 'Nadia Peralta'],
      stances: [
        {
          holders: ['Marcus Vell', 'Greeley police', 'Greeley Police Department'],
          issues: ['limit-ice-cooperation'],
          position: 'opposes',
          because: 'an allegation is the accuser’s, never the accused’s (R4)',
        },
        {
          holders: ['Dale Ostrander'],
          issues: ['detainer-custody'],
          position: 'opposes',
          because: 'he says that he will honor them',
        },
      ],
    },
    hopedNever: { quotes: ['false alarm', 'Who Will Answer'] },
  }),
  expectStory({
    slug: 'lakewood-rent-cap',
    path: '/front-range/housing/lakewood-rent-cap/',
    shows: 'a city name of several states, settled by the paper’s home; housing; organizations that contain a city',
    required: {
      focus: { name: 'Lakewood', state: 'CO' },
      officials: [{ name: 'Barrett Yoon', role: 'council-member' }],
      quotes: [
        { speaker: 'Odessa Kline', first: 'I have a file drawer', last: 'in four years' },
        { speaker: 'Barrett Yoon', first: 'Every crane you see', last: 'somebody’s bet' },
      ],
    },
    hoped: {
      officials: [{ name: 'Odessa Kline', role: 'mayor' }],
      stances: [
        {
          holders: ['Lakewood City Council'],
          issues: ['rent-control'],
          position: 'opposes',
          basis: 'position',
          evidence: 'against an ordinance that would have capped rent increases',
        },
        {
          holders: ['Lakewood Chamber of Commerce'],
          issues: ['rent-control'],
          position: 'opposes',
          basis: 'position',
          evidence: 'The Lakewood Chamber of Commerce opposed the cap',
        },
      ],
    },
    never: { focus: ['Denver'], officials: ['Junia Marsh', 'Simon Abiodun'] },
  }),
  expectStory({
    slug: 'police-memo-preview',
    path: '/front-range/preview/police-memo-preview/',
    shows: 'a story behind a path that robots.txt closes',
    outcome: { kind: 'dropped', reasons: ['robots'] },
    versions: 0,
  }),
];
