// robots.txt by RFC 9309.
import { expect, test } from 'vitest';
import { parseRobots } from './parse-robots.ts';

const agent = 'Civicwire/0.1.0 (+https://desk.example)';
const allows = (text: string, path: string, userAgent = agent): boolean =>
  parseRobots(text).allows(userAgent, `https://paper.example${path}`);

test('an empty file, and one without rules for us, allow everything', () => {
  expect(allows('', '/any')).toBe(true);
  expect(allows('User-agent: OtherBot\nDisallow: /', '/any')).toBe(true);
});

test('a group that names us replaces the one for everyone, even when it is empty', () => {
  const text = 'User-agent: *\nDisallow: /\n\nUser-agent: civicwire\nDisallow: /private/';
  expect(allows(text, '/news')).toBe(true);
  expect(allows(text, '/private/x')).toBe(false);
  expect(allows('User-agent: *\nDisallow: /\nUser-agent: Civicwire\n', '/news')).toBe(true);
  expect(allows('User-agent: *\nDisallow: /\n\nUser-agent: Civicwire\nDisallow:', '/news')).toBe(true);
});

test('groups that name the same agent are one; several agents share a group', () => {
  const text =
    'User-agent: a\nUser-agent: Civicwire\nDisallow: /x\n\nUser-agent: b\nDisallow: /\n\nUser-agent: Civicwire\nDisallow: /y';
  expect(allows(text, '/x')).toBe(false);
  expect(allows(text, '/y')).toBe(false);
  expect(allows(text, '/z')).toBe(true);
});

test('the longest pattern wins, and allow wins a tie', () => {
  const text = 'User-agent: *\nDisallow: /news/\nAllow: /news/local\nDisallow: /same\nAllow: /same';
  expect(allows(text, '/news/sport')).toBe(false);
  expect(allows(text, '/news/local/1')).toBe(true);
  expect(allows(text, '/same')).toBe(true);
});

test('stars match any run and a final dollar the end', () => {
  const text = 'User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/*?';
  expect(allows(text, '/a/b.pdf')).toBe(false);
  expect(allows(text, '/a/b.pdf?x=1')).toBe(true);
  expect(allows(text, '/a/print/1?x')).toBe(false);
  expect(allows(text, '/print/1?x')).toBe(true);
});

test('paths are compared in escaped form, with their case', () => {
  const text = 'User-agent: *\nDisallow: /caf%c3%a9\nDisallow: /Ünter';
  expect(allows(text, '/caf%C3%A9/menu')).toBe(false);
  expect(parseRobots(text).allows(agent, new URL('https://a.example/Ünter/1').href)).toBe(false);
  expect(allows('User-agent: *\nDisallow: /Private', '/private')).toBe(true);
});

test('slips of the pen still close what was meant closed', () => {
  expect(allows('\ufeffuseragent: *\r\ndissallow /secret # not for machines', '/secret')).toBe(false);
});

test('other lines do not end a group', () => {
  expect(
    allows('User-agent: Civicwire\nSitemap: https://a.example/s.xml\nCrawl-delay: 3\nUser-agent: x\nDisallow: /', '/'),
  ).toBe(false);
});

test('crawl delay and sitemaps are read', () => {
  const robots = parseRobots('User-agent: *\nCrawl-delay: 2.5\nDisallow:\nSitemap: https://a.example/news.xml');
  expect(robots.crawlDelayMs(agent)).toBe(2500);
  expect(robots.sitemaps).toEqual(['https://a.example/news.xml']);
  expect(parseRobots('User-agent: *\nCrawl-delay: soon').crawlDelayMs(agent)).toBeNull();
});

test('a pattern of many stars takes no long time', () => {
  expect(allows(`User-agent: *\nDisallow: /${'*a'.repeat(500)}$`, `/${'a'.repeat(5000)}b`)).toBe(true);
});
