// Cleaning what strangers wrote.
import { expect, test } from 'vitest';
import { cleanHtml, plainText } from './clean-html.ts';

test.each([
  ['<p onclick="x()">a</p>', '<p>a</p>'],
  ['a<script>alert(1)</script>b', 'ab'],
  ['<style>p{}</style>x', 'x'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href=" java\nscript:alert(1)">x</a>', '<a>x</a>'],
  ['<a href="/2">x</a>', '<a href="https://a.example/2">x</a>'],
  ['<img src="data:text/html,x" alt="A &quot;b&quot;">', '<img alt="A &quot;b&quot;">'],
  ['<iframe src="https://evil.example">fallback</iframe>', 'fallback'],
  ['<svg onload="x()"><script>1</script></svg>y', 'y'],
  ['<custom-tag>kept</custom-tag>', 'kept'],
  ['<b>unclosed', '<b>unclosed</b>'],
  ['5 &lt; 6 &amp; 7', '5 &lt; 6 &amp; 7'],
  ['<!-- <script> -->z', 'z'],
])('%s becomes %s', (html, clean) => {
  expect(cleanHtml(html, 'https://a.example/1')).toBe(clean);
});

test('markup nested without end loses tags and keeps text, in little time', () => {
  const clean = cleanHtml(`${'<div>'.repeat(20_000)}deep`, null);
  expect(clean).toContain('deep');
  expect(clean.match(/<div>/g)?.length).toBeLessThanOrEqual(100);
});

test.each([
  ['Mayor <em>vetoes</em>\n budget', 'Mayor vetoes budget'],
  ['one<br>two', 'one two'],
  ['AT&amp;T', 'AT&T'],
  ['5 < 6', '5 < 6'],
  ['<script>x</script>Safe', 'Safe'],
])('%s reads %s', (html, text) => {
  expect(plainText(html)).toBe(text);
});
