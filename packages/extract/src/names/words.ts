// Words that decide whether a capital begins a person's or an organization's name. Knows words alone.
// Compiled by us from newspaper style guides; lower case, as the tokeniser splits them.

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that, before a name, say that the name is a person's. They never are part of the name. */
export const titleWords = list(`
  mr. mr mrs. mrs ms. ms mx. miss dr. dr prof. prof professor rev. reverend fr. father sister brother pastor rabbi imam bishop archbishop cardinal pope
  hon. honorable judge justice magistrate mayor governor gov. president vice-president senator sen. sens. senators representative rep. reps.
  congressman congresswoman congressmember assemblyman assemblywoman assemblymember delegate del. councilman councilwoman
  councilmember councilmembers councilmen councilwomen councilor councilors councillor councillors councilperson alderman alderwoman
  alderperson alder ald. aldermen alds. alders alderwomen alderpersons councilpersons selectwomen selectperson selectpersons govs. dets. selectman
  selectwoman selectmen supervisor supervisors commissioner commissioners trustee trustees
  freeholder freeholders legislator chief chiefs sheriff sheriffs undersheriff deputy deputies constable marshal officer officers sgt.
  sgts. sergeant lt. lieutenant capt. capts. captain cpl. corporal cmdr. commander maj. major col. colonel gen. general det. dets.
  detective detectives inspector trooper troopers agent agents attorney attorneys prosecutor solicitor secretary director administrator
  ambassador chancellor superintendent supt. principal dean coach manager clerk treasurer auditor assessor comptroller controller
  recorder registrar coroner examiner engineer planner counsel chairman chairwoman chairperson chair speaker leader whip spokesman
  spokeswoman spokesperson spokesmen spokespeople member members prince princess king queen sir lady lord duke saint premier minister
  chancellor democrat democrats republican republicans councilors burgess treasurer ombudsman adm. admiral pvt. private pfc. spc.
  ag charge mayors governors judges justices lawyer candidate founder photographer reporter editor author activist organizer resident student
  executive coordinator specialist analyst strategist columnist correspondent anchor firefighter paramedic pro tem tempore
  -elect elect former ex acting interim assistant associate senior staff writer emeritus ceo cfo coo vp assemblymembers congressmen
  jurors juror pilot nurse doctor teacher biologist historian economist scientist researcher actor actress singer rapper designate
  press aide adviser advisor negotiator liaison prosecutors climatologist meteorologist epidemiologist hydrologist geologist geographer
  harbormaster moderator guide detective landlord warden patrolman patrolwoman incumbent incumbents firefighters deejay farmer rancher janitor barber captain`);

/** Role nouns that stand in lower case before a name: "resident Carlos Ortiz", "attorney Emi Lane". Title words count too. */
export const roleNouns = list(`
  man woman neighbor neighbour owner co-owner father mother husband wife son daughter brother sister uncle aunt cousin friend partner
  driver victim suspect defendant plaintiff witness employee worker volunteer advocate businessman businesswoman developer architect
  artist musician player quarterback pitcher star veteran expert scholar professor pastor priest poet novelist writer journalist
  blogger producer filmmaker comedian millionaire billionaire investor consultant lobbyist contractor officer lawmaker politician
  colleague opponent challenger incumbent rival predecessor successor nominee contender mogul tycoon magnate host guest boss head
  chairman president secretary leader co-founder cofounder named ms mr by`);

/** Heads of names of organizations: what stands before belongs to the organization, not to a person. */
export const organizationHeads = list(`
  council selectboard department dept. office agency bureau commission board committee authority administration association union federation
  coalition network alliance institute foundation center centre university college school schools academy district court courts party inc.
  corp. corporation llc co. company companies church hospital clinic times post journal gazette tribune news herald press chronicle sentinel
  examiner globe observer courier dispatch register review record daily weekly magazine radio television tv police pd ministry service
  services senate house congress legislature assembly society club group fund trust bank guard army navy force patrol
  corps parliament caucus conference consortium cooperative league museum library libraries theater theatre orchestra project initiative
  program partnership partners labs laboratory systems industries technologies enterprises bros. brothers' associates ltd. airlines airport
  transit teamsters local lodge post legion ministries temple synagogue mosque cathedral diocese secretariat task squad unit division
  branch headquarters tribunal panel taskforce jail prison penitentiary campaign pac jury`);

/** Heads of names of places, laws, events and things: a name that runs into one is not a person's. */
export const thingHeads = list(`
  street st. avenue ave. road rd. boulevard blvd. drive lane highway hwy. freeway parkway bridge tunnel plaza square park river creek lake
  bay beach island islands valley hills heights mountain mountains mount canyon desert forest county counties city town township village
  borough state states ward precinct building tower towers hall arena stadium field fields station terminal garden gardens mall
  cemetery memorial monument act bill law amendment proposition prop. measure ordinance resolution order code plan deal agreement
  treaty award prize medal day week month festival parade fair bowl cup series championship open tournament scholarship
  constitution war wars revolution syndrome disease virus hotel inn casino cafe restaurant bar grill apartments homes parish market store
  stores shop shops coast north south east west northern southern eastern western central street-based statehouse capitol
  courthouse house room chapter section article title part version edition report survey poll index doctrine rule rules line route ocean sea gulf canal`);

/** Names of time, people and the wide world that are not personal names. */
export const worldWords = list(`
  january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep.
  oct. nov. dec. monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. sun. christmas easter thanksgiving
  halloween ramadan passover hanukkah english spanish french german chinese japanese russian american americans african mexican mexicans
  latino latina latinx hispanic asian european british irish italian korean indian iranian iraqi israeli israelis palestinian palestinians
  syrian ukrainian muslim muslims christian christians catholic catholics jewish jews islamic protestant baptist methodist lutheran democratic
  gop internet facebook twitter instagram youtube google amazon microsoft apple uber airbnb tesla medicare medicaid obamacare covid
  america europe asia africa mexico canada china russia iran iraq israel syria ukraine france germany england britain ireland italy japan
  korea india cuba haiti venezuela guatemala honduras salvador afghanistan pakistan turkey egypt saudi arabia brazil argentina chile
  colombia peru spain portugal poland sweden norway u.s. us u.s.a. usa u.n. uk u.k. eu united national federal international`);

/** Names of states, also as parts ("north carolina" is "carolina" here), and their abbreviations in newspapers. */
export const stateWords = list(`
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky
  louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire jersey york carolina
  dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ala. ariz. ark.
  calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla.
  ore. pa. r.i. s.c. s.d. tenn. tex. vt. va. wash. w.va. wis. wyo. d.c.`);

/** Words of grammar: with a capital they only begin a sentence or a heading. */
export const functionWords = list(`
  the a an this that these those he she it they we i you his her its their our my your who whom whose which what when where why how
  if as at by for from in into of off on onto out over to under up with without about above across after against along among around before
  behind below beneath beside besides between beyond but despite down during except inside like near since than through throughout till
  toward towards underneath until upon via within and or nor so yet both either neither not no yes all any each every few many more most
  much other others another some such same own only also just even still now then there here again ever never always often sometimes
  is are was were be been being am do does did done have has had having can could may might must shall should will would
  let say says said told ask asks asked add adds added according however meanwhile although though because while whether unless once
  today yesterday tomorrow tonight last next first second third new old one two three four five six seven eight nine ten
  dear hello hi thanks thank please read see watch click photo image courtesy file story video related continue breaking update
  exclusive opinion editorial letter letters vote votes why how's it's that's there's here's what's let's re fw
  late early later earlier young retired longtime veteran outgoing incoming local`);

/** Verbs that only people (and bodies) do; beside a name they are evidence that it is one. */
export const speechVerbs = list(`
  said says say told tells asked asks added adds replied responded explained argued noted stated announced wrote testified acknowledged
  admitted agreed believes believed called claimed conceded concluded confirmed continued declared declined denied described emphasized
  estimated expressed insisted joked mentioned pointed praised predicted promised questioned recalled recounted remarked repeated
  reported shared stressed suggested thanked urged vowed warned tweeted voted thinks thought hopes hoped recommended proposed pushed
  nodded laughed smiled accused alleged criticized defended endorsed introduced sponsored resigned testifies writes`);

/** Small words inside surnames: "de la Cruz", "van Dyke". */
export const particles = list(
  `de la las los del della di da dos das du van von der den ter ten bin bint ibn al el le st. st ste. san y`,
);
export const suffixes = list(`jr. jr sr. sr ii iii iv v esq. m.d. ph.d.`);
export const femaleWords = list(`
  mrs. ms. miss madam congresswoman councilwoman alderwoman selectwoman assemblywoman spokeswoman chairwoman businesswoman
  policewoman actress mother wife daughter sister aunt queen princess lady woman`);
export const maleWords = list(`
  mr. sir congressman councilman alderman selectman assemblyman spokesman chairman businessman policeman father husband son brother uncle
  king prince lord man fr.`);
