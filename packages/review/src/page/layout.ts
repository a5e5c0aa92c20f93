// The frame of every page: head, navigation, notice, keys. Knows no finding.
import { type Html, html } from './html.ts';

export interface PageParts {
  readonly title: string;
  readonly editor: string;
  readonly active: 'queue' | 'overview' | null;
  /** One sentence about what was just done; null for none. */
  readonly notice: Html | null;
  readonly keys: readonly (readonly [key: string, does: string])[];
  readonly main: Html;
}

const current = (yes: boolean): Html | null => (yes ? html` aria-current="page"` : null);

/** A whole page for an editor who has come in. */
export function layout({ title, editor, active, notice, keys, main }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Civicwire review</title>
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/desk.css">
<script src="/assets/desk.js" defer></script>
</head>
<body>
<a class="skip-link" href="#main">Skip to the content</a>
<header class="top">
<a class="brand" href="/"><span aria-hidden="true" class="brand-mark"></span>Civicwire <span>review</span></a>
<nav aria-label="Pages">
<a class="page-link" href="/"${current(active === 'queue')}>Queue</a>
<a class="page-link" href="/overview"${current(active === 'overview')}>Overview</a>
</nav>
<p class="who">Deciding as <strong dir="auto">${editor}</strong></p>
<details class="keys" id="keys">
<summary>Keys <kbd>?</kbd></summary>
<div class="keys-panel">
<dl>
${keys.map(([key, does]) => html`<div class="key"><dt><kbd>${key}</kbd></dt><dd>${does}</dd></div>`)}
<div class="key"><dt><kbd>?</kbd></dt><dd>show or hide this list</dd></div>
</dl>
<button type="button" class="quiet" id="keys-switch" aria-pressed="true" hidden>Single-letter keys are on</button>
</div>
</details>
</header>
${notice === null ? null : html`<p class="notice" role="status">${notice}</p>`}
<main id="main" tabindex="-1">
${main}
</main>
</body>
</html>`;
}

/** A page for somebody who has not come in, or for a request that cannot be answered: words alone, no style, no script. */
export function plainPage(title: string, sentence: string, link: { href: string; words: string } | null = null): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Civicwire review</title>
</head>
<body>
<h1>${title}</h1>
<p>${sentence}</p>
${link === null ? null : html`<p><a href="${link.href}">${link.words}</a></p>`}
</body>
</html>`;
}
