// Names at the border: TypeScript is camelCase, everything that leaves the program is snake_case. The one place that maps.

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A copy with every object key in snake_case, at all depths. Arrays and scalars stay as they are; keys of `verbatim` objects too. */
export function toWire(value: unknown, verbatim: ReadonlySet<string> = new Set(['methods'])): unknown {
  if (Array.isArray(value)) return value.map((item) => toWire(item, verbatim));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [snake(key), verbatim.has(key) ? item : toWire(item, verbatim)]),
  );
}
