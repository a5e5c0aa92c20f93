// Which names fit beside their marks on a map without covering one another. Pure.

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly name: string;
}

export interface Label {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const letterWidth = 6.4;
const lineHeight = 14;
const gap = 4;

/** In the order given, each name where it first fits: right, left, above, below; left out where it fits nowhere. */
export function placeLabels(marks: readonly Labelled[], width: number, height: number): Label[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => box(x - radius, y - radius, 2 * radius, 2 * radius));
  const labels: Label[] = [];
  for (const [own, mark] of marks.entries()) {
    for (const [label, at] of waysOf(mark)) {
      const isInside = at.left >= 0 && at.top >= 0 && at.right <= width && at.bottom <= height;
      if (!isInside || taken.some((other, index) => index !== own && meet(other, at))) continue;
      taken.push(at);
      labels.push(label);
      break;
    }
  }
  return labels;
}

function* waysOf({ x, y, radius, name }: Labelled): Generator<readonly [Label, Box]> {
  const wide = name.length * letterWidth;
  const side = radius + gap;
  yield [{ name, x: x + side, y: y + 4, anchor: 'start' }, box(x + side, y - lineHeight / 2, wide, lineHeight)];
  yield [{ name, x: x - side, y: y + 4, anchor: 'end' }, box(x - side - wide, y - lineHeight / 2, wide, lineHeight)];
  yield [{ name, x, y: y - side, anchor: 'middle' }, box(x - wide / 2, y - side - lineHeight, wide, lineHeight)];
  yield [{ name, x, y: y + side + 10, anchor: 'middle' }, box(x - wide / 2, y + side, wide, lineHeight)];
}

function box(left: number, top: number, wide: number, high: number): Box {
  return { left, top, right: left + wide, bottom: top + high };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
