// Keeps an editor's keys and theme: here at once, then on the server. Knows the session's call.
import type { Core } from '../desk/core.ts';
import type { DeskSession } from '../desk/desk-state.ts';
import { applyTheme } from './theme.ts';

export async function savePreferences(core: Core, changes: Partial<DeskSession['preferences']>): Promise<void> {
  const { session } = core.get();
  if (session === null) return;
  const preferences = { ...session.preferences, ...changes };
  core.set((state) => (state.session === null ? state : { ...state, session: { ...state.session, preferences } }));
  applyTheme(preferences.theme);
  const saved = await core.api.call('set_preferences', { body: preferences });
  if (saved.kind !== 'done') core.say('Your settings are not kept on the server; they hold on this page.', 'bad');
}
