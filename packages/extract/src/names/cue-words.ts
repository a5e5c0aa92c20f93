// Small closed sets of words and marks that rules of names look for beside a capital. Knows words alone; lower case.

/** Marks and small words, asked about so often that they stand in one table with the classes of words. */
export const markLists = {
  comma: ',',
  hyphen: '-',
  /** Joins the parts of a double name. */
  joiner: '- ‑',
  bracket: '(',
  the: 'the',
  of: 'of',
  and: 'and &',
  possessive: "'s",
  /** Pronouns that tell a gender. */
  she: 'she her hers herself',
  he: 'he his him himself',
  /** Pronouns that begin the sentence behind a name. */
  subject: 'he she',
  /** Opens what is said of a person behind a comma. */
  determiner: 'a an the one his her',
  relative: 'who whom whose',
} as const;

export const cueLists = {
  courtesy: 'mr mr. mrs mrs. ms ms. mx mx. dr dr.',
  locative: 'in at near',
  /** Before a word that stands alone: it is a place, most likely. */
  placing: 'in at near outside from downtown',
  /** First words of names of places. */
  placeStart:
    'st. st ste. san santa santo los las el fort ft. mount mt. new saint north south east west lake port point cape palo',
  /** Titles that are given names as well. */
  titledGiven: 'dean earl duke bishop king prince major pope',
  /** Not before a person who is named by the given name alone. */
  beforeOther: 'in at near outside of the a an st. saint hurricane storm',
  /** Ends a title of several words: "member-at-large", "Justice of the Peace". */
  titleEnd: 'large peace',
  /** Joins a given name that stands alone to something else. */
  tie: '- – & (',
  /** Opens a list of names. */
  pluralTitle:
    'councilmen councilwomen councilmembers councilpersons councilors councillors alders alds. aldermen alderwomen alderpersons commissioners supervisors trustees selectmen selectwomen selectpersons members sens. reps. senators representatives mayors judges justices legislators assemblymen assemblywomen assemblymembers officers deputies detectives',
  listMark: ', ; ( ) – — - and',
  /** Kinds of bodies, before the name: "the nonprofit …". */
  kind: 'nonprofit non-profit group organization coalition charity union company newspaper outlet startup firm collective publisher broadcaster station',
  /** What runs on inside the name of a body by its kind. */
  kindLink: 'of for in and the &',
  administration: 'administration',
  /** Before "Ode administration". */
  beforeAdministration: 'the new incoming',
  takesOf:
    'department dept. bureau university board office council association coalition league union federation institute center committee commission house college school ministry court academy alliance society foundation agency division authority church bank museum friends city county town village state district daughters sons brotherhood chamber order',
  link: 'of for on the and & in to',
  ofForOn: 'of for on',
  bodyOfPlace:
    'city county town village township borough state commonwealth university friends chamber league daughters',
  /** Heads that name a body only together with a word before them. */
  genericAlone:
    'council department dept. office agency bureau commission board committee authority administration association court university college school police senate house legislature assembly district',
  /** "Council Member", "Board President": a title, not a body. */
  titleHead: 'council board commission committee school',
  /** "… News Daily" */
  afterPress: 'daily weekly evening',
  /** Titles whose office is a body: "Sheriff's Office". */
  officeHolder:
    'sheriff sheriffs attorney governor mayor clerk assessor coroner treasurer examiner marshal president recorder auditor manager administrator controller comptroller defender inspector prosecutor supervisors commissioners constable general engineer registrar superintendent',
  /** Titles that are part of the name of a body: "General Assembly". */
  bodyTitle:
    'supervisors commissioners trustees aldermen sheriffs chiefs mayors governors prosecutors officers deputies judges clerks state general executive staff senior press police',
  /** "Women's March": who a body is for. */
  people: 'women men children people workers teachers employees veterans farmers residents tenants firefighters',
  apostrophe: "' 's",
  /** Ends "Board of …". */
  boardOf:
    'supervisors commissioners trustees aldermen representatives engineers regents education police governors women mayors',
  /** Words of grammar and titles that begin names of bodies all the same. */
  opensBody: 'new american united first young',
  opensBodyTitle: 'attorney general state press executive chief police sheriffs',
  /** Plural persons that begin a sentence. */
  opensSentence: 'activists residents critics supporters officials neighbors members parents voters meanwhile',
  /** First words of bodies in lower case: "Tulsa police". */
  lowerBody: 'police city school fire town',
} as const;
