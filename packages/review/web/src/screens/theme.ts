// Light, dark, or what the system says: kept for the next visit so that nothing flashes. Knows the document alone.
import type { DeskSession } from '../desk/desk-state.ts';

export type Theme = DeskSession['preferences']['theme'];

const name = 'civicwire.theme';

/** The theme of the last visit. */
export function storedTheme(): Theme {
  try {
    const theme = localStorage.getItem(name);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch {
    return 'system';
  }
}

export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    localStorage.setItem(name, theme);
  } catch {
    // A browser that keeps nothing asks the system again next time.
  }
}
