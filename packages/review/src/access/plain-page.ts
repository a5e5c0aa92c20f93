// A page for a request that cannot be answered: words alone, no style, no script. Knows nobody.
import { html } from 'hono/html';

/** The template escapes every value. */
export function plainPage(
  title: string,
  sentence: string,
  link: { readonly href: string; readonly words: string } | null = null,
) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Civicwire desk</title>
</head>
<body>
<h1>${title}</h1>
<p>${sentence}</p>
${link === null ? null : html`<p><a href="${link.href}">${link.words}</a></p>`}
</body>
</html>`;
}
