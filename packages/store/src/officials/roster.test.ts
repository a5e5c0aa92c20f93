import { UsageError } from '@civicwire/shared';
import { expect, it } from 'vitest';
import type { Store } from '../open-store.ts';
import { collect } from '../testing/example-story.ts';
import { saveOfficials } from '../testing/official-story.ts';
import { describeOnEachStore } from '../testing/with-store.ts';
import { type RosterLine, rosterEntry, rosterLineSchema } from './roster-entries.ts';

const facts = { roster: 'test-roster', licence: 'CC0-1.0', asOf: '2026-11-01' };
const mesa = 'ocd-jurisdiction/country:us/state:az/place:mesa/government';

function line(changes: Partial<RosterLine> = {}): RosterLine {
  return { name: 'Kate Ortega', role: 'mayor', jurisdiction: mesa, start: '2023-01-09', end: '2026-12-31', ...changes };
}

const rosterOf = async (store: Store) => (await store.listOfficials()).map(({ roster }) => roster);

describeOnEachStore('rosters', (under) => {
  it('suggest a link where name, role and jurisdiction agree and stories lie in the term', async () => {
    const { store } = under;
    await saveOfficials(store, 'one', [{ name: 'Kate Ortega' }], '2026-03-04');
    await saveOfficials(store, 'two', [{ name: 'Kate Ortega' }], '2022-03-04');
    const before = await collect(store.exportRows('officials'));
    const lines = [line(), line({ role: 'lower', kind: 'municipalities' }), line({ name: 'Tom Adler' })];
    expect(await store.importRoster(facts, lines)).toEqual({ added: 3, updated: 0, unchanged: 0, nameless: 0 });
    expect(await rosterOf(store)).toMatchObject([
      {
        standing: 'in-term',
        suggested: true,
        stories: 2,
        storiesInTerm: 1,
        evidence: `test-roster (as of 2026-11-01): mayor, ${mesa}; name, role and jurisdiction agree; 1 of 2 stories lie in the term 2023-01-09 to 2026-12-31`,
      },
    ]);
    expect(await collect(store.exportRows('officials'))).toEqual(before);
  });

  it('say when the term is over or has not begun, and prefer the term in which the stories lie', async () => {
    const { store } = under;
    await saveOfficials(store, 'one', [{ name: 'Kate Ortega' }], '2026-03-04');
    await store.importRoster(facts, [line({ start: '2018', end: '2022' })]);
    expect(await rosterOf(store)).toMatchObject([
      { standing: 'expired', suggested: false, evidence: expect.stringContaining('roster says until 2022') },
    ]);
    await store.importRoster(facts, [
      line({ start: '2027-01-01', end: null }),
      line({ start: '2026-03', end: '2026-03' }),
    ]);
    expect(await rosterOf(store)).toMatchObject([{ standing: 'in-term', entry: { startOn: '2026-03' } }]);
    const [official] = await store.listOfficials();
    const { roster } = await store.getOfficial(official?.id ?? '');
    expect(roster.map(({ standing }) => standing)).toEqual(['in-term', 'expired', 'not-yet']);
    expect(roster[2]?.evidence).toContain('roster says from 2027-01-01; the stories are earlier');
  });

  it('say nothing of another role, place, first name, or of an official whose place is unknown', async () => {
    const { store } = under;
    await saveOfficials(store, 'one', [
      { name: 'Kate Ortega', role: 'sheriff' },
      { name: 'Ortega', title: 'The mayor,' },
    ]);
    await saveOfficials(store, 'two', [{ name: 'Kate Ortega', jurisdiction: null, jurisdictionId: null }]);
    await saveOfficials(store, 'three', [{ name: 'Karl Ortega' }]);
    await store.importRoster(facts, [line()]);
    expect(await rosterOf(store)).toEqual([null, null, null, null]);
  });

  it('are linked by a person, and unlinked by an undo', async () => {
    const { store } = under;
    await saveOfficials(store, 'one', [{ name: 'Kate Ortega' }]);
    await store.importRoster(facts, [line({ name: 'Kate M. Ortega' })]);
    const [official] = await store.listOfficials();
    expect(official?.roster?.evidence).toContain('name but for a middle name or suffix (“Kate M. Ortega”)');
    const by = { officialId: official?.id ?? '', editor: 'kim', reason: 'the city lists her so' };
    const link = { kind: 'link' as const, rosterEntryId: official?.roster?.entry.id ?? '', ...by };
    const { decision } = await store.decideOfficial(link);
    expect(await store.listOfficials({ unlinked: true })).toEqual([]);
    expect(await store.getOfficial(by.officialId)).toMatchObject({
      official: { name: 'Kate Ortega', rosterEntryId: link.rosterEntryId },
      linked: { name: 'Kate M. Ortega' },
    });
    expect(await store.decideOfficial(link)).toMatchObject({ written: false, decision: null });
    await store.decideOfficial({ kind: 'undo', decisionId: decision?.id ?? '', editor: 'kim', reason: 'another one' });
    expect(await store.listOfficials({ unlinked: true })).toHaveLength(1);
  });

  it('imported twice change no row; a later one says so of what it still lists', async () => {
    const { store } = under;
    const lines = [line(), line(), line({ name: 'Tom Adler' }), line({ name: 'Adler' })];
    expect(await store.importRoster(facts, lines, { dryRun: true })).toMatchObject({ added: 2, nameless: 1 });
    expect(await store.importRoster(facts, lines)).toMatchObject({ added: 2 });
    expect(await store.importRoster(facts, lines)).toMatchObject({ added: 0, updated: 0, unchanged: 2 });
    const later = { ...facts, asOf: '2026-12-01' };
    expect(await store.importRoster(later, [line()])).toMatchObject({ updated: 1, unchanged: 0 });
    expect(await store.importRoster(facts, [line()])).toMatchObject({ updated: 0, unchanged: 1 });
    await expect(store.importRoster({ ...facts, asOf: 'May' }, lines)).rejects.toThrow(UsageError);
    await expect(store.importRoster({ ...facts, licence: ' ' }, lines)).rejects.toThrow(/licence.*expected/);
  });
});

it.each([
  [
    { role: 'upper', kind: 'legislature', jurisdiction: 'ocd-jurisdiction/country:us/state:az/government' },
    'state-legislator',
  ],
  [{ role: 'lower', kind: 'legislature', jurisdiction: 'ocd-jurisdiction/country:us/government' }, 'congress-member'],
  [{ role: 'lower', kind: 'municipalities' }, 'council-member'],
  [{ role: 'lt_governor', kind: 'executive' }, 'governor'],
  [{ role: 'Police Chief', jurisdiction: 'Mesa, AZ' }, 'police-chief'],
])('%o is a %s', (changes, role) => {
  expect(rosterEntry(line(changes), facts)).toMatchObject({ role });
});

it('reads dates that carry quotation marks of their own, and refuses what is no date', () => {
  expect(rosterLineSchema.safeParse({ ...line(), end: '"2026-12-31"' }).data?.end).toBe('2026-12-31');
  expect(rosterLineSchema.safeParse({ ...line(), end: 'soon' }).success).toBe(false);
});
