// Identity of story addresses: what is the same, what is not, and what is shown.
import { expect, test } from 'vitest';
import { normalizeUrl } from './normalize-url.ts';

const story = 'https://www.valleytimes.example/2026/03/Council-Votes';
const key = (url: string): string | undefined => normalizeUrl(url)?.key;

test.each([
  ['scheme and www.', 'http://valleytimes.example/2026/03/Council-Votes'],
  ['case and final dot of the host', 'https://WWW.ValleyTimes.Example./2026/03/Council-Votes'],
  ['the default port', 'https://www.valleytimes.example:443/2026/03/Council-Votes'],
  ['the fragment', `${story}#comments`],
  ['slashes', 'https://www.valleytimes.example//2026/03//Council-Votes/'],
  ['dot segments', 'https://www.valleytimes.example/2026/04/../03/Council-Votes'],
  ['campaign parameters', `${story}?utm_source=rss&UTM_Medium=feed&fbclid=abc&mc_cid=1`],
  ['a session', `${story}?PHPSESSID=0a1b2c&sid=0a1b2c3d4e5f60718293a4b5c6d7e8f9`],
  ['a session in the path', `${story};jsessionid=0A1B2C`],
  ['AMP forms', `${story}/amp/`],
  ['an AMP host', 'https://amp.valleytimes.example/2026/03/Council-Votes?outputType=amp'],
  ['an AMP cache', 'https://valleytimes-example.cdn.ampproject.org/c/s/www.valleytimes.example/2026/03/Council-Votes'],
  ['feed residue', ` <![CDATA[${story}?utm_source=a&amp;utm_medium=b]]>\n`],
  ['a doubled scheme', 'http://https://www.valleytimes.example/2026/03/Council-Votes'],
  ['back-slashes', 'https:\\\\www.valleytimes.example\\2026\\03\\Council-Votes'],
])('the key ignores %s', (_what, url) => {
  expect(key(url)).toBe(key(story));
});

test.each([
  ['case of the path', 'https://www.valleytimes.example/2026/03/council-votes'],
  ['other ports', 'https://www.valleytimes.example:8443/2026/03/Council-Votes'],
  ['other sub-domains', 'https://sports.valleytimes.example/2026/03/Council-Votes'],
  ['parameters that may be content', `${story}?page=2`],
  ['an id', `${story}?id=7`],
  ['an escaped slash', 'https://www.valleytimes.example/2026%2F03/Council-Votes'],
  ['amp as a word of the path', 'https://www.valleytimes.example/2026/03/Council-Votes/amp/next'],
])('the key respects %s', (_what, url) => {
  expect(key(url)).not.toBe(key(story));
});

test('repeated parameters keep their order and count, others are sorted', () => {
  expect(key('https://a.example/s?tag=1&tag=2&b=3')).toBe(key('https://a.example/s?b=3&tag=1&tag=2'));
  expect(key('https://a.example/s?tag=1&tag=2')).not.toBe(key('https://a.example/s?tag=1'));
});

test('a route behind #! is another page, a plain fragment is not', () => {
  expect(key('https://app.example/#!/story/7')).not.toBe(key('https://app.example/#!/story/8'));
});

test('escapes of the same characters are the same, broken ones stay', () => {
  expect(key('https://a.example/caf%c3%a9/%7Eann')).toBe(key('https://a.example/café/~ann'));
  expect(normalizeUrl('https://a.example/%ZZ')?.url).toBe('https://a.example/%ZZ');
});

test('the shown address keeps scheme, www. and trailing slash, and loses tracking, port, fragment and user', () => {
  const shown = normalizeUrl('HTTPS://ann:secret@WWW.Town.Example:443/News/?z=1&utm_source=x&id=7#top')?.url;
  expect(shown).toBe('https://www.town.example/News/?id=7&z=1');
});

test('a relative address is resolved against its base', () => {
  expect(normalizeUrl('../story?id=1', 'https://a.example/feed/rss')?.url).toBe('https://a.example/story?id=1');
  expect(normalizeUrl('//b.example/x', 'https://a.example/')?.url).toBe('https://b.example/x');
});

test.each([
  '',
  'not an address',
  'mailto:ann@paper.example',
  'javascript:alert(1)',
  'ftp://a.example/',
  'http://',
  `https://a.example/${'x'.repeat(5000)}`,
])('there is no identity for %j', (text) => {
  expect(normalizeUrl(text)).toBeNull();
});
