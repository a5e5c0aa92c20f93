// The key of an action, as the editor has set it, beside what it does. Knows keys alone.
import type { Action } from '../keys/actions.ts';
import { keyOf } from '../keys/key-map.ts';
import { useKeySettings } from './desk-context.tsx';

/** Nothing when single keys are off. Screen readers hear the button's own words, and the keys from the help. */
export function KeyHint({ action }: { readonly action: Action }) {
  const settings = useKeySettings();
  if (!settings.letters) return null;
  const key = keyOf(settings, action);
  return (
    <span className="kbd key-hint" aria-hidden="true">
      {key.toLowerCase() === key ? key : `⇧${key}`}
    </span>
  );
}
