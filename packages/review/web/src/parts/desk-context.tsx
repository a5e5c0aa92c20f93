// Gives every part of the page the desk, its state and the editor's keys. Knows React; knows no part.
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Core } from '../desk/core.ts';
import type { DeskState } from '../desk/desk-state.ts';
import { type KeySettings, readKeySettings } from '../keys/key-map.ts';

const DeskContext = createContext<Core | null>(null);

export function DeskProvider({ core, children }: { readonly core: Core; readonly children: ReactNode }) {
  return <DeskContext value={core}>{children}</DeskContext>;
}

export function useCore(): Core {
  const core = useContext(DeskContext);
  if (core === null) throw new Error('a part of the desk outside of it; expected DeskProvider above');
  return core;
}

/** The state as it is now; the part is drawn again whenever it changes. */
export function useDesk(): DeskState {
  const core = useCore();
  return useSyncExternalStore(core.subscribe, core.get);
}

/** The editor's keys, as the server keeps them. */
export function useKeySettings(): KeySettings {
  const { session } = useDesk();
  return keySettingsOf(session?.preferences ?? null);
}

function keySettingsOf(
  preferences: { readonly keys: Readonly<Record<string, string>>; readonly single_keys: boolean } | null,
): KeySettings {
  return readKeySettings(preferences === null ? null : { letters: preferences.single_keys, own: preferences.keys });
}
