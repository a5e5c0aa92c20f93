// The tree beside linkedom: the same pages read the same, and the same markup becomes the same nodes.
import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../decode.ts';
import { type PageDocument, parsePage } from '../dom.ts';
import { readDocument } from '../read-page.ts';
import { buildTree } from './build-tree.ts';
import { matcherOf } from './selectors.ts';

const folder = new URL('../../../fixtures/page/', import.meta.url);
const htmlOf = (name: string) => decodePage(readFileSync(new URL(`${name}/input.html`, folder)), null).html;
/** The others never reach a tree. */
const withinLimits = readdirSync(folder).filter((name) => parsePage(htmlOf(name)).ok);
const wrapped = (body: string) => `<!doctype html><html><head><title>T</title></head><body>${body}</body></html>`;
const linkedom = (html: string) => (parseHTML(html) as unknown as { document: PageDocument }).document;
const ours = (html: string) => buildTree(html) as unknown as PageDocument;
const inside = (document: PageDocument) => (document.body as unknown as { innerHTML: string }).innerHTML;

const markups: readonly string[] = [
  '<p>Vote &amp; count &lt;b&gt;<br>twice&nbsp;over<p>next<div>inner</div>',
  '<img src="a.png" alt="a &quot;b&quot;"><input disabled><p class=" b  a b " id="" style="">x</p>',
  '<svg viewBox="0 0 1 1"><title>t</title><path d="M0"/><g><text>x</text></g></svg><p>after</p>',
  '<script>if (a < b) document.write("<p>x</p>")</script><style>p > a {}</style><textarea><b></textarea>',
  '<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c</table><select><option>1<option>2</select>',
  '<!-- note --><template><p>hidden</p></template></p><b><i>crossed</b></i><a href=/1>one<a href=/2>two</a>',
  '<![CDATA[data]]><?php echo 1 ?><custom-tag Data-X="1" data-x="2">x</custom-tag>&unknown; &#x27; &copy',
];

describe('the tree', () => {
  it.each(withinLimits)('reads %s as linkedom does', (name) => {
    const html = htmlOf(name);
    const page = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html) ? html : wrapped(html);
    const read = (document: PageDocument) => readDocument(document, 'https://a.example/2025/06/18/x', 'utf-8');
    expect(read(ours(page))).toEqual(read(linkedom(page)));
  });

  it.each(markups)('keeps %s as linkedom does, and when written and read again', (markup) => {
    const tree = ours(wrapped(markup));
    const other = linkedom(wrapped(markup));
    expect(inside(tree)).toBe(inside(other));
    expect(tree.body?.textContent).toBe(other.body?.textContent);
    expect(inside(ours(wrapped(inside(tree))))).toBe(inside(linkedom(wrapped(inside(other)))));
  });

  it('moves, replaces and removes nodes', () => {
    const document = buildTree(wrapped('<p>a</p><div>b</div><i>c</i>'));
    const [paragraph, div, i] = document.body?.children ?? [];
    if (!document.body || !paragraph || !div || !i) throw new Error('no nodes');
    div.appendChild(paragraph);
    document.body.prepend(i);
    expect(document.body.innerHTML).toBe('<i>c</i><div>b<p>a</p></div>');
    document.body.replaceChild(document.createTextNode('<'), i);
    paragraph.remove();
    expect(document.body.innerHTML).toBe('&lt;<div>b</div>');
    expect(div.previousElementSibling).toBeNull();
    div.setAttribute('class', 'y x y');
    div.innerHTML = '<b>1</b>2';
    expect(document.body.innerHTML).toBe('&lt;<div class="y x"><b>1</b>2</div>');
    expect(document.body.contains(div)).toBe(true);
    expect(document.body.contains(i)).toBe(false);
  });

  it.each([
    ['p', 'p'],
    ['div p, i', 'p i'],
    ['.lead', 'p'],
    ['[data-kind="Top"]', 'p'],
    ['[data-kind="top"]', ''],
    ['[data-kind*="to" i]', 'p'],
    ['div [rel~="AUTHOR"]', 'a'],
    [':not(p)[data-kind]', 'i'],
    ['section p', ''],
  ])('finds by %s: %s', (selector, expected) => {
    const html = wrapped(
      '<div><p class="x lead" data-kind="Top">1</p><a rel="me author">2</a></div><i data-kind="">3</i>',
    );
    const found = (document: PageDocument) =>
      [...document.querySelectorAll(selector)].map((each) => each.tagName).join(' ');
    expect(found(ours(html))).toBe(expected.toUpperCase());
    expect(found(linkedom(html))).toBe(expected.toUpperCase());
  });

  it('refuses a selector of a kind that it does not know', () => {
    expect(() => matcherOf('p:first-child')).toThrow(/p:first-child/);
    expect(() => matcherOf('p > a')).toThrow(/expected/);
  });
});
