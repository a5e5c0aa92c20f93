// Three page templates of invented papers, with the clutter of real ones, and the walls some stories stand behind.
// Knows how a story looks; which stories exist and where they are served is not known here.
import { escaped, printedDate } from './markup.ts';
import type { TemplateName } from './outlets.ts';
import type { Story } from './read-stories.ts';

interface Page {
  readonly story: Story;
  /** Address of the wire's server, without a slash at the end. */
  readonly base: string;
  /** Other stories of the outlet, for the lists beside and below the text. */
  readonly related: readonly Story[];
}

const notice = 'A demonstration paper of the Civicwire project. Its people and events are invented.';

/** The page a reader gets at a story's address: the outlet's template, or the wall that the story stands behind. */
export function renderPage(page: Page): string {
  const html = templates[page.story.outlet.template](page);
  if (page.story.show === 'consent-wall') return consentWall(page);
  // A server that died after the navigation: nothing of the story arrived.
  if (page.story.show === 'truncated') return html.slice(0, html.indexOf('<!-- story -->'));
  return html;
}

const templates: Readonly<Record<TemplateName, (page: Page) => string>> = {
  broadsheet: broadsheetPage,
  magazine: magazinePage,
  classic: classicPage,
};

/** The story's paragraphs, with the paper's own boxes after the paragraphs whose numbers they carry. */
function body(story: Story, boxes: Readonly<Record<number, string>>): string {
  const paragraphs = story.show === 'paywall' ? story.paragraphs.slice(0, 2) : story.paragraphs;
  return paragraphs
    .map((text, index) => {
      const block = text.startsWith('## ') ? `<h2>${escaped(text.slice(3))}</h2>` : `<p>${escaped(text)}</p>`;
      return `${block}\n${boxes[index + 1] ?? ''}`;
    })
    .join('');
}

function links(stories: readonly Story[]): string {
  return stories.map((story) => `<li><a href="${story.path}">${escaped(story.title)}</a></li>`).join('\n');
}

function figure({ caption, credit }: Story): string {
  if (caption === null) return '';
  return `<figure><img src="/static/photo.jpg" alt="" width="1200" height="800">
<figcaption>${escaped(caption)} <span class="credit">Photo by ${escaped(credit ?? 'staff')}</span></figcaption></figure>`;
}

function jsonLd({ story, base }: Page): string {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    datePublished: story.published,
    dateModified: story.modified ?? story.published,
    author: [{ '@type': 'Person', name: story.byline }],
    publisher: { '@type': 'NewsMediaOrganization', name: story.outlet.name },
    mainEntityOfPage: base + story.path,
    isAccessibleForFree: story.show !== 'paywall',
    ...(story.show === 'paywall'
      ? { hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.meter-wall' } }
      : {}),
  };
  return `<script type="application/ld+json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>`;
}

function broadsheetPage(page: Page): string {
  const { story, base, related } = page;
  const outlet = story.outlet;
  const wall = `<div class="meter-wall"><h3>Subscribe to continue reading</h3>
<p>You have reached a story for subscribers. Get unlimited access for $1 a week. Cancel at any time.</p>
<p><a href="/${outlet.id}/subscribe">Subscribe now</a> Already a subscriber? <a href="/${outlet.id}/login">Log in</a></p></div>`;
  const newsletter = `<aside class="newsletter-signup"><h3>Morning briefing</h3><p>Get the day's local headlines in your inbox.</p>
<form action="/${outlet.id}/newsletter"><input type="email" placeholder="Your email"><button>Sign up</button></form></aside>`;
  return `<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><title>${escaped(story.title)} | ${escaped(outlet.name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escaped(story.paragraphs[0] ?? '')}">
<link rel="canonical" href="${base}${story.path}">
<meta property="og:site_name" content="${escaped(outlet.name)}"><meta property="og:title" content="${escaped(story.title)}">
${jsonLd(page)}
<script>window.dataLayer = [{ section: '${story.section}', paywall: ${story.show === 'paywall'} }];</script>
<style>.ad { min-height: 250px } .skip { position: absolute; left: -9999px }</style></head>
<body class="single-post"><a class="skip" href="#main">Skip to content</a>
<header class="masthead"><a href="/${outlet.id}/">${escaped(outlet.name)}</a>
<nav aria-label="Sections"><ul><li><a href="/${outlet.id}/">Home</a></li><li><a href="#">City Hall</a></li><li><a href="#">Region</a></li>
<li><a href="#">Sports</a></li><li><a href="#">Obituaries</a></li><li><a href="#">Classifieds</a></li><li><a href="#">E-edition</a></li></ul></nav>
<div class="weather">68° Clear</div></header>
<div class="ad ad-leaderboard" aria-hidden="true"><span>Advertisement</span><a href="#">Tire sale ends Sunday at Saguaro Tire</a></div>
<main id="main"><ol class="breadcrumbs"><li><a href="/${outlet.id}/">Home</a></li><li>${escaped(story.section)}</li></ol>
<!-- story --><article class="post"><header><h1 class="entry-title">${escaped(story.title)}</h1>
<div class="post-meta"><span class="byline">By <a rel="author" href="#">${escaped(story.byline)}</a></span>
<time datetime="${story.published}">${printedDate(story.published)}</time></div>
<ul class="share"><li><a href="#">Share on Facebook</a></li><li><a href="#">Copy link</a></li><li><a href="#">Print</a></li></ul></header>
${figure(story)}
<div class="entry-content">
${body(story, { 3: newsletter, 6: '<div class="ad ad-inline"><span>Advertisement</span></div>' })}</div>
${story.show === 'paywall' ? wall : ''}</article>
<section class="related-posts"><h2>Related stories</h2><ul>${links(related)}</ul></section>
<section id="comments"><h2>Comments</h2><p>Log in to join the conversation. Keep it civil.</p></section></main>
<footer><p>© 2026 ${escaped(outlet.name)}. All rights reserved.</p><p>${notice}</p>
<ul><li><a href="#">Contact us</a></li><li><a href="#">Privacy policy</a></li><li><a href="#">Terms of use</a></li></ul></footer>
<div class="cookie-banner" role="dialog">We use cookies to keep you signed in. <button>OK</button></div></body></html>`;
}

function magazinePage({ story, base, related }: Page): string {
  const outlet = story.outlet;
  const modified = story.modified === null ? '' : `<span> · Updated ${printedDate(story.modified)}</span>`;
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="UTF-8"><title>${escaped(story.title)}</title>
<link rel="canonical" href="${base}${story.path}">
<meta property="og:type" content="article"><meta property="og:title" content="${escaped(story.title)}">
<meta property="og:url" content="${base}${story.path}"><meta property="og:site_name" content="${escaped(outlet.name)}">
<meta property="article:published_time" content="${story.published}">
${story.modified === null ? '' : `<meta property="article:modified_time" content="${story.modified}">`}
<meta name="author" content="${escaped(story.byline)}"><meta name="robots" content="max-image-preview:large"></head>
<body><div id="root"><div class="css-1x9q"><a href="/${outlet.id}/" class="css-logo">${escaped(outlet.name)}</a><button>Menu</button>
<nav class="css-77ab"><a href="#">Government</a><a href="#">Housing</a><a href="#">Schools</a><a href="#">Outdoors</a><a href="#">Give</a></nav></div>
<div class="css-promo"><p>Local news is free to read here because readers pay for it. <a href="#">Become a member</a></p></div>
<!-- story --><main class="css-main"><article class="css-a7"><span class="css-kicker">${escaped(story.section)}</span>
<h1 class="css-h1">${escaped(story.title)}</h1>
<div class="css-by"><img src="/static/face.jpg" alt="${escaped(story.byline)}"><span>${escaped(story.byline)}</span>
<time datetime="${story.published}">${printedDate(story.published)}</time>${modified}</div>
${figure(story)}
<div class="css-body">
${body(story, {
  2: '<div class="css-slot" data-ad="in-article-1"><small>Story continues below advertisement</small></div>',
  5: `<aside class="css-more"><strong>More from the ${escaped(outlet.name)}</strong><ul>${links(related.slice(0, 2))}</ul></aside>`,
})}</div></article>
<div class="css-tags"><a href="#">city council</a><a href="#">police</a></div></main>
<aside class="css-rail"><h3>Most read</h3><ol>${links(related)}</ol>
<div class="css-slot" data-ad="rail"><small>Advertisement</small></div></aside>
<footer class="css-foot"><p>${escaped(outlet.name)} is a nonprofit newsroom. Donations are tax-deductible.</p><p>${notice}</p></footer></div>
<script>(function () { window.__STATE__ = { slug: '${story.slug}', ads: ['in-article-1', 'rail'] }; })();</script></body></html>`;
}

function classicPage({ story, base, related }: Page): string {
  const outlet = story.outlet;
  const readMore =
    related[0] === undefined
      ? ''
      : `<p><strong>READ MORE: <a href="${related[0].path}">${escaped(related[0].title)}</a></strong></p>`;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escaped(outlet.name)} - ${escaped(story.title)}</title>
<meta name="date" content="${story.published}"><meta name="byl" content="By ${escaped(story.byline)}">
<link rel="canonical" href="${base}${story.path}"></head>
<body bgcolor="#ffffff"><div id="wrapper"><div id="banner"><a href="/${outlet.id}/"><img src="/static/logo.gif" alt="${escaped(outlet.name)}"></a></div>
<div id="topnav"><a href="#">News</a> | <a href="#">Sports</a> | <a href="#">Opinion</a> | <a href="#">Obituaries</a> | <a href="#">Legal notices</a> | <a href="#">Jobs</a></div>
<div id="ticker">BREAKING: Leaf pickup starts Monday on the west side</div>
<table width="980" cellpadding="0" cellspacing="0"><tr><td valign="top" width="660" id="content"><!-- story -->
<div class="story"><h1>${escaped(story.title)}</h1>
<div class="storybyline">By ${escaped(story.byline)}, ${escaped(outlet.name)}<br>Posted: <time datetime="${story.published}">${printedDate(story.published)}</time></div>
<div class="tools"><a href="#">Email</a> <a href="#">Print</a> <a href="#">Text size: A A A</a></div>
${figure(story)}
<div class="storytext">
${body(story, { 4: readMore, 7: '<div class="adbox">ADVERTISEMENT<br><a href="#">Fall furnace check, $79, Harborview Heating</a></div>' })}
<p><em>Contact the writer at newsroom@${outlet.id}.example.</em></p></div></div></td>
<td valign="top" width="300" id="sidebar"><div class="box"><h4>Most popular</h4><ol>${links(related)}</ol></div>
<div class="box"><h4>Today's flyers</h4><a href="#">Grocery specials</a></div>
<div class="box"><h4>Stay informed</h4>Sign up for our weekly newsletter. <input name="email"></div></td></tr></table>
<div id="footer">Copyright 2026 ${escaped(outlet.name)}. ${notice}<br><a href="#">About</a> | <a href="#">Advertise</a> | <a href="#">Privacy</a></div>
</div></body></html>`;
}

function consentWall({ story }: Page): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Before you continue | ${escaped(story.outlet.name)}</title></head>
<body class="consent"><div role="dialog" aria-modal="true" class="consent-dialog"><h1>Before you continue</h1>
<p>We and our 214 partners use cookies and similar technologies to store and access information on your device.</p>
<p>By clicking "Accept all" you consent to the processing of your personal data for advertising, measurement and audience research. You can change your choices at any time in the privacy settings.</p>
<button>Accept all</button> <button>Reject all</button> <a href="#">Manage preferences</a> <a href="#">Our partners</a></div></body></html>`;
}
