// Words around place names that tell what the name is of. Knows words; not how rules weigh them.
import type { Vocabulary, WordClasses } from '../reading/vocabulary.ts';

const lists = {
  /** Before a place: strong evidence that a name is one. */
  locative: 'in near outside around throughout at across toward towards within',
  /** Before a place, but as often before a person or a thing. */
  loosePreposition: 'to from of for by through between beyond via',
  /** Small words that may begin a sentence with a capital and belong to no name. */
  function:
    'the a an this that these those in on at of for from with by to near outside around throughout across within after before when while since as if and but or so because although though however both many most some all every each other another her his its their our your my he she it they we you i who what where why how there here now then today yesterday also only even just not no yes former nearby downtown suburban rural metro greater neighboring historic late longtime once first last meanwhile like through between until during into over under about against among per one two three four five six seven eight nine ten eleven twelve dozens several said says is are was were will would has have had do does did let get see',
  /** Directions that may stand before a place without being its name. */
  direction:
    'north south east west northern southern eastern western central upper lower northeast northwest southeast southwest northeastern northwestern southeastern southwestern n.w. s.w. n.e. s.e. n.w s.w n.e s.e',
  /** Behind a place: a body of its government, so that the place tells a jurisdiction. */
  localBody:
    'police fire council city town village township borough county municipal school schools unified independent public department board commission planning zoning sheriff parish district housing transit water utilities redevelopment metropolitan regional civic community government commonwealth recreation public library area parks recreation chamber emergency rescue ems pd school-board bureau office authority',
  /** Behind a place and before a person. */
  title:
    'first mayor chief councilman councilwoman councilmember councilor alderman alderwoman alderperson manager supervisor selectman selectwoman sheriff sgt lt capt det officer attorney judge superintendent commissioner administrator clerk treasurer councillor police city town council fire county deputy vice assistant acting former interim village public native resident detective lieutenant sergeant captain sen rep state democrat republican',
  /** Ends the name of a newspaper or another outlet. */
  news: 'times post tribune herald news star journal gazette press sun globe chronicle examiner inquirer sentinel dispatch register bee courier observer record republic enterprise argus advocate telegram union-tribune daily weekly monthly magazine today reporter bulletin telegraph ledger messenger mercury monitor review plain beacon banner mirror patch tv radio newspapers weeklies broadcasting eagle echo pioneer standard intelligencer statesman',
  /** Ends the name of a street. */
  street:
    'street st avenue ave boulevard blvd road rd drive dr lane ln highway hwy parkway pkwy way court ct circle cir terrace pike turnpike expressway freeway interstate trail alley route loop place pl plaza square bypass crossing',
  /** Ends the name of a school above town level, or of a single school. */
  school:
    'university college institute academy seminary campus polytechnic elementary middle high junior intermediate preparatory prep montessori law medical',
  /** Ends the name of a building, institution, water or land form. */
  facility:
    'hospital airport church cathedral temple synagogue mosque chapel cemetery museum library theater theatre stadium arena field center centre park lake river creek mountain mountains mount hill hills valley bay beach island islands bridge dam canyon forest mall tower towers hotel inn resort casino clinic courthouse prison jail penitentiary ranch farm farms gardens zoo detention facility correctional correction memorial monument building house hall plant mill station terminal depot pier harbor port speedway raceway racetrack fairgrounds lodge manor estates apartments village plaza reservoir refuge sanctuary garden pool gym gymnasium auditorium amphitheater ballroom restaurant cafe diner grill pub tavern bakery brewery winery foundation society association club league institute company corp inc llc co bank trust union federation group partners systems services industries enterprises motors energy electric gas oil steel insurance realty properties festival fair parade marathon classic open bowl cup tournament invitational act award awards prize treaty accord agreement ballet symphony orchestra opera band choir philharmonic',
  /** Nicknames of teams, and words of sport. */
  team: 'angels astros athletics braves brewers cardinals cubs diamondbacks dodgers giants guardians indians mariners marlins mets nationals orioles padres phillies pirates rangers rays reds rockies royals sox tigers twins yankees 76ers bucks bulls cavaliers celtics clippers grizzlies hawks heat hornets jazz kings knicks lakers magic mavericks nets nuggets pacers pelicans pistons raptors rockets spurs suns thunder timberwolves blazers warriors wizards bears bengals bills broncos browns buccaneers chargers chiefs colts cowboys dolphins eagles falcons 49ers jaguars jets lions packers panthers patriots raiders rams ravens redskins saints seahawks steelers texans titans vikings bruins blackhawks flames flyers penguins sabres sharks blues islanders devils capitals coyotes ducks predators wild oilers canucks senators canadiens hurricanes lightning galaxy revolution fc bobcats wildcats bulldogs trojans spartans mustangs huskies wolverines buckeyes hoosiers badgers gophers tarheels crimson longhorns aggies sooners cougars rebels',
  /** Before a name: it is a person's. */
  personTitle:
    'mr mrs ms miss dr rev fr sr president senator sen rep representative congressman congresswoman gov governor mayor chief sheriff judge justice sgt sergeant lt lieutenant capt captain det detective officer deputy cpl corporal maj major col colonel gen general pvt pfc pastor father sister brother bishop coach professor prof secretary chairman chairwoman commissioner councilman councilwoman councilmember alderman superintendent principal attorney queen king prince princess lady lord saint councilor trooper agent supervisor trustee selectman actor actress singer author director spokesman spokeswoman',
  /** Behind a name: somebody speaks or acts, as people more than places do. */
  personVerb:
    'said says told asked added who whose recalled explained wrote testified pleaded replied admitted insisted noted born died smiled laughed administration campaign presidency',
  /** Before "of Name": the name is a place's. */
  government:
    'city town village borough township county state municipality people residents mayor community citizens suburb suburbs outskirts commonwealth streets parish hamlet resident native part south north east west district diocese archdiocese',
  /** Behind a name: it is a place's. */
  local:
    "resident residents native natives area community neighborhood police firefighters officials officers man woman men women couple family families teen teenager teenagers boy girl mother father voters taxpayers homeowners residents' business businesses businessman businesswoman home homes house streets restaurant resident's metro metropolitan suburb suburbs suburban region headquarters office offices schools jail jails jury court courtroom hospital store plant factory city downtown church leaders activists students parents lawyer attorney doctor firm company property headquarters-based based mayor council sheriff prosecutors prosecutor landlord developer",
  /** Behind a name: never part of it though written with a capital. */
  calendar:
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr aug sept oct nov dec mon tues wed thurs fri sat sun a m p i he she they we it',
} as const;

/** Words that are asked for exactly as written here, without a full stop. */
const exactly = {
  /** Inside of a name, between its capitals. */
  inner: 'of the and de la du by on in las los del a - – /',
  of: 'of',
  /** Between the capitals behind a name. */
  joining: 'of and',
  article: 'the a an',
  /** Before a place, not part of its name. */
  setting: 'downtown nearby suburban rural metro greater neighboring historic',
  /** Before a hyphen and a place: a legislator's party. */
  party: 'd r i dfl gop',
  chief: 'chief',
  state: 'state',
  /** In the name of a public body of schools. */
  schoolBody: 'district districts board department schools',
  township: 'township twp twp.',
  counties: 'counties',
} as const;

export type PlaceWord = keyof typeof lists | keyof typeof exactly;
export type PlaceWords = WordClasses<PlaceWord>;

const names = [...Object.keys(lists), ...Object.keys(exactly)] as PlaceWord[];

/** The bit of each class in the class bits of a word, for rules to combine. */
export const word = Object.fromEntries(names.map((name, index) => [name, 1 << index])) as Readonly<
  Record<PlaceWord, number>
>;

/** Interns the words; abbreviations of `lists` are known with and without their full stop. */
export function classifyPlaceWords(vocabulary: Vocabulary): PlaceWords {
  const dotted = (each: string): string[] => (each.length < 5 ? [each, `${each}.`] : [each]);
  const classes = [
    ...Object.entries(lists).map(([name, list]) => [name, list.split(' ').flatMap(dotted)]),
    ...Object.entries(exactly).map(([name, list]) => [name, list.split(' ')]),
  ];
  return vocabulary.classify(Object.fromEntries(classes) as Record<PlaceWord, string[]>);
}
