// What a board is narrowed to, kept in the page's address so that a link or the way back leads there. Knows the address bar.
import { useEffect, useState } from 'react';

export interface Search {
  /** Null when it is not given. */
  readonly get: (name: string) => string | null;
  /** Puts values into the address, a step in the browser's history; null takes one out. */
  readonly set: (values: Readonly<Record<string, string | null>>) => void;
}

export function useSearch(): Search {
  const [search, setSearch] = useState(location.search);
  useEffect(() => {
    const back = () => setSearch(location.search);
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const query = new URLSearchParams(search);
  return {
    get: (name) => query.get(name) || null,
    set: (values) => {
      for (const [name, value] of Object.entries(values)) {
        if (value === null || value === '') query.delete(name);
        else query.set(name, value);
      }
      const next = query.size === 0 ? '' : `?${query}`;
      history.pushState(null, '', location.pathname + next);
      setSearch(next);
    },
  };
}
