// What holders of stances are: THE list, for stored records, their dictionary, the API and the desk. Knows words, no story.

/** Single people. */
export const personHolderTypes = [
  ...['person', 'official', 'mayor', 'council-member', 'city-manager', 'police-chief', 'police-officer'],
  ...['police-spokesperson', 'sheriff', 'state-official', 'federal-official', 'president', 'attorney'],
] as const;

/** Bodies and groups. `government` and `organization` are what a person says of a holder that is none of the others. */
const bodyHolderTypes = [
  ...['city', 'council', 'department', 'police-department', 'police-collective', 'sheriff-office', 'jail'],
  ...['county', 'school-district', 'state', 'court', 'federal-agency', 'federal-government', 'government'],
  ...['activists', 'nonprofit', 'residents', 'union', 'business', 'organization'],
] as const;

/** Texts that speak for those who made them. */
const documentHolderTypes = ['policy-proposal', 'statute', 'document'] as const;

/**
 * All that the shipped rules give, and what a person may say. An operator's packs may name others under `holders`, which are
 * stored as they are named there.
 */
export const holderTypes: readonly string[] = [...personHolderTypes, ...bodyHolderTypes, ...documentHolderTypes];

/** What a column `holder_type` holds, in words. */
export const holderTypeMeaning = `What the holder is: ${holderTypes.join(', ')}; or another kind that a pack names under “holders”.`;
