// What synthetic claims say, in the shapes that the store keeps. Knows the four kinds; no table.

/** What a claim of a kind says, as the store keeps it. */
export function valueOfClaim(kind: string, label: string): Readonly<Record<string, unknown>> {
  const nowhere = { state: 'AZ', geoid: null, lat: null, lon: null };
  if (kind === 'city') return { name: label, ...nowhere, focus: false };
  if (kind === 'quote') return { kind: 'direct', speaker_name: label };
  if (kind === 'official') {
    const office = { title: 'Mayor', role: 'mayor', organization: null, jurisdiction: null, jurisdiction_id: null };
    return { name: label, ...office, tenure: 'current' };
  }
  const [, nth, position, issue] = label.split(' ');
  const holder = { holder: `Holder ${nth}`, holder_type: 'person', target: null, attributed_by: null };
  return { ...holder, issue, position, basis: 'position', act: 'oppose', modality: 'stated' };
}
