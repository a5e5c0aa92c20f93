// Whose deed it is where the doer does not stand right before its verb: something is put between, or a side phrase tells who decided.
import { expect, test } from 'vitest';
import { positionsIn } from '../../testing/shipped-stances.ts';

test('what is put in between commas leaves a subject to its verb', () => {
  expect(positionsIn('Sheriff Joe Hall, after months of silence, signed a 287(g) agreement.')).toEqual([
    'Joe Hall supports ice-agreement',
  ]);
  expect(
    positionsIn(
      'Councilman Tom Lee, who was held for an hour after a false hit, wants the license plate readers removed.',
    ),
  ).toEqual(['Tom Lee opposes alpr-cameras']);
  expect(positionsIn("The county's policy, in place since 2021, forbids sweeps of encampments.")).toEqual([
    'county opposes homeless-encampments',
  ]);
});

test('a name put in is the holder, and somebody unknown before an apposition is none', () => {
  expect(positionsIn('The union, whose president, Al Roe, opposes rent control, met Monday.')).not.toContain(
    'union opposes rent-control',
  );
  expect(
    positionsIn('The mayor said Tom Lee, a tenant, and his neighbor, a landlord, opposed rent control.'),
  ).not.toContain('mayor opposes rent-control');
});

test('what opens a sentence governs nothing behind its comma', () => {
  const opened = 'Despite three hours of testimony against it, the city council approved an agreement with ICE.';
  expect(positionsIn(opened)).toEqual(['city council supports ice-agreement']);
  expect(positionsIn('With protesters chanting outside, the city council rejected rent control.')).toEqual([
    'city council opposes rent-control',
  ]);
});

test('who made the paper that an opening phrase names made what it rules', () => {
  expect(positionsIn('Under an ordinance the City Council passed in May, officers may not use chokeholds.')).toEqual([
    'City Council supports use-of-force-limits',
  ]);
  expect(positionsIn('Under a proposal from Commissioner Ana Diaz, the jail would honor ICE detainers.')).toContain(
    'Ana Diaz supports detainer-custody',
  );
});

test('the maker of a paper does not hold what others want or decide under it', () => {
  for (const text of [
    'Under a rule adopted by the council, opponents of rent control spoke first.',
    'Under an ordinance passed by the council, landlords who oppose rent control must register.',
    'Under a rule adopted by the council, officers who use chokeholds must file a report.',
    'Under a law that the sheriff opposed, deputies may not work with ICE.',
  ])
    expect(positionsIn(text)).toEqual([]);
});

test('whoever opens a sentence does what its later infinitives and participles tell', () => {
  for (const [text, expected] of [
    ['About 40 mobile home tenants took the day off to urge the council to adopt rent control.', 'tenants supports'],
    [
      'A coalition of tenants, teachers and clergy sent the mayor a letter Monday calling for rent control.',
      'coalition',
    ],
    ['The chief wrote to the council in May asking it to adopt rent control.', 'chief supports'],
    ['Landlords bused in workers from three counties to oppose rent control.', 'Landlords opposes'],
    ['The police chief used a news conference to say that the city needs rent control.', 'police chief supports'],
  ] as const)
    expect(positionsIn(text).join()).toContain(expected);
});

test('what somebody only heard, read or met others for is theirs', () => {
  for (const text of [
    'The mayor read aloud a letter from a man opposing rent control.',
    'The council heard a request from neighbors to support rent control.',
    'The mayor met with the Realtors, who came to oppose rent control.',
    'The sheriff did not walk out to protest rent control.',
    'Councilman Tom Lee drove his mother to a rally to support rent control.',
    'The mayor, according to landlords, opposes rent control.',
  ])
    expect(positionsIn(text)).toEqual([]);
});

test('what a body changed, and what a group went to court for, is done for its purpose', () => {
  expect(positionsIn('The police union went to court Thursday to block the release of the body camera video.')).toEqual(
    ['police union opposes body-camera-release'],
  );
  expect(positionsIn('The city closed the park at night to keep people from pitching tents there.')).toEqual([
    'city supports homeless-encampments',
  ]);
  expect(positionsIn('The chief sent a memo to all officers Friday banning chokeholds.')).toEqual([
    'chief supports use-of-force-limits',
  ]);
  expect(positionsIn('The city brought in bulldozers before dawn Monday to clear the encampment.')).toEqual([
    'city supports homeless-encampments',
  ]);
  expect(positionsIn('The city heard a plan to keep people from pitching tents there.')).toEqual([]);
});

test('a decision told in a phrase behind its outcome is the body’s', () => {
  expect(positionsIn('Duplexes may be built on any lot in the city after a 6-3 vote by the council.')).toEqual([
    'council supports upzoning',
  ]);
  expect(
    positionsIn('Landlords will be limited to rent increases of 3% after the council gave final approval to a cap.'),
  ).toEqual(['council supports rent-control']);
  for (const text of [
    'Duplexes may not be built on any lot in the city after a 6-3 vote by the council.',
    'Landlords will sue after a vote against rent control by the council.',
    'Asking about citizenship is now off limits to police after a unanimous vote of the council.',
  ])
    expect(positionsIn(text)).toEqual([]);
});

test('crews, votes and money act for whose they are', () => {
  expect(positionsIn('City crews cleared a homeless encampment along the river.')).toEqual([
    'City supports homeless-encampments',
  ]);
  expect(positionsIn("The council's 6-3 vote repealed the rent control ordinance.")).toEqual([
    'council opposes rent-control',
  ]);
  expect(positionsIn('The police union spent $60,000 on mailers against rent control.')).toEqual([
    'police union opposes rent-control',
  ]);
});

test('a clause behind “with” has its own doer', () => {
  expect(positionsIn('The camping ban passed 8-1, with Councilwoman Chidi Abara voting against it.')).toEqual([
    'Chidi Abara opposes homeless-encampments',
  ]);
});

test('officials who speak for a body tell what it does, and not what others want', () => {
  expect(positionsIn('The city cleared the encampment Monday, officials said.')).toEqual([
    'city supports homeless-encampments',
  ]);
  expect(positionsIn('Landlords oppose rent control, officials said.')).toEqual([]);
  expect(positionsIn('The council should adopt rent control, aides said.')).toEqual([]);
});

test('a verb that looks the same in the past may go on with what a plan would do', () => {
  const cut = 'cut storage of license plate scans to 14 days';
  expect(positionsIn(`The council had heard of a plan that would have kept ten of the cars and ${cut}.`)).toEqual([]);
  expect(positionsIn(`The council kept ten of the cars and ${cut}.`)).toEqual([
    'council supports surveillance-oversight',
  ]);
});

test('behind a long opener the body with a verb of its own is the subject of what is coordinated', () => {
  const opener = 'Three days after a tie vote put the city at odds with the state,';
  expect(
    positionsIn(`${opener} the council met in special session Friday and approved an agreement with ICE.`),
  ).toEqual(['council supports ice-agreement']);
  expect(positionsIn(`${opener} a crowd that the council feared came in and approved an agreement with ICE.`)).toEqual(
    [],
  );
});
