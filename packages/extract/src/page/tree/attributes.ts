// Attributes of an element, and what its class and style say. Knows no elements.

export class TreeAttribute {
  readonly name: string;
  value: string;
  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }
  cloneNode(): TreeAttribute {
    return new TreeAttribute(this.name, this.value);
  }
}

export interface Style {
  readonly display: string;
  readonly visibility: string;
}
export const noStyle: Style = { display: '', visibility: '' };
/** The class attribute as it is kept: each word once, parted by single spaces. */
export function tidyClass(written: string): string {
  if (!/\s/.test(written)) return written;
  return [...new Set(written.split(/\s+/).filter((word) => word !== ''))].join(' ');
}

/** The two properties that hide an element, as written in its style attribute. */
export function readStyle(written: string): Style {
  let display = '';
  let visibility = '';
  for (const rule of written.split(/\s*;\s*/)) {
    const colon = rule.indexOf(':');
    if (colon < 0) continue;
    const name = rule.slice(0, colon).trim();
    const value = rule.slice(colon + 1).trim();
    if (value === '') continue;
    if (name === 'display') display = value;
    else if (name === 'visibility') visibility = value;
  }
  return { display, visibility };
}
