// Reads robots.txt by RFC 9309 and says what it allows. Knows no network: the fetcher decides what a missing file means.
import { escapePattern, matchesPath, robotsPath } from './match-path.ts';

export interface Robots {
  /** True when `userAgent` (a product token, or a whole User-Agent header) may fetch `url`. An empty file allows everything. */
  allows(userAgent: string, url: string): boolean;
  /** Crawl-delay asked of this agent, in milliseconds; null when none is asked or it is no number. */
  crawlDelayMs(userAgent: string): number | null;
  /** Addresses of the Sitemap lines, as written. */
  readonly sitemaps: readonly string[];
}

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}
interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  crawlDelayMs: number | null;
}
type LineKind = 'agent' | 'allow' | 'disallow' | 'crawl-delay' | 'sitemap' | 'other';

/** RFC 9309 asks for 500 KiB at least; longer files are read up to here, in characters. */
const robotsCharsMax = 512_000;
/** Longest line read, in characters: eight addresses of the longest kind that browsers take, as in google/robotstxt. */
const lineCharsMax = 16_663;

/** Reads any text without an error; lines that are no rules are passed over. Case of agents is ignored, of paths kept. */
export function parseRobots(text: string): Robots {
  const { groups, sitemaps } = readGroups(text.slice(0, robotsCharsMax));
  return {
    sitemaps,
    allows: (userAgent, url) => isAllowed(groupsFor(groups, userAgent), robotsPath(url)),
    crawlDelayMs: (userAgent) =>
      groupsFor(groups, userAgent).reduce<number | null>((delay, group) => delay ?? group.crawlDelayMs, null),
  };
}

function readGroups(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let current: Group | null = null;
  let hasRules = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const entry = readLine(line.slice(0, lineCharsMax));
    if (entry === null) continue;
    if (entry.kind === 'sitemap') sitemaps.push(entry.value);
    else if (entry.kind === 'agent') {
      if (current === null || hasRules) {
        current = { agents: [], rules: [], crawlDelayMs: null };
        groups.push(current);
        hasRules = false;
      }
      current.agents.push(agentToken(entry.value));
    } else if (current !== null && entry.kind === 'crawl-delay') {
      const seconds = Number(entry.value);
      if (Number.isFinite(seconds) && seconds >= 0 && entry.value !== '') current.crawlDelayMs ??= seconds * 1000;
    } else if (current !== null && (entry.kind === 'allow' || entry.kind === 'disallow')) {
      current.rules.push({ allow: entry.kind === 'allow', pattern: escapePattern(entry.value) });
      hasRules = true;
    }
  }
  return { groups, sitemaps };
}

function readLine(line: string): { kind: LineKind; value: string } | null {
  const comment = line.indexOf('#');
  const bare = (comment < 0 ? line : line.slice(0, comment)).trim();
  if (bare === '') return null;
  const colon = bare.indexOf(':');
  if (colon >= 0) return { kind: lineKind(bare.slice(0, colon).trim()), value: bare.slice(colon + 1).trim() };
  // A forgotten colon is forgiven when there are exactly two words, as google/robotstxt does.
  const words = bare.split(/[ \t]+/);
  return words.length === 2 ? { kind: lineKind(words[0] ?? ''), value: words[1] ?? '' } : null;
}

/** Common misspellings count, as in google/robotstxt: a slip of the publisher's pen must not open what was meant closed. */
function lineKind(name: string): LineKind {
  const lower = name.toLowerCase();
  if (/^user(?:-| )?agent/.test(lower)) return 'agent';
  if (lower.startsWith('allow')) return 'allow';
  if (/^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)/.test(lower)) return 'disallow';
  if (/^crawl-?delay/.test(lower)) return 'crawl-delay';
  return /^site-?map/.test(lower) ? 'sitemap' : 'other';
}

/** "*" for everyone, else the product token in lower case ("" for a line that names nobody). */
function agentToken(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*';
  return (/^[A-Za-z_-]+/.exec(value)?.[0] ?? '').toLowerCase();
}

/** All groups that name the agent; only when none does, the groups for everyone. */
function groupsFor(groups: readonly Group[], userAgent: string): readonly Group[] {
  const product = (userAgent.split('/')[0] ?? '').trim().toLowerCase();
  const named = product === '' ? [] : groups.filter((group) => group.agents.includes(product));
  return named.length > 0 ? named : groups.filter((group) => group.agents.includes('*'));
}

/** The longest pattern decides; a tie goes to allow. */
function isAllowed(groups: readonly Group[], path: string): boolean {
  let allow = 0;
  let disallow = 0;
  for (const rule of groups.flatMap((group) => group.rules)) {
    if (rule.allow) allow = Math.max(allow, allowLength(rule.pattern, path));
    else if (rule.pattern.length > disallow && matchesPath(path, rule.pattern)) disallow = rule.pattern.length;
  }
  return allow >= disallow;
}

/** An allowed directory index allows the directory itself. */
function allowLength(pattern: string, path: string): number {
  if (matchesPath(path, pattern)) return pattern.length;
  const slash = pattern.lastIndexOf('/');
  if (slash < 0 || !pattern.startsWith('/index.htm', slash)) return 0;
  const directory = `${pattern.slice(0, slash + 1)}$`;
  return matchesPath(path, directory) ? directory.length : 0;
}
