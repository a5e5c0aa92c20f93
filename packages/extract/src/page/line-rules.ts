// Which lines of an article are not story text, by their words and links. Knows nothing of the page around them.
import type { Block } from './blocks.ts';

/** What a line rule sees. */
export interface LineContext {
  readonly block: Block;
  /** True before the first, and after the last full paragraph of the article. */
  readonly isLead: boolean;
  readonly isTail: boolean;
  /** True when the article holds data tables beside its text, not when a table lays out the text. */
  readonly hasDataTables: boolean;
  /** True for the last few lines. */
  readonly isEnd: boolean;
  readonly title: string | null;
  readonly byline: string | null;
}

/** A rule on one line; the line is dropped. */
export interface LineRule {
  readonly id: string;
  /** One sentence: what it drops and why. */
  readonly reason: string;
  readonly match: (line: LineContext) => boolean;
  /** Lines that go (`yes`) and near misses that stay (`no`); tested as plain paragraphs in mid-article. */
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] };
}

const endsLikeSentence = /[.!?:;…。！？]["'”’)\]」』]*$/;

function byWords(
  id: string,
  reason: string,
  lengthMax: number,
  words: RegExp,
  yes: readonly string[],
  no: readonly string[],
): LineRule {
  const match = ({ block }: LineContext) => block.text.length <= lengthMax && words.test(block.text);
  return { id, reason, match, examples: { yes, no } };
}

/** Ordered: the first rule that matches gives its id; the outcome does not depend on the order. */
export const lineRules: readonly LineRule[] = [
  byWords(
    'line.read-more',
    'Pointers to other stories.',
    220,
    /^[\W_]*(?:read (?:more|also|next|on|this)|also read|related(?: (?:article|story|stories|content|coverage|links?|posts?|news|reading|topics))?|see also|see more|more(?: on| from| coverage| stories| news)?|more:|don[’']t miss|must read|recommended(?: reading| for you)?|trending(?: now)?|popular(?: now| this week)?|most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested)|recent (?:posts|articles|stories)|previously|watch(?: now| more| the video| video| live)?|listen(?: now| here)?|up next|next up|explore more|keep reading|continue reading|latest (?:news|stories|headlines)|top stories|in other news)(?:\s*[:|»›>–—-]\s|\s*[:|»›>]|\s*$)/i,
    ['Related: Council delays vote', 'READ MORE: Council delays vote on budget', 'Read more'],
    ['More officers are needed, the chief said.', 'Related costs rose by 4 percent.'],
  ),
  byWords(
    'line.credit',
    'Photo and graphics credits.',
    300,
    /^(?:\W*(?:photos?|images?|pictures?|videos?|graphics?|illustrations?|photograph|featured image|file photo)(?: credits?| by| courtesy(?: of)?| via| caption)?\s*[:/|]|(?:photo|image|illustration|photograph|video|graphic)s? (?:by|courtesy|via|credit|caption)\b(?=[^.]{1,80}$)|courtesy(?: of)? [^.]{2,60}$|credit\s*:)|(?:\(|credit:? ?|\||\/ ?|photo(?:graph)?:? )(?:ap|afp|reuters|getty(?: images)?|ap photo|file|contributed|courtesy|shutterstock)\b[^.()]{0,60}\)?$|\bgetty images\)?$|\((?:(?:ap )?photo|image|credit|file|courtesy|photograph|picture|source)\b[^()]{0,120}\)\.?$|^\(?(?:ap|afp|reuters|getty|getty images|contributed|submitted|shutterstock|staff photo|file photo)\)?$/i,
    ['Photo: Jo Marsh', 'The bridge at dawn. (Photo by Jo Marsh/Tribune)', 'Courtesy of the city'],
    ['Photos of the damage were shown to the council.', 'Credit unions asked for a delay.'],
  ),
  byWords(
    'line.byline',
    'Bylines and credits to reporters.',
    160,
    /^(?:by|By|BY|(?:Written|Reported|Story|Posted|Published|Edited|Words|Text) by|Author|Reporter)\s*:?\s+(?:[A-Z][\p{L}.’'-]*\s?){2,5}(?:(?:,|and|&|\||·|•|–|-|\/)\s*[^.!?]{0,90})?$|^[Bb]y$/u,
    ['By Ann Lowe', 'BY ANN LOWE', 'By Ann Lowe and Jo Marsh, Staff Writers'],
    ['By Friday the council must vote.', 'By law, the clerk counts first.'],
  ),
  byWords(
    'line.agency',
    'Notes on who reported or edited: their names and places are not the story’s (gold bodies disagree on these lines).',
    400,
    /^(?:\W*(?:(?:additional )?reporting by|editing by|writing by|compiled by|(?:the )?associated press (?:writers?|reporters?|journalists?|contributed)\b)|.{0,250}\bcontributed to this (?:report|story|article)\b)/i,
    ['Reporting by Ann Lowe; editing by Jo Marsh', 'Staff writer Jo Marsh contributed to this report.'],
    ['This story was updated to add a statement.', 'She contributed to the mayor’s campaign.'],
  ),
  byWords(
    'line.stamp',
    'Publication and update stamps.',
    130,
    /^\W*(?:(?:first )?(?:published|posted|updated|last (?:updated|modified|edited)|date|created|modified)\b(?: (?:on|at|by))?\s*:?.{0,40}\d|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}[^a-z]*(?:at )?[\d:., ]*(?:[ap]\.?m\.?)?[^a-z]*(?:[ecmp][sd]?t|gmt|utc)?\W*$|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\W*(?:\d{1,2}:\d\d\W*(?:[ap]m)?)?$|\d{1,2}:\d\d\s?[ap]\.?m\.?$|\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?) (?:ago|read)$|(?:\d+ )?min(?:ute)? read)/i,
    ['Published June 3, 2025 at 4:10 p.m.', 'June 3, 2025', '3 min read'],
    [
      'Updated rules take effect in 2026, the council said, after a month of hearings and a second reading at the regular meeting in July.',
      'June 3 is the deadline.',
    ],
  ),
  byWords(
    'line.newsletter',
    'Calls to sign up, subscribe, donate or join.',
    420,
    /^(?:\W*(?:sign ?up|subscribe|join (?:our|us|the)|get (?:our|the (?:latest|day|best|week)|unlimited|breaking|more)|register (?:now|for|to|here)|become a (?:member|subscriber|patron)|support (?:our|local|independent)|donate|try (?:our|\d)|download (?:our|the) .{0,30}app|enter your email|already a (?:member|subscriber)|to (?:continue|keep) reading|want (?:more|to (?:read|get|receive|see))|enjoy(?:ed|ing)? (?:this|our|what)|like (?:this|what you)|if you (?:enjoyed|liked|like|found) (?:this|our))\b)(?=.*\b(?:newsletters?|inbox|e-?mail|subscri\w+|subscriptions?|sign ?up|members?(?:hip)?|alerts?|app|donat\w+|journalism|free|account|daily|updates?|magazine|podcast|here|share|facebook|twitter)\b)|^.{0,200}\b(?:sign up (?:for|to) (?:our|the|my|\w+[’']s)|subscribe to (?:our|the|my)|delivered (?:straight |right )?to your (?:inbox|e-?mail)|unsubscribe|our (?:free )?newsletters?)\b/i,
    [
      'Sign up for our morning newsletter.',
      'Get the latest local news in your inbox.',
      'Support local journalism: donate today.',
    ],
    ['Get the vaccine first, the nurse told the board.', 'Join us at the vigil, the chief said.'],
  ),
  byWords(
    'line.share',
    'Share and follow prompts.',
    200,
    /^(?:[^\p{L}\p{N}]*(?:shares?|tweet|e-?mail|print|pin|save|copy link|facebook|twitter|linkedin|whatsapp|reddit|instagram|x|flipboard|sms|pinterest|telegram|comments?|like|link|copied|more|on|this|article|story|via|to|with|click|by|and)(?:[^\p{L}\p{N}]+|$)){1,14}$|^\W*(?:follow|find|connect with|contact|reach|email)\b.{0,110}(?:@\w|\bon (?:twitter|facebook|instagram|x|linkedin|threads|bluesky|youtube)\b|\b(?:twitter|facebook)\.com)|^(?:\w+ ){0,8}can be reached (?:at|by|via)\b|^\S+@\S+\.\w{2,6}$|^@\w{2,30}$|^click to (?:tweet|share)|^click here\b/iu,
    [
      'Share on Facebook',
      'Share this article',
      'Follow Ann Lowe on Twitter: @annlowe',
      'ann.lowe@example.com',
      'Ann Lowe can be reached at 555-0100.',
    ],
    ['Share prices fell after the vote.', 'Contact with the dam must be avoided, the city said.'],
  ),
  byWords(
    'line.bio',
    'A closing sentence about the reporter.',
    420,
    /^(?:Have a (?:news |story )?tip\?|(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|writes|covers|joined|reports|has (?:been|covered))\b.{0,60}\b(?:(?:staff |senior |freelance |investigative |general assignment |political |city |crime |education |sports |business |breaking news |national |chief )*(?:reporter|columnist|correspondent|journalist|freelancer|contributor|contributing (?:writer|editor)|staff writer|news editor|managing editor|news (?:director|producer)|opinion writer|blogger|digital producer|producer)(?: (?:for|at|with|in|who|and|based|covering|on)\b|\.?$))(?=[^“”"]*$)|(?:About|ABOUT) (?:the|THE) (?:[Aa]uthor|[Ww]riter|[Rr]eporter|AUTHOR)s?\W*$)/,
    [
      'Ann Lowe is a reporter for the Tribune.',
      'Jo Marsh is a staff writer who covers schools.',
      'About the author',
      'Have a tip? Write to the reporter.',
    ],
    ['Lowe is a former teacher who joined the board.', 'Marsh was shot near the school.'],
  ),
  byWords(
    'line.legal',
    'Copyright, cookie and terms lines.',
    420,
    /^\W*(?:©|\(c\) ?\d{4}|copyright\b(?:\W{0,3}(?:©|\d{4}|by|the\b))|all rights reserved|this (?:website|site) uses cookies|we use cookies|by (?:signing up|subscribing|clicking|submitting|using this site))|\ball rights reserved\b|\bmay not be (?:published|reproduced|republished|distributed)\b|\bmaterial may not be\b|\b(?:we|i) (?:may )?(?:earn|receive) (?:a |an )?(?:small )?(?:affiliate )?commissions?\b|\bas an amazon associate\b/i,
    ['© 2025 The Tribune', 'Copyright 2025 Tribune. All rights reserved.'],
    ['Copyright law was on the agenda.'],
  ),
  byWords(
    'line.comments',
    'Comment prompts.',
    140,
    /^\W*(?:(?:leave|post|add|write|view|show|read|load|join|see)(?: (?:a|the|all|your|\d+))? (?:comments?|repl(?:y|ies)|conversation|discussion)|\d+ comments?|no comments?(?: yet)?|comments?(?: \(\d+\)| are closed\.?)?|what do you think\??|have your say|log ?in to (?:comment|reply)|sign in|log ?in|reply)\b\W*$/i,
    ['Leave a comment', '12 comments', 'Comments are closed.'],
    ['No comment was given.'],
  ),
  byWords(
    'line.advert',
    'Advertisement labels.',
    90,
    /^\W*(?:advert(?:isement)?s?|advertising|sponsored(?: content| by.{0,40})?|promoted(?: content)?|story continues(?: below)?.{0,30}|article continues(?: below)?.{0,40}|continue reading below.{0,30}|scroll (?:down )?to continue.{0,20}|paid (?:content|post)|skip (?:ad|advertisement|to .{0,30})|loading\W*|close|opens? in (?:a )?new (?:tab|window)|shop now|buy now|learn more|iklan|publicidad|anzeige|reklama)\W*$/i,
    ['ADVERTISEMENT', 'Story continues below', 'Article continues below this ad'],
    ['Advertising rates will rise, the paper said.'],
  ),
  byWords(
    'line.tags',
    'Tags and sections.',
    300,
    /^\W*(?:filed under|tags?|tagged(?: with| in| as)?|topics?|categor(?:y|ies)|keywords|posted in|labels|in this (?:article|story)|table of contents|contents|jump to)\s*(?:[:|]|$)/i,
    ['Filed under: Schools, Budget', 'Tags: council, police'],
    ['Topics at the meeting ranged from police to parks.'],
  ),
  byWords(
    'line.gallery',
    'Positions and controls of galleries and players.',
    260,
    /^\W*(?:(?:[Ii]mage|[Pp]hoto|[Ss]lide|[Pp]icture|[Vv]ideo) #?\d+ ?(?:of|of ?\/|\/) ?\d+\b|#?\d+ ?(?:of|\/) ?\d+(?:\W*$|(?=[A-Z][a-z]* ))|(?:[Ss]how|[Hh]ide|[Tt]oggle|[Ee]xpand|[Vv]iew|[Ss]ee|VIEW|SHOW) (?:[Cc]aption|[Gg]allery|[Mm]ore|[Ii]mage|[Pp]hotos?|[Ll]arger|[Ff]ull [Ii]mage|[Aa]ll|[Ss]lideshow|GALLERY)\b.{0,30}$|[Ee]nlarge(?: this)? image|[Cc]aption$|[Ii]mage caption\b|[Mm]edia caption\b|[Pp]lay [Vv]ideo\b|\d{1,3}$|\d{10}$)/,
    ['Image 1 of 4', '3of4A shopper looks at extension cords', 'View gallery'],
    [
      '5 of 7 members voted no.',
      '5 of 7 Democrats voted no.',
      'See more of the plan at the meeting on Friday, she said.',
    ],
  ),
  byWords(
    'line.separator',
    'Rules drawn with characters.',
    40,
    /^[^\p{L}\p{N}]+$/u,
    ['___', '* * *', '—'],
    ['1. Roads'],
  ),
  {
    id: 'line.links',
    reason: 'A line that is nothing but a link is a pointer to another story.',
    match: ({ block, isTail }) =>
      block.text.length <= 220 &&
      block.linkLength >= block.text.length * 0.85 &&
      !/[.!?]["'”’)]*$/.test(block.text) &&
      (block.kind === 'paragraph' || (block.kind === 'item' && isTail)),
    examples: { yes: [], no: ['A plain line without any link stays.'] },
  },
  {
    id: 'line.cell',
    reason: 'Cells of data tables are no sentences.',
    match: ({ block, hasDataTables }) =>
      hasDataTables && block.kind === 'cell' && (block.text.length < 60 || !endsLikeSentence.test(block.text)),
    examples: { yes: [], no: ['Ward 1'] },
  },
  {
    id: 'line.code',
    reason: 'Program code is no story: lines in code elements, unless they hold four words in a row.',
    match: ({ block }) => block.isCode && block.kind === 'pre' && !/(?:\p{L}{1,30}[ ,]{1,2}){3}\p{L}/u.test(block.text),
    examples: { yes: [], no: ['The vote was 5 to 2, she said; the mayor agreed.'] },
  },
  {
    id: 'line.author',
    reason: 'A closing line about, or signed by, the reporter of the byline.',
    match: ({ block, isEnd, byline }) => isEnd && byline !== null && isAboutAuthor(block.text, byline),
    examples: { yes: [], no: ['Hannah Crowe covers city hall for the paper.'] },
  },
  {
    id: 'line.title',
    reason: 'The headline again, at the head of the text.',
    match: ({ block, isLead, title }) => isLead && title !== null && sameWords(block.text, title),
    examples: { yes: [], no: ['Council delays vote'] },
  },
  {
    id: 'line.edge',
    reason: 'Short fragments before the first or after the last full paragraph: kickers, labels, places of links.',
    match: ({ block, isLead, isTail }) =>
      (isLead || isTail) && block.kind === 'paragraph' && block.text.length <= 70 && !endsLikeSentence.test(block.text),
    examples: { yes: [], no: ['A short line inside the story'] },
  },
];

/** The first rule that a line meets, or null. */
export function matchLine(line: LineContext): LineRule | null {
  // A table that is the story keeps its numbers.
  const isData = line.block.kind === 'cell' && !line.hasDataTables && /^[^\p{L}]+$/u.test(line.block.text);
  return isData ? null : (lineRules.find((rule) => rule.match(line)) ?? null);
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return words(one) === words(other);
}

/** "Ann Lowe covers schools." for the byline "Ann Lowe, Jo Marsh"; a quotation is never about its reporter. */
function isAboutAuthor(text: string, byline: string): boolean {
  if (text.length > 500 || /[“"]/.test(text)) return false;
  const names = byline.split(/,| and | & /).map((name) => name.trim());
  return names.some(
    (name) =>
      / /.test(name) &&
      text.startsWith(name) &&
      /^(?:\W*$|,? (?:is|was|has|covers|writes|reports|joined|can be|may be|works)\b)/.test(text.slice(name.length)),
  );
}
