// Which key does what for one editor: the defaults with the editor's own changes. Pure; knows no event and no storage.
import { type Action, actionNames, actions } from './actions.ts';

/** `letters: false` turns all single-character keys off (WCAG 2.1.4). `own` holds the keys that differ from the defaults. */
export interface KeySettings {
  readonly letters: boolean;
  readonly own: Readonly<Partial<Record<Action, string>>>;
}

export const defaultKeys: KeySettings = { letters: true, own: {} };

/** The key of an action. */
export function keyOf(settings: KeySettings, action: Action): string {
  return settings.own[action] ?? actions[action].key;
}

/** What a pressed key does; null when it does nothing or keys are off. */
export function actionOf(settings: KeySettings, key: string): Action | null {
  if (!settings.letters) return null;
  return actionNames.find((action) => keyOf(settings, action) === key) ?? null;
}

/** Why `key` cannot be an action's key, in words; null when it can. */
export function refuseKey(settings: KeySettings, action: Action, key: string): string | null {
  if ([...key].length !== 1 || key === ' ') return 'Expected one letter or mark.';
  if (/\d/.test(key)) return 'Digits pick candidates and reasons.';
  const holder = actionNames.find((other) => other !== action && keyOf(settings, other) === key);
  return holder === undefined ? null : `“${key}” is already: ${actions[holder].does}.`;
}

/** Gives an action another key. What cannot be is left as it was (see `refuseKey`). */
export function remap(settings: KeySettings, action: Action, key: string): KeySettings {
  if (refuseKey(settings, action, key) !== null) return settings;
  const { [action]: _, ...others } = settings.own;
  return { ...settings, own: key === actions[action].key ? others : { ...others, [action]: key } };
}

/** Settings as they were kept. What does not fit is left out; two actions never share a key. */
export function readKeySettings(kept: { readonly letters: boolean; readonly own: object } | null): KeySettings {
  if (kept === null) return defaultKeys;
  const wanted = { ...defaultKeys, own: ownKeys(kept.own as Readonly<Record<string, unknown>>) };
  const isSound = actionNames.every((action) => refuseKey(wanted, action, keyOf(wanted, action)) === null);
  return { ...(isSound ? wanted : oneByOne(wanted.own)), letters: kept.letters };
}

function ownKeys(own: Readonly<Record<string, unknown>>): Partial<Record<Action, string>> {
  return Object.fromEntries(
    actionNames.flatMap((action) => {
      const key = own[action];
      return typeof key === 'string' && key !== actions[action].key ? [[action, key]] : [];
    }),
  );
}

/** Those of the changes that can be made one after the other. */
function oneByOne(own: KeySettings['own']): KeySettings {
  return actionNames.reduce((settings, action) => remap(settings, action, own[action] ?? keyOf(settings, action)), {
    ...defaultKeys,
  });
}
