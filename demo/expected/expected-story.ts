// The shape of an expectation: what one delivered address of the demo's wire must come to. Knows no story.

type IssueId =
  | 'limit-ice-cooperation'
  | 'ice-agreement'
  | 'detainer-custody'
  | 'data-sharing'
  | 'status-policing'
  | 'sanctuary-policy'
  | 'contact-transparency'
  | 'victim-witness-safety'
  | 'civilian-oversight'
  | 'rent-control'
  | 'alpr-cameras'
  | 'alpr-data-sharing'
  | 'surveillance-oversight';

type ExpectedRole =
  | 'mayor'
  | 'deputy-mayor'
  | 'council-member'
  | 'city-manager'
  | 'city-attorney'
  | 'police-chief'
  | 'sheriff'
  | 'state-legislator'
  | 'school-board-member'
  | 'superintendent';

/** `dropped` carries the named reasons of which one must be given. */
type ExpectedOutcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'duplicate'; readonly of: string }
  | { readonly kind: 'paywall-stub' }
  | { readonly kind: 'dropped'; readonly reasons: readonly string[] };

interface ExpectedFocus {
  readonly name: string;
  /** USPS code. */
  readonly state: string;
}

export interface ExpectedOfficial {
  readonly name: string;
  /** In words of ours: a role that the program names otherwise is reported, not failing. */
  readonly role: ExpectedRole;
}

export interface ExpectedQuote {
  readonly speaker: string;
  /** First and last words inside of the marks, as printed; a comma or full stop before the closing mark is left out. */
  readonly first: string;
  readonly last: string;
}

export interface ExpectedStance {
  /** Any of these names is right, in any letter case. */
  readonly holders: readonly string[];
  /** Any of these is right: for issues that two packs cross-list. */
  readonly issues: readonly IssueId[];
  readonly position: 'supports' | 'opposes' | 'mixed' | 'neutral';
  readonly basis: 'position' | 'practice';
  /** Words of the story that the evidence must overlap. */
  readonly evidence: string;
}

/** A stance nobody may report. Absent `issues`, `position` or `evidence`: any. */
export interface NeverStance {
  readonly holders: readonly string[];
  readonly issues?: readonly IssueId[];
  readonly position?: ExpectedStance['position'];
  /** Only a stance whose evidence overlaps these words is wrong. */
  readonly evidence?: string;
  readonly because: string;
}

export interface ExpectedFindings {
  readonly focus?: ExpectedFocus;
  readonly officials?: readonly ExpectedOfficial[];
  readonly quotes?: readonly ExpectedQuote[];
  readonly stances?: readonly ExpectedStance[];
}

export interface ExpectedNever {
  /** Cities that are not the story's focus. */
  readonly focus?: readonly string[];
  /** Journalists, photographers, activists, residents and experts. */
  readonly officials?: readonly string[];
  /** Words in quotation marks that nobody says in the story. */
  readonly quotes?: readonly string[];
  readonly stances?: readonly NeverStance[];
}

export interface ExpectedStory {
  readonly slug: string;
  /** Path of the address on the wire, without query. */
  readonly path: string;
  readonly outcome: ExpectedOutcome;
  /** Versions after the update was published and fetched. */
  readonly versions: 0 | 1 | 2;
  /** The hard shapes that this story shows, for people. */
  readonly shows: string;
  /** Missing one of these fails the demo. */
  readonly required: ExpectedFindings;
  /** Reported, not failing. */
  readonly hoped: ExpectedFindings;
  /** Reporting one of these fails the demo. */
  readonly never: ExpectedNever;
  /** Reporting one of these is counted, not failing. */
  readonly hopedNever: ExpectedNever;
}

const nothing = { required: {}, hoped: {}, never: {}, hopedNever: {} } as const;

/** An expectation with the usual answers filled in: outcome ok, one version, nothing demanded. */
export function expectStory(
  story: Pick<ExpectedStory, 'slug' | 'path' | 'shows'> & Partial<ExpectedStory>,
): ExpectedStory {
  return { outcome: { kind: 'ok' }, versions: 1, ...nothing, ...story };
}
