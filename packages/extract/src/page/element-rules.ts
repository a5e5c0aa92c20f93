// Which elements of an article's markup hold no story text (captions, credits, related links, boxes). Knows names, not words.
import type { PageElement } from './dom.ts';

/** A rule on one element: its whole text is dropped, unless that would be most of the article (see precision.ts). */
export interface ElementRule {
  readonly id: string;
  /** One sentence: what it drops and why. */
  readonly reason: string;
  readonly tags?: ReadonlySet<string>;
  /** Tested against the element's class, id, role and similar names, lower case, words parted by single spaces. */
  readonly names?: RegExp;
  /** Markup whose text goes (`yes`) and near misses whose text stays (`no`); tested. */
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] };
}

const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Ordered: the first rule that matches gives its id; the outcome does not depend on the order. */
export const elementRules: readonly ElementRule[] = [
  {
    id: 'element.figure',
    reason: 'Captions and credits are not the story: their names would become speakers.',
    tags: tags('FIGURE FIGCAPTION PICTURE'),
    names:
      /(?:^| )(?:\w+ )?(?:captions?|cutline|figcaption|photo credit|image credit|photo caption|image caption|wp caption|media credit|image embed|imageembed|inline ?image|photo meta|image meta|gallery|slideshow|slider|lightbox|carousel|image (?:ct|container|wrapper|wrap|block|holder)|img (?:ct|container|wrapper|wrap|block)|featured image|photo (?:container|wrapper|block))(?: |$)/,
    examples: {
      yes: [
        '<figure><figcaption>Mayor Ann Lowe speaks.</figcaption></figure>',
        '<div class="wp-caption">Mayor Ann Lowe speaks.</div>',
      ],
      no: ['<div class="story-text">Mayor Ann Lowe speaks.</div>'],
    },
  },
  {
    id: 'element.navigation',
    reason: 'Menus, bread crumbs, page footers and forms.',
    tags: tags('NAV FOOTER FORM FIELDSET LABEL DIALOG HEADER'),
    names:
      /(?:^| )(?:breadcrumbs?|pagination|pager|nav|navbar|navigation|menu|submenu|toolbar|table of contents|toc|skip link|sign in|login|regwall|article gating|cookie|consent|gdpr|makehomepage\w*|page bottom|copyright\w*|current issue)(?: |$)/,
    examples: {
      yes: ['<nav>Home News</nav>', '<div class="breadcrumb">Home › News</div>'],
      no: ['<div class="navajo-nation">The council met.</div>'],
    },
  },
  {
    id: 'element.aside',
    reason: 'Boxes beside the story: fact boxes, pull quotes that repeat the text, calls to read on.',
    tags: tags('ASIDE'),
    names:
      /^(?:sidebar|article sidebar|right (?:rail|col|column)|aside|rail|cta)$|(?:^| )(?:pull ?quote|call to action|infobox|fact ?box)(?: |$)/,
    examples: {
      yes: ['<aside>Read our guide.</aside>', '<div class="pull-quote">“We will fight.”</div>'],
      no: ['<blockquote>“We will fight,” the mayor said.</blockquote>'],
    },
  },
  {
    id: 'element.related',
    reason: 'Links to other stories.',
    names:
      /(?:^| )(?:related|recirc|recirculation|read ?more|readmore|more stories|more from|more on|also like|recommended|recommendations?|trending|most read|most popular|popular|latest (?:news|stories|posts)|next article|prev(?:ious)? (?:post|article)|up next|dont miss|editors? picks?|outbrain|taboola|zergnet|jp relatedposts|inline story|in content recirc|teaser|promo|promoted)(?: |$)/,
    examples: {
      yes: ['<div class="related-stories">Council delays vote</div>', '<ul class="most-read">Council delays vote</ul>'],
      no: ['<p class="correlated">Crime and heat are linked.</p>'],
    },
  },
  {
    id: 'element.newsletter',
    reason: 'Newsletter, subscription and donation boxes.',
    names:
      /(?:^| )(?:newsletters?|news letter(?: \w+)?|sign ?up|subscribe|subscription|subscriber|donate|donation|membership|mailing list|email alerts?|optin|support us)(?: |$)/,
    examples: {
      yes: ['<div id="newsletter-signup">Get the day’s news.</div>'],
      no: ['<p class="letter">Residents signed a letter.</p>'],
    },
  },
  {
    id: 'element.share',
    reason: 'Share buttons and social counters.',
    names:
      /(?:^| )(?:share|shares|sharing|share (?:bar|buttons?|tools?)|social|social (?:links?|media|share|icons)|sharedaddy|addthis|addtoany|follow us|tweet button|click to tweet|print (?:header|footer|only))(?: |$)/,
    examples: {
      yes: ['<div class="social-share">Facebook Twitter</div>'],
      no: ['<p class="shareholders">The board met.</p>'],
    },
  },
  {
    id: 'element.author',
    reason: 'Bylines and biographies: their sentences are about the reporter.',
    tags: tags('ADDRESS'),
    names:
      /(?:^| )(?:by ?lines?|author|authors|author (?:bio|box|info|card|name|details|description|desc)|about (?:the )?author|bio|biography|contributors?|post author|article author|vcard|reporter|writer)(?: |$)/,
    examples: {
      yes: ['<div class="author-bio">Ann Lowe covers schools.</div>', '<p class="byline">By Ann Lowe</p>'],
      no: ['<p class="authority">The authority voted.</p>'],
    },
  },
  {
    id: 'element.headline',
    reason: 'The headline and the summary under it: the editor’s words, said again in the story.',
    tags: tags('H1 HGROUP'),
    names:
      /^(?:(?:article|story|post|entry|page) (?:title|headline|summary)|(?:(?:article|story|post|entry|page) )?(?:standfirst|stand first|dek|sub ?headline|strapline))$/,
    examples: {
      yes: ['<h1>Council delays vote</h1>', '<p class="article__dek">The vote comes in June.</p>'],
      no: ['<h2>What comes next</h2>'],
    },
  },
  {
    id: 'element.dateline',
    reason: 'Publication and update stamps, tags and sections around the story.',
    names:
      /(?:^| )(?:timestamp|time stamp|date ?line|datetime|pub ?date|publish(?:ed)? (?:date|time)|post (?:date|meta|info)|entry (?:date|meta)|article (?:date|meta)|meta ?data|last updated|tags?|tag list|tag links|topics|keywords|filed under|categories|post tags|article tags|entry footer|kicker|eyebrow)(?: |$)/,
    examples: { yes: ['<div class="entry-meta">June 3, 2025</div>'], no: ['<p class="stage">The stage was full.</p>'] },
  },
  {
    id: 'element.comments',
    reason: 'Readers’ comments are not the story.',
    names:
      /(?:^| )(?:comments?|comment (?:list|form|section|area)|disqus|disqus thread|respond|reader comments)(?: |$)/,
    examples: {
      yes: ['<div id="comments">I agree!</div>'],
      no: ['<p class="commentary-text">The mayor declined.</p>'],
    },
  },
  {
    id: 'element.advertising',
    reason: 'Advertisements and sponsor notes.',
    names:
      /(?:^| )(?:ads?|advert|advertisement|advertising|ad (?:slot|unit|container|wrapper|label|block)|sponsor|sponsored|sponsorship|disclaimer|wpcnt)(?: |$)/,
    examples: {
      yes: ['<div class="ad-slot">Buy now</div>'],
      no: ['<p class="address">The council met at 4 Main St.</p>'],
    },
  },
  {
    id: 'element.embed',
    reason: 'Labels of players and of embedded pictures.',
    names:
      /(?:^| )(?:video|video (?:player|container|wrapper|embed)|embed type video|player|audio player|podcast|instagram media|tiktok embed|playbutton container|fb post)(?: |$)/,
    examples: {
      yes: ['<div class="video-player">Watch: the vote</div>', '<div class="podcast">Listen to the show.</div>'],
      no: ['<p class="players">Both sides agreed.</p>'],
    },
  },
  {
    id: 'element.hidden',
    reason: 'Text that the page does not show, or only to screen readers.',
    names:
      /(?:^| )(?:sr only|screen reader text|screen reader only|visually hidden|visuallyhidden|noprint|no print|print none|d print block)(?: |$)/,
    examples: {
      yes: ['<span class="sr-only">Opens in new window</span>'],
      no: ['<p class="hidden-gem">A hidden gem reopens.</p>'],
    },
  },
];

/** What an element matched: the rule, and the tag or name that it matched by. */
export interface ElementMatch {
  readonly rule: ElementRule;
  /** "tag" when by its tag, else the plain name, e.g. "author bio". */
  readonly by: string;
}

/** The attributes that hold an element's names. */
export const nameAttributes: readonly string[] = [
  'class',
  'id',
  'role',
  'itemprop',
  'data-component',
  'data-module',
  'data-testid',
];
/** Longer names are sentences (anchors made of a heading), not names. */
const nameWordsMax = 5;

/** The names of an element as the rules see them: `class="Author-bio__name x"` → ["author bio name", "x"]. */
function elementNames(element: PageElement): readonly string[] {
  const names: string[] = [];
  const isHeading = /^H[1-6]$/i.test(element.tagName);
  for (const attribute of nameAttributes) {
    const value = attribute === 'id' && isHeading ? null : element.getAttribute(attribute);
    if (!value) continue;
    for (const part of value.slice(0, 400).split(/\s+/)) {
      const name = plainName(part);
      if (name !== '' && name.split(' ').length <= nameWordsMax) names.push(name);
    }
  }
  return names;
}

function plainName(name: string): string {
  return name
    .slice(0, 80)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/\S*\d\S*/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .toLowerCase();
}

/** The first rule that an element meets, or null. */
export function matchElement(element: PageElement): ElementMatch | null {
  const tag = element.tagName.toUpperCase();
  const names = elementNames(element);
  for (const rule of elementRules) {
    if (rule.tags?.has(tag)) return { rule, by: 'tag' };
    const by = rule.names && names.find((name) => rule.names?.test(name));
    if (by !== undefined) return { rule, by };
  }
  return null;
}
