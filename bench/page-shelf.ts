// Our own pages for the bench: the demo's stories in layouts with the furniture of real sites, and the text that is theirs.
// Knows no reader of pages.
import { readStories, type Story } from '../demo/wire/read-stories.ts';

export interface ShelfPage {
  readonly bytes: Uint8Array;
  /** The story's own paragraphs. */
  readonly text: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const many = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('');

const sections = [
  'News',
  'Courts',
  'Schools',
  'Roads',
  'Weather',
  'Sports',
  'Arts',
  'Opinion',
  'Obituaries',
  'Contact',
];
const nav = `<nav class="site-nav"><ul>${sections.map((name) => `<li class="nav-item"><a href="/${name.toLowerCase()}">${name}</a></li>`).join('')}</ul></nav>`;
const script = `<script>window.layer = window.layer || []; ${many(40, (at) => `layer.push({"slot": ${at}, "size": [300, 250], "if": "a < b"});`)}</script>`;
const styles = `<style>${many(60, (at) => `.block-${at} > p { margin: ${at}px; color: #222; }`)}</style>`;
const share = `<div class="social-share">${['Mail', 'Print', 'Post'].map((name) => `<a class="share-button" href="#"><svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>${name}</a>`).join('')}</div>`;
const newsletter =
  '<div class="newsletter-signup"><h3>The morning in your inbox</h3><p>Sign up for our newsletter.</p><form><input type="email"><button>Sign up</button></form></div>';
const comments = `<section id="comments" class="comment-list">${many(25, (at) => `<article class="comment" id="comment-${at}"><p>Reader ${at} has seen this street before, and says that the paint will be gone by spring again.</p><a href="#reply-${at}">Reply</a></article>`)}</section>`;
const ad = '<div class="ad-slot" data-slot="mid"><span>Advertisement</span></div>';
const footer = `<footer class="site-footer">${many(30, (at) => `<a href="/page-${at}">Page ${at}</a>`)}<p>All rights reserved.</p></footer>`;

interface Parts {
  readonly story: Story;
  readonly paragraphs: readonly string[];
  /** Links to the other stories. */
  readonly related: string;
}

const head = ({ story }: Parts): string =>
  `<meta charset="utf-8"><title>${escaped(story.title)} | ${escaped(story.outlet.name)}</title><meta property="og:title" content="${escaped(story.title)}"><meta property="article:published_time" content="${story.published}">`;
const figure =
  '<figure class="lead-image"><img src="/lead.jpg" alt=""><figcaption>The hall on Tuesday. (File photo)</figcaption></figure>';

/** Layouts, from plain to crowded. */
const layouts: readonly ((parts: Parts) => string)[] = [
  (parts) =>
    `${head(parts)}<body><article><h1>${escaped(parts.story.title)}</h1>${parts.paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`,
  (parts) =>
    `${head(parts)}${styles}${script}</head><body class="single">${nav}<main><article class="story"><header><h1>${escaped(parts.story.title)}</h1><p class="byline">${escaped(parts.story.byline)}</p><time datetime="${parts.story.published}">today</time></header>${share}${figure}<div class="entry-content">${parts.paragraphs.map((text, at) => `<p class="has-text">${text}</p>${at % 3 === 2 ? ad : ''}`).join('')}</div>${newsletter}</article><aside class="sidebar"><h3>Most read</h3><ul>${parts.related}</ul></aside></main>${footer}${script}`,
  (parts) =>
    `${head(parts)}${styles.repeat(4)}${script.repeat(6)}</head><body>${nav.repeat(3)}<div id="page"><div class="row"><div class="col-8">${many(6, () => '<div class="wrap">')}<h1>${escaped(parts.story.title)}</h1>${parts.paragraphs.map((text, at) => `<div class="block-${at}"><p><span>${text}</span></p></div>${at === 1 ? `<div class="related-stories"><h4>Related</h4><ul>${parts.related}</ul></div>` : ''}`).join('')}${many(6, () => '</div>')}${comments}</div><div class="col-4 rail">${many(12, (at) => `<div class="promo promo-${at}"><img src="/p${at}.jpg"><ul>${parts.related}</ul></div>`)}</div></div></div>${footer.repeat(3)}${script.repeat(4)}`,
  // An old system: line breaks for paragraphs, tables for columns.
  (parts) =>
    `${head(parts)}${script.repeat(3)}</head><body bgcolor="white"><table width="100%"><tr><td width="160">${nav.repeat(2)}${many(40, (at) => `<a href="/archive/${at}">Archive of week ${at}</a><br>`)}</td><td><font size="5">${escaped(parts.story.title)}</font><br><i>${escaped(parts.story.byline)}</i><br><br>${parts.paragraphs.join('<br><br>')}<br><br><a href="/print">Print this</a></td><td width="200">${many(10, (at) => `<b>Box ${at}</b><ul>${parts.related}</ul>`)}</td></tr></table>${footer.repeat(2)}`,
  // Made by a program in the browser's manner: data first, then every word in a handful of elements.
  (parts) =>
    `${head(parts)}${styles.repeat(2)}<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: parts.story.title, datePublished: parts.story.published, author: { name: parts.story.byline } }).replaceAll('<', '\\u003c')}</script><script>window.__STATE__ = ${JSON.stringify({ slots: Array.from({ length: 900 }, (_, at) => ({ id: `slot-${at}`, path: `/a/b/${at}`, size: [at, at + 1] })) })}</script></head><body><div id="root"><div class="css-1a2b3c">${many(60, (at) => `<div class="css-${at}x9 MenuItem"><span class="css-${at}y8"><a class="css-${at}z7 Link" href="/s/${at}"><span>Section ${at}</span></a></span></div>`)}</div><div role="main" class="css-m41n"><h1 class="css-h1">${escaped(parts.story.title)}</h1>${share.repeat(2)}<section name="articleBody">${parts.paragraphs.map((text) => `<div class="css-53u6y8"><p class="css-at9mc1"><span class="css-8l6xbc"><span>${text}</span></span></p></div>`).join(ad)}</section>${newsletter}</div><div class="css-rail">${many(8, (at) => `<div class="css-card-${at} Card"><div><div><ul>${parts.related}</ul></div></div></div>`)}</div></div>${script.repeat(5)}`,
];

/** Every story that is shown in full, in every layout. */
export async function readPageShelf(): Promise<readonly ShelfPage[]> {
  const stories = (await readStories()).stories.filter((story) => story.show === 'full');
  const related = stories
    .map((story) => `<li class="teaser"><a href="${story.path}">${escaped(story.title)}</a></li>`)
    .join('');
  return stories.flatMap((story) => {
    const paragraphs = story.paragraphs.filter((text) => !text.startsWith('## '));
    const parts = { story, paragraphs: paragraphs.map(escaped), related };
    return layouts.map((layout) => ({
      bytes: new TextEncoder().encode(`<!doctype html><html lang="en"><head>${layout(parts)}</body></html>`),
      text: paragraphs.join('\n'),
    }));
  });
}
