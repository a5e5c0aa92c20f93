// Words around a title that say whose office it is. Knows words alone. Compiled by us.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** May stand between the beginning of a title's phrase and the title: "the former deputy city …". */
export const modifiers = set(`
  former acting interim then ex current longtime long-time new newly elected re reelected re-elected appointed outgoing incoming deputy assistant
  associate vice senior first second third fourth fifth sixth lead top chief city county state town village borough township parish
  municipal regional district federal local national u.s. us police fire school schools board council commission public works health
  sheriff's department office agency ward precinct at-large majority minority senate house assembly democratic republican gop freshman
  newly-elected longest-serving two-term three-term one-term retired late fellow own newest oldest youngest only lone ranking veteran term
  committee jury authority library court parks fire hometown chairing onetime airport water housing transit utility utilities volunteer part-time full-time sheriff mayor governor coroner
  present sitting services food nutrition information technology human resources community development economic emergency management animal code
  enforcement finance budget engineering operations communications tourism recreation facilities elections planning governing park hospital sewer`);
/** They say when, and are kept in the title. */
export const tenure = set(
  'onetime former acting interim then ex outgoing incoming retired late deputy assistant vice associate chief senior',
);
/** They make the office a certain person's. */
export const possessives = set('its their his her our this whose');
export const articles = set('the a an its their his her our this one whose');
export const districtWords = set('district ward precinct division seat zone position place region');

/** Names of bodies that hold public power. */
export const publicBody =
  /\b(?:council|police|pd|sheriff|sheriffs|fire (?:department|district)|department|dept|bureau|commission|commissioners|supervisors|board of|school board|school district|schools|aldermen|senate|house of representatives|congress|assembly|legislature|city of|county of|town of|village of|state of|county|city|state|authority|agency|administration|office|court|customs|immigration|ice|dhs|fbi|cia|dea|fema|epa|irs|cdc|fda|atf|nsa|homeland|patrol|white house|supreme|u\.? ?s\.?|public works|parks|corrections|national guard|highway|transit|(?:water|park|hospital|sanitary|irrigation|utility|improvement|port|library|transit|health|fire|sewer) (?:district|board|commission)|selectboard|dnr|deq|dps|dot|dcf|dhhs|isd|marshals?|secret service|jail|[a-z]{1,4}pd|[a-z]{1,3}cso|[a-z]{1,3}fd|cbp|uscis|transportation|agriculture|treasury|justice|jury|town meeting|school committee|school department|(?:finance|budget|appropriations|judiciary|ways and means|ethics) committee|conservation commission|airport|selectmen|select board|freeholders|port|library|parish|borough|village|township|[a-z]{1,5}dot|caltrans|coast guard|reclamation|forest service|emergency management|housing|recreation|planning|zoning|election|elections)\b/;
/** Names of bodies that do not, whatever other words they hold. */
export const privateBody =
  /\b(?:university|college|union(?! (?:high|elementary|free|school|public|county|city|township|parish))|association|chamber|foundation|institute|coalition|alliance|network|church|club|times|post|news|journal|herald|tribune|gazette|press|party|inc|corp|llc|ltd|company|co|group|federation|league|society|bank|hospital|clinic|center|partnership|project|fund|trust|museum|committee to|pac|caucus|fraternal|brotherhood|teamsters|local \d+|fc|aclu|naacp|seiu|afscme|guild|council of churches|boy scouts|girl scouts|ministries|cooperative|realtors|national committee|democratic committee|republican committee|homeowners|property owners|community council|tenants|faculty senate|student senate|academic senate|(?:football|basketball|baseball|hockey|soccer|swim|track|volleyball|wrestling) team|lodge)\b/;
/** Nations and their people, before a title: an office that is not one of the United States. */
export const foreignWords = set(`
  russian chinese mexican canadian british french german italian spanish ukrainian iranian iraqi israeli palestinian syrian turkish egyptian
  venezuelan cuban colombian brazilian argentine chilean peruvian salvadoran honduran guatemalan haitian japanese korean indian pakistani afghan
  philippine filipino australian irish scottish polish hungarian greek swedish norwegian georgian russia china canada
  britain france germany italy spain ukraine iran iraq israel syria turkey egypt venezuela cuba colombia brazil afghanistan pakistan
  india japan korea kenyan nigerian ghanaian ethiopian somali yemeni saudi european`);

/** The same words as they stand in a text, for counting. */
export const foreignNations = new RegExp(
  `\\b(?:${[...foreignWords].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|')})\\b`,
  'g',
);
