import { expect, it } from 'vitest';
import { type Described, saveOfficials } from '../testing/official-story.ts';
import { describeOnEachStore, type StoreUnderTest } from '../testing/with-store.ts';

const tempe = { jurisdiction: 'Tempe, AZ', jurisdictionId: 'ocd-division/country:us/state:az/place:tempe' };
const nowhere = { jurisdiction: null, jurisdictionId: null };

/** The pair that these two descriptions make, in words. */
async function pairOf({ store }: StoreUnderTest, a: Described, b: Described): Promise<string[]> {
  await saveOfficials(store, 'a', [a]);
  await saveOfficials(store, 'b', [b]);
  const candidates = await store.officialCandidates();
  return candidates.map(({ strength, reasons, against }) => [strength, ...reasons, ...against].join('; '));
}

describeOnEachStore('officials that may be the same', (under) => {
  const kate = { name: 'Kate Ortega' };
  it.each<[string, Described, Described, string[]]>([
    [
      'an unknown place',
      kate,
      { ...kate, ...nowhere },
      ['strong; same name; same role; jurisdiction unknown for one of them'],
    ],
    [
      'a middle initial',
      kate,
      { name: 'Kate M. Ortega' },
      ['strong; same name but for a middle name, initial or suffix; same role; same jurisdiction'],
    ],
    ['another role', kate, { ...kate, role: 'sheriff' }, ['fair; same name; same jurisdiction; role differs']],
    ['another place', kate, { ...kate, ...tempe }, ['fair; same name; same role; jurisdiction differs']],
    [
      'another role and place',
      kate,
      { ...kate, ...tempe, role: 'sheriff' },
      ['weak; same name; role differs; jurisdiction differs'],
    ],
    [
      'a surname alone',
      kate,
      { name: 'Ortega' },
      ['fair; same last name; one story gives no first name; same role; same jurisdiction'],
    ],
    [
      'a short first name',
      { name: 'Daniel Ortega' },
      { name: 'Dan Ortega' },
      ['fair; same last name; dan may be short for daniel; same role; same jurisdiction'],
    ],
    ['a surname in another role', kate, { name: 'Ortega', role: 'sheriff' }, []],
    ['another first name', kate, { name: 'Karl Ortega' }, []],
    ['another initial', kate, { name: 'T. Ortega' }, []],
    ['father and son', { name: 'John Hale Sr.' }, { name: 'John Hale Jr.' }, []],
    ['an office without a name', { name: null, title: 'the mayor' }, { name: null, title: 'the mayor' }, []],
  ])('are told with reasons: %s', async (_, a, b, expected) => {
    const pairs = await pairOf(under, a, b);
    expect(pairs).toHaveLength(expected.length);
    expect(pairs.map((words) => words.split('; ').sort())).toEqual(expected.map((words) => words.split('; ').sort()));
  });

  it('are one pair for each further row, and gone once a person has merged them or told them apart', async () => {
    const { store } = under;
    await saveOfficials(store, 'known', [kate]);
    await saveOfficials(store, 'known-again', [kate]);
    for (const slug of ['one', 'two', 'three']) await saveOfficials(store, slug, [{ ...kate, ...nowhere }]);
    const candidates = await store.officialCandidates();
    expect(candidates).toHaveLength(3);
    const by = { editor: 'kim', reason: 'the same council' };
    const [first, second, third] = candidates;
    expect(new Set(candidates.map(({ a }) => a.id)).size).toBe(1);
    await store.decideOfficial({ kind: 'merge', officialId: first?.b.id ?? '', intoId: first?.a.id ?? '', ...by });
    await store.decideOfficial({ kind: 'merge', officialId: second?.b.id ?? '', intoId: second?.a.id ?? '', ...by });
    await store.decideOfficial({ kind: 'apart', officialId: third?.a.id ?? '', otherId: third?.b.id ?? '', ...by });
    expect(await store.officialCandidates()).toEqual([]);
  });
});
