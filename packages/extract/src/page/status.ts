// Why a page holds no article: walls, stubs, live blogs, index pages. Judges the words found; knows no markup.
import type { PageStatus } from '@civicwire/shared';

/** What is known of a page once its body was looked for. */
export interface PageEvidence {
  /** The window title and all text that the page shows, cut to `shownTextMax` characters. */
  readonly windowTitle: string;
  readonly shownText: string;
  /** Lengths in characters: of the story's lines, and of those that are full paragraphs. */
  readonly storyLength: number;
  readonly proseLength: number;
  readonly storyText: string;
  /** Share of the found text in links before any dropping, 0–1. */
  readonly linkShare: number;
  readonly isLinkedArticle: boolean;
  readonly isFree: boolean;
  /** Why the page is a live blog, in words; null when it is none. */
  readonly liveBlog: string | null;
  readonly isWebsiteType: boolean;
  readonly hasPublishedDate: boolean;
  /** Path and query of the address, null when unknown. */
  readonly path: string | null;
}

export interface StatusVerdict {
  readonly status: PageStatus;
  /** Words for a person; null when ok. */
  readonly note: string | null;
}

export const shownTextMax = 6000;

/** A wall's own text is short; a page with more story than this is no wall, whatever it mentions. */
const wallStoryMax = 1200;
const stubStoryMax = 2200;
const articleProseMin = 140;
/** A front page with this much text and hardly a link is a site of one page. */
const oneStoryProseMin = 1500;

const botWall =
  /just a moment\.\.\.|attention required! \| cloudflare|checking (?:if the site connection is secure|your browser)|verif(?:y|ying) (?:that )?you are (?:a )?(?:human|not a (?:ro)?bot)|are you a (?:robot|human)\?|not a robot|pardon our interruption|access (?:to this page has been )?denied|enable javascript and cookies to continue|please enable js and disable any ad ?blocker|request unsuccessful\. incapsula|unusual (?:traffic|activity) from your|complete the (?:captcha|security check)|press & hold|automated access|ray id/i;
const consentWall =
  /before you continue|we (?:value|care about|respect) your privacy|your privacy (?:choices|matters|is important)|we (?:and our (?:\d+ )?(?:partners|vendors)|use cookies).{0,200}(?:store|access|cookies|consent)|(?:accept|allow|agree to|reject|manage) (?:all )?(?:cookies|and continue|consent)|consent to (?:the use|our use|cookies|data)|due to (?:the )?(?:gdpr|general data protection regulation)|unavailable (?:due to legal reasons|in (?:most |your )?(?:european|region|country))/i;
const consentAct = /accept|agree|consent|reject all|gdpr|legal reasons|cookie/i;
const paywall =
  /(?:subscribe|sign in|log in|register|become a (?:member|subscriber)) (?:now |today )?to (?:continue|keep|read|unlock|access|finish)|to (?:continue|keep) reading|already (?:a|have a|an?) ?(?:\w+ )?(?:subscri(?:ber|ption)|member|account)\??|(?:this|the) (?:article|story|content|premium content) is (?:only |exclusively )?(?:available |reserved )?(?:for|to) (?:our )?(?:\w+ )?(?:subscribers|members)|for subscribers only|subscriber[- ]only|subscribe (?:for|from) (?:just |only )?[$£€\d]|you(?:['’]ve| have) (?:reached|read|used|hit) (?:your|all|the).{0,30}(?:limit|free)|free articles? (?:left|remaining|this month)|unlimited (?:digital )?access|support local journalism.{0,40}subscrib/i;
const missing =
  /\b(?:page not found|404 (?:error|not found)|error 404|can[’']t find (?:the|that) page|page (?:you (?:requested|are looking for)|doesn[’']t exist)|no longer available)\b/i;

/** The status of a page with text. Walls and stubs need both their words and the lack of a story. */
export function judgePage(page: PageEvidence): StatusVerdict {
  const words = `${page.windowTitle}\n${page.shownText}`;
  if (page.proseLength < wallStoryMax) {
    const isShort = page.shownText.length < 4000 && !(page.isLinkedArticle && page.proseLength > 400);
    if (isShort && botWall.test(words))
      return { status: 'bot-wall', note: `the page asks for a proof: “${match(botWall, words)}”` };
    if (isShort && consentWall.test(words) && isMostlyConsent(page))
      return { status: 'consent-wall', note: `the page asks for consent: “${match(consentWall, words)}”` };
  }
  if (missing.test(page.windowTitle) && page.proseLength < wallStoryMax)
    return { status: 'not-an-article', note: 'the page says that it was not found' };
  if (page.liveBlog !== null) return { status: 'live-blog', note: page.liveBlog };
  if (page.storyLength < stubStoryMax && page.storyLength > 0 && (page.isLinkedArticle || page.hasPublishedDate)) {
    if (!page.isFree)
      return {
        status: 'paywall-stub',
        note: 'the page says that its story is for payers, and holds only its beginning',
      };
    if (page.proseLength < wallStoryMax && paywall.test(words))
      return { status: 'paywall-stub', note: `the story stops at a paywall: “${match(paywall, words)}”` };
  }
  return judgeArticle(page);
}

function judgeArticle(page: PageEvidence): StatusVerdict {
  const isMarked = page.isLinkedArticle || (page.hasPublishedDate && !page.isWebsiteType);
  if (page.storyLength === 0) return { status: 'not-an-article', note: 'no line of the page reads like a story' };
  if (page.proseLength < articleProseMin && !(page.isLinkedArticle && page.storyLength >= articleProseMin / 2)) {
    return { status: 'not-an-article', note: `${page.proseLength} characters in full paragraphs` };
  }
  const isFront = page.path !== null && /^\/(?:index\.\w{2,5})?$/.test(page.path);
  const isOneStory = page.proseLength >= oneStoryProseMin && page.linkShare < 0.05;
  if (!page.isLinkedArticle && isFront && ((page.isWebsiteType && !isOneStory) || page.linkShare > 0.2))
    return { status: 'not-an-article', note: 'the front page of a site' };
  if (!isMarked && page.linkShare > 0.5)
    return { status: 'not-an-article', note: `${Math.round(page.linkShare * 100)} % of the text is links` };
  return { status: 'ok', note: null };
}

/** A banner on a page with a story is no wall: the words of consent must be most of what there is. */
function isMostlyConsent(page: PageEvidence): boolean {
  return page.proseLength < 200 || consentAct.test(page.storyText.slice(0, 1500));
}

function match(pattern: RegExp, words: string): string {
  return (pattern.exec(words)?.[0] ?? '').slice(0, 80);
}
