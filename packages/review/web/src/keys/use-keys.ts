// Listens to keys and says which action they mean. Knows events; knows no action's doing.
import { useEffect, useEffectEvent } from 'react';
import type { Action } from './actions.ts';
import { actionOf, type KeySettings } from './key-map.ts';

/** Keys that may be held down: going through the list. A held key must not decide on item after item. */
const repeatable: ReadonlySet<Action> = new Set(['next', 'previous', 'startLeft', 'startRight', 'endLeft', 'endRight']);

/** Whether somebody is writing there, or it has its own keys. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type="radio"], [type="checkbox"]), [contenteditable]')
  );
}

/** Calls `act` for each key that means something; `act` says whether it did anything. */
export function useKeys(settings: KeySettings, act: (action: Action) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (takesText(event.target) || document.querySelector('dialog[open]') !== null) return;
    const action = actionOf(settings, event.key);
    if (action === null || (event.repeat && !repeatable.has(action))) return;
    if (act(action)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
