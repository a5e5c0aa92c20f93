// The shape of the tables that make officials one record per person and office across stories, for the compiler.
// What the columns mean is in official-fields.ts.

export interface OfficialTable {
  id: string;
  scope: string;
  name: string | null;
  nameKey: string | null;
  shortNameKey: string | null;
  surnameKey: string | null;
  role: string | null;
  title: string | null;
  organization: string | null;
  jurisdiction: string | null;
  jurisdictionId: string | null;
  findings: number;
  firstSeen: string | null;
  lastSeen: string | null;
  canonicalOfficialId: string;
  rosterEntryId: string | null;
}

export interface OfficialMentionTable {
  id: string;
  findingId: string;
  storyId: string;
  versionId: string;
  officialId: string;
  kind: string;
  start: number;
  end: number;
  text: string;
  name: string | null;
  title: string | null;
  organization: string | null;
  jurisdiction: string | null;
  tenure: string;
  seenOn: string;
}

export interface OfficialTallyTable {
  officialId: string;
  aspect: string;
  value: string;
  findings: number;
}

export interface OfficialSplitTable {
  officialId: string;
  storyId: string;
  toOfficialId: string;
}

export interface OfficialDecisionTable {
  id: string;
  position: number;
  kind: string;
  officialId: string;
  otherOfficialId: string | null;
  storyId: string | null;
  findingIds: string | null;
  rosterEntryId: string | null;
  undoes: string | null;
  editor: string;
  reason: string;
  decidedAt: string;
}

export interface RosterEntryTable {
  id: string;
  roster: string;
  licence: string;
  asOf: string;
  name: string;
  nameKey: string;
  shortNameKey: string;
  role: string;
  roleAsGiven: string;
  jurisdiction: string;
  jurisdictionId: string | null;
  district: string | null;
  startOn: string | null;
  endOn: string | null;
}
