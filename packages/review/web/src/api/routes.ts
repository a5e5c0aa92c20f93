// Method and path of each operation that the page uses, held to the contract by their types: the schemas stay on the server.
import type { DeskOperations } from '../../../src/desk-api/contract.ts';

export interface Route {
  readonly method: string;
  readonly path: string;
}

type Used =
  | 'get_session'
  | 'sign_in'
  | 'sign_out'
  | 'set_preferences'
  | 'set_own_password'
  | 'list_queue'
  | 'count_queue'
  | 'list_views'
  | 'save_view'
  | 'delete_view'
  | 'take_next'
  | 'get_item'
  | 'get_near_rules'
  | 'lease_item'
  | 'release_item'
  | 'decide_item'
  | 'adjudicate_item'
  | 'ask_second_opinion'
  | 'comment_item'
  | 'decide_same'
  | 'decide_bulk'
  | 'undo'
  | 'print_item'
  | 'diff_story'
  | 'list_users'
  | 'add_user'
  | 'change_user'
  | 'get_pace'
  | 'get_agreement'
  | 'list_audit'
  | 'list_officials'
  | 'get_official'
  | 'list_candidates'
  | 'decide_official'
  | 'get_positions'
  | 'list_holders'
  | 'get_timeline'
  | 'get_funnel'
  | 'list_stories'
  | 'get_sources'
  | 'get_rules'
  | 'get_coverage';

export const routes: { readonly [Id in Used]: Pick<DeskOperations[Id], 'method' | 'path'> } = {
  get_session: { method: 'get', path: '/session' },
  sign_in: { method: 'post', path: '/session' },
  sign_out: { method: 'delete', path: '/session' },
  set_preferences: { method: 'put', path: '/session/preferences' },
  set_own_password: { method: 'put', path: '/session/password' },
  list_queue: { method: 'get', path: '/queue' },
  count_queue: { method: 'get', path: '/queue/counts' },
  list_views: { method: 'get', path: '/views' },
  save_view: { method: 'post', path: '/views' },
  delete_view: { method: 'delete', path: '/views/{id}' },
  take_next: { method: 'post', path: '/next' },
  get_item: { method: 'get', path: '/items/{id}' },
  get_near_rules: { method: 'get', path: '/items/{id}/near-rules' },
  lease_item: { method: 'post', path: '/items/{id}/lease' },
  release_item: { method: 'delete', path: '/items/{id}/lease' },
  decide_item: { method: 'post', path: '/items/{id}/decision' },
  adjudicate_item: { method: 'post', path: '/items/{id}/adjudication' },
  ask_second_opinion: { method: 'post', path: '/items/{id}/second-opinion' },
  comment_item: { method: 'post', path: '/items/{id}/comments' },
  decide_same: { method: 'post', path: '/items/{id}/same' },
  decide_bulk: { method: 'post', path: '/bulk' },
  undo: { method: 'post', path: '/undo' },
  print_item: { method: 'get', path: '/items/{id}/print' },
  diff_story: { method: 'get', path: '/stories/{id}/diff' },
  list_users: { method: 'get', path: '/users' },
  add_user: { method: 'post', path: '/users' },
  change_user: { method: 'patch', path: '/users/{id}' },
  get_pace: { method: 'get', path: '/team/pace' },
  get_agreement: { method: 'get', path: '/team/agreement' },
  list_audit: { method: 'get', path: '/audit' },
  list_officials: { method: 'get', path: '/officials' },
  get_official: { method: 'get', path: '/officials/{id}' },
  list_candidates: { method: 'get', path: '/officials-candidates' },
  decide_official: { method: 'post', path: '/officials-decisions' },
  get_positions: { method: 'get', path: '/dashboards/positions' },
  list_holders: { method: 'get', path: '/dashboards/holders' },
  get_timeline: { method: 'get', path: '/dashboards/timeline' },
  get_funnel: { method: 'get', path: '/dashboards/funnel' },
  list_stories: { method: 'get', path: '/dashboards/stories' },
  get_sources: { method: 'get', path: '/dashboards/sources' },
  get_rules: { method: 'get', path: '/dashboards/rules' },
  get_coverage: { method: 'get', path: '/dashboards/coverage' },
};
