// Operations beside the editor's work: users, agreement, audit, officials, dashboards. Knows shapes alone, no HTTP.
import * as dashboards from './dashboards.ts';
import * as officials from './officials.ts';
import type { DeskOperation } from './operation.ts';
import * as team from './team.ts';

export const teamOperations = {
  list_users: {
    method: 'get',
    path: '/users',
    role: 'admin',
    about: 'Everybody who may sign in.',
    answer: team.userSchema.array(),
  },
  add_user: {
    method: 'post',
    path: '/users',
    role: 'admin',
    about: 'Add a user.',
    body: team.userInputSchema,
    answer: team.userSchema,
  },
  change_user: {
    method: 'patch',
    path: '/users/{id}',
    role: 'admin',
    about: 'Change role, password, or whether he or she may come in.',
    body: team.userChangeSchema,
    answer: team.userSchema,
  },
  get_pace: {
    method: 'get',
    path: '/team/pace',
    role: 'viewer',
    about: 'Decisions of each editor over time.',
    query: team.sinceSchema,
    answer: team.paceSchema,
  },
  get_agreement: {
    method: 'get',
    path: '/team/agreement',
    role: 'viewer',
    about: 'How far editors agree who judged the same items blind.',
    query: team.sinceSchema,
    answer: team.agreementSchema,
  },
  list_audit: {
    method: 'get',
    path: '/audit',
    role: 'admin',
    about: 'Who did what, newest first.',
    query: team.auditQuerySchema,
    answer: team.auditSchema,
  },

  list_officials: {
    method: 'get',
    path: '/officials',
    role: 'viewer',
    about: 'Officials across stories, most findings first.',
    query: officials.officialsQuerySchema,
    answer: officials.officialsSchema,
  },
  get_official: {
    method: 'get',
    path: '/officials/{id}',
    role: 'viewer',
    about: 'One official with stories, rosters and decisions.',
    answer: officials.officialViewSchema,
  },
  list_candidates: {
    method: 'get',
    path: '/officials-candidates',
    role: 'viewer',
    about: 'Pairs that may be one person, best first, up to 200.',
    answer: officials.candidatesSchema,
  },
  decide_official: {
    method: 'post',
    path: '/officials-decisions',
    role: 'editor',
    about: 'Merge, split, tell apart, link to a roster, or undo one of these.',
    body: officials.officialDecideSchema,
    answer: officials.officialDecidedSchema,
  },

  get_positions: {
    method: 'get',
    path: '/dashboards/positions',
    role: 'viewer',
    about: 'Positions by city and issue, for a map.',
    query: dashboards.positionsQuerySchema,
    answer: dashboards.positionsSchema,
  },
  list_holders: {
    method: 'get',
    path: '/dashboards/holders',
    role: 'viewer',
    about: 'Officials and cities with stances in use: whose timelines there are.',
    answer: dashboards.holdersSchema,
  },
  get_timeline: {
    method: 'get',
    path: '/dashboards/timeline',
    role: 'viewer',
    about: 'Stances of one official or city over time.',
    query: dashboards.timelineQuerySchema,
    answer: dashboards.timelineSchema,
  },
  get_funnel: {
    method: 'get',
    path: '/dashboards/funnel',
    role: 'viewer',
    about: 'From discovered stories to accepted claims.',
    answer: dashboards.funnelSchema,
  },
  get_sources: {
    method: 'get',
    path: '/dashboards/sources',
    role: 'viewer',
    about: 'Health of the sources, and which are silent.',
    answer: dashboards.sourcesSchema,
  },
  get_rules: {
    method: 'get',
    path: '/dashboards/rules',
    role: 'viewer',
    about: 'How rules fare with editors, and which way they go.',
    answer: dashboards.rulesSchema,
  },
  get_coverage: {
    method: 'get',
    path: '/dashboards/coverage',
    role: 'viewer',
    about: 'What is covered, and how fresh it is.',
    answer: dashboards.coverageSchema,
  },
} as const satisfies Readonly<Record<string, DeskOperation>>;
