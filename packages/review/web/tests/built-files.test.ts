// Tests of what the build gives: small at first view, nothing inline that the content policy would refuse.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildDesk } from '../build-desk.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const read = (path: string) => readFileSync(join(dist, path), 'utf8');

/** The scripts that the page asks for before anybody has done anything: those it names, and what these import at once. */
function firstScripts(): Set<string> {
  const wanted = [...read('index.html').matchAll(/\/built\/([\w.-]+\.js)/g)].map((match) => match[1] ?? '');
  const seen = new Set<string>();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const imports = [...read(`built/${name}`).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)];
    wanted.push(...imports.map((match) => match[1] ?? ''));
  }
  return seen;
}

describe('the built desk', () => {
  test('asks for less than 250 kB of script at first view, gzipped', () => {
    const scripts = firstScripts();
    expect(scripts.size).toBeGreaterThan(0);
    const bytes = [...scripts].reduce((sum, name) => sum + gzipSync(read(`built/${name}`)).length, 0);
    expect(bytes).toBeGreaterThan(30_000);
    expect(bytes).toBeLessThan(250_000);
  });

  test('has no script, style or handler inside of its page', () => {
    const page = read('index.html');
    expect(page).not.toMatch(/<style| style=| on[a-z]+=|javascript:|data:/i);
    for (const [tag = '', body = ''] of page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
      expect(tag).toContain('src="/built/');
      expect(body).toBe('');
    }
  });

  test('never turns words into markup or code', () => {
    for (const name of readdirSync(join(dist, 'built')).filter((file) => file.endsWith('.js'))) {
      expect(read(`built/${name}`)).not.toMatch(/\beval\(|new Function\(|document\.write/);
    }
    const sources = readdirSync(fileURLToPath(new URL('../src/', import.meta.url)), {
      recursive: true,
      encoding: 'utf8',
    });
    const own = sources
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8'));
    expect(own.filter((text) => /innerHTML|insertAdjacentHTML|\bstyle=\{/.test(text))).toEqual([]);
  });

  test('is not built again when nothing has changed', async () => {
    expect(await buildDesk()).toBe(false);
  });
});
