// Whole stories against fragments of them: what a page offers beside Readability's choice.
import { describe, expect, it } from 'vitest';
import { readBody } from './body.ts';
import { parsePage } from './dom.ts';

const wards = ['North', 'South', 'East', 'West', 'Harbor', 'Mill', 'Orchard', 'Station', 'Chapel', 'Garden'];
const lead = wards
  .slice(0, 6)
  .map(
    (ward) =>
      `<p>Crews will close two lanes in the ${ward} ward from Monday until the end of the month, the city said.</p>`,
  )
  .join('');
/** Ten stretches of a guide, each with a link in it. */
const guide = wards
  .map(
    (ward) =>
      `<section class="extra-stop"><h3>${ward} ward</h3><div><p>In the ${ward} ward the crews will dig from Monday on, and buses will stop at the next corner instead, the city said.</p><p>Water will be off in ${ward} for an hour on the first day, so people there should fill a kettle and a tub the night before.</p><p>Shops in ${ward} may set their signs on the walk while the street is closed, which the code does not allow at other times.</p></div><p><a href="/${ward}">Map of the detour, with all bus stops and times, in ${ward}</a></p></section>`,
  )
  .join('');

function linesOf(html: string): readonly string[] {
  const parsed = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`);
  if (!parsed.ok) throw new Error(parsed.detail);
  return readBody(parsed.document, { title: null, byline: null }, null).lines;
}

describe('readBody', () => {
  it('takes the whole of a guide of which a fragment was found, though it holds many links', () => {
    const lines = linesOf(`<main><div class="text">${lead}</div>${guide}</main>`);
    for (const ward of wards) expect(lines.join('\n')).toContain(`In the ${ward} ward`);
  });

  it('leaves other stories out where the page marks the short one as its article', () => {
    const lines = linesOf(`<main><article class="entry-content">${lead}</article>${guide}</main>`);
    expect(lines).toHaveLength(6);
  });
});
