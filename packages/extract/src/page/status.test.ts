import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const sentence =
  'The Marlow City Council voted on Tuesday night to keep the Elm Street library open through the year. ';
const story = `<p>${sentence.repeat(3)}</p>`.repeat(8);

function statusOf(
  body: string,
  head = '<title>Library stays open</title>',
  url = 'https://ledger.example/2025/06/03/vote',
) {
  const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  return readPage({ bytes: new TextEncoder().encode(html), url, contentType: 'text/html; charset=utf-8' }).status;
}

describe('a page with a whole story is ok', () => {
  it('beside a cookie banner', () => {
    const banner = '<div class="cookie-banner"><p>We value your privacy. Accept all cookies to continue.</p></div>';
    expect(statusOf(`${banner}<article>${story}</article>`)).toBe('ok');
  });
  it('that tells of robots, captchas and denied access', () => {
    const told =
      '<p>“Verify you are human,” the screen said. Access denied, it added, and the clerk asked for a captcha.</p>';
    expect(statusOf(`<article>${story}${told}</article>`)).toBe('ok');
  });
  it('beside an offer to subscribe', () => {
    expect(statusOf(`<article>${story}</article><p>Already a subscriber? Log in.</p>`)).toBe('ok');
  });
  it('and without any address or facts in its head', () => {
    expect(statusOf(`<div>${story}</div>`, '')).toBe('ok');
  });
});

describe('a page without a story is named for what it is', () => {
  it('by the words of a robot check', () => {
    expect(
      statusOf('<h1>Pardon Our Interruption</h1><p>As you were browsing something made us think you were a bot.</p>'),
    ).toBe('bot-wall');
  });
  it('by the words of a legal wall', () => {
    const words = 'This site is currently unavailable due to legal reasons in most European countries. We use cookies.';
    expect(statusOf(`<h1>451</h1><p>${words}</p>`)).toBe('consent-wall');
  });
  it('by a title that says that nothing was found', () => {
    expect(statusOf('<h1>404</h1><p>Sorry. Try the search.</p>', '<title>Page not found</title>')).toBe(
      'not-an-article',
    );
  });
  it('by its lack of sentences', () => {
    const list = `<ul>${'<li><a href="/s">Council delays vote</a></li>'.repeat(40)}</ul>`;
    expect(statusOf(`<main>${list}</main>`, '<title>News</title>', 'https://ledger.example/news/')).toBe(
      'not-an-article',
    );
  });
  it('by a short text and a notice of payment', () => {
    const head = '<title>Library stays open</title><meta property="article:published_time" content="2025-06-03">';
    const stub = `<article><p>${sentence.repeat(3)}</p></article><p>Subscribe to continue reading.</p>`;
    expect(statusOf(stub, head)).toBe('paywall-stub');
  });
});
