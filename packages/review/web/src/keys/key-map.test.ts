// Tests of the keys: which does what, how they change, how they are turned off.
import { describe, expect, it } from 'vitest';
import { actionNames, actions } from './actions.ts';
import { actionOf, defaultKeys, keyOf, readKeySettings, refuseKey, remap } from './key-map.ts';

describe('keys', () => {
  it('are different for each action, and each does what the list says', () => {
    expect(new Set(actionNames.map((action) => actions[action].key)).size).toBe(actionNames.length);
    for (const action of actionNames) expect(actionOf(defaultKeys, actions[action].key)).toBe(action);
    expect(actionOf(defaultKeys, 'A')).toBe('sameAgain');
    expect(actionOf(defaultKeys, 'q')).toBeNull();
  });

  it('can be changed, which frees the old key, and changed back', () => {
    const changed = remap(defaultKeys, 'accept', 'y');
    expect([keyOf(changed, 'accept'), actionOf(changed, 'y'), actionOf(changed, 'a')]).toEqual(['y', 'accept', null]);
    expect(remap(changed, 'accept', 'a')).toEqual(defaultKeys);
  });

  it('are refused where they would be ambiguous, in words', () => {
    expect(refuseKey(defaultKeys, 'accept', 'x')).toContain('already: reject');
    expect(refuseKey(defaultKeys, 'accept', '3')).toContain('Digits');
    expect(refuseKey(defaultKeys, 'accept', 'Enter')).toContain('one letter');
    expect(refuseKey(defaultKeys, 'accept', ' ')).toContain('one letter');
    expect(remap(defaultKeys, 'accept', 'x')).toEqual(defaultKeys);
  });

  it('can all be turned off', () => {
    const off = { ...defaultKeys, letters: false };
    expect(actionNames.map((action) => actionOf(off, keyOf(off, action)))).toEqual(actionNames.map(() => null));
  });

  it('are read from what was kept without trusting it', () => {
    expect(readKeySettings(null)).toEqual(defaultKeys);
    const read = (own: object, letters = true) => readKeySettings({ letters, own });
    expect(read({ accept: 'x', reject: 'a' }).own).toEqual({ accept: 'x', reject: 'a' });
    expect(read({ accept: 'y', reject: 'y', skip: 7, none: 'q' }, false)).toEqual({
      letters: false,
      own: { accept: 'y' },
    });
  });
});
