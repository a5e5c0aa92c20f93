// Making XML out of what publishers send, and refusing what is an attack.
import { expect, test } from 'vitest';
import { prepareXml } from './prepare-xml.ts';

const text = (raw: string): string => {
  const prepared = prepareXml(raw);
  return prepared.ok ? prepared.text : `refused: ${prepared.reason}`;
};

test('sound XML stays as it is', () => {
  const sound = '<?xml version="1.0"?><!-- a & b --><rss a="1"><x><![CDATA[a & b < c]]>&amp;&lt;</x></rss>';
  expect(prepareXml(sound)).toEqual({ ok: true, text: sound, root: 'rss', warnings: [] });
});

test('references become characters, strays are escaped, CDATA is left alone', () => {
  expect(text('<a>&eacute;&#8212;&nosuch; R&D < 5 <![CDATA[&eacute;]]></a>')).toBe(
    '<a>é—&amp;nosuch; R&amp;D &lt; 5 <![CDATA[&eacute;]]></a>',
  );
});

test('the doctype goes, also with a subset, and only from the prolog', () => {
  expect(text('<?xml version="1.0"?>\n<!DOCTYPE rss PUBLIC "x" "http://x.example/rss.dtd"><rss/>')).toBe(
    '<?xml version="1.0"?>\n<rss/>',
  );
  expect(text('<!DOCTYPE rss [<!ENTITY p "Paper">]><rss>&p;</rss>')).toBe('<rss>Paper</rss>');
  expect(text('<rss><![CDATA[<!DOCTYPE html>]]></rss>')).toBe('<rss><![CDATA[<!DOCTYPE html>]]></rss>');
});

test('a declared entity holds text and never markup', () => {
  expect(text('<!DOCTYPE r [<!ENTITY p "&lt;script>x&lt;/script>">]><r>&p;</r>')).toBe(
    '<r>&lt;script&gt;x&lt;/script&gt;</r>',
  );
});

test.each([
  [`<!DOCTYPE r [<!ENTITY p "${'x'.repeat(1_000)}">]><r>${'&p;'.repeat(30)}</r>`, 'entity-bomb'],
  [`<!DOCTYPE r [ ${'<!ENTITY p "x">'.repeat(20_000)}`, 'entity-bomb'],
  [`<r>${'<a>'.repeat(300)}`, 'too-deep'],
  ['<html><rss/></html>', 'html'],
  ['<!-- only a comment -->', 'not-xml'],
])('%.40s… is refused', (raw, reason) => {
  expect(prepareXml(raw)).toMatchObject({ ok: false, reason });
});

test('unclosed HTML inside elements is no depth', () => {
  expect(prepareXml(`<r>${'<i><p>a<br>b<p>c</i>'.repeat(2_000)}</r>`).ok).toBe(true);
});

test.each([
  ['<'.repeat(2_000_000)],
  [`<r>${'<a'.repeat(1_000_000)}`],
  [`<r>${'</a'.repeat(1_000_000)}`],
  [`<r>${'&'.repeat(2_000_000)}</r>`],
  [`<r>${'<![CDATA['.repeat(300_000)}`],
  [`<r>${'<!--'.repeat(500_000)}`],
  [`<?xml ${' '.repeat(2_000_000)}`],
  [`<!DOCTYPE r [${'<!ENTITY a '.repeat(200_000)}`],
  [`<r a="${'>'.repeat(2_000_000)}"/>`],
])('2 MB of %.14s… are prepared or refused before the test’s time is up', (raw) => {
  expect(typeof prepareXml(raw).ok).toBe('boolean');
});
