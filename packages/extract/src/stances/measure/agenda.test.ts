// What a story is about, told by its headline and its first sentences, and what that lets later sentences mean.
import { expect, test } from 'vitest';
import { positionsIn, stancesIn } from '../../testing/shipped-stances.ts';

test('a headline tells what an ordinance without a word of its own is about', () => {
  const text = 'Rent control was spoken of for an hour. Councilman Jo Lee opposes the ordinance.';
  expect(positionsIn(text, 'Council takes up rent control ordinance')).toEqual(['Jo Lee opposes rent-control']);
  expect(positionsIn(text, 'Council takes up a long list')).toEqual([]);
});

test('a headline that takes something back tells of no direction by itself', () => {
  const text = 'Rent control was spoken of for an hour. Councilman Jo Lee opposes the ordinance.';
  expect(positionsIn(text, 'Council may exempt homes from rent control')).toEqual([]);
});

test('two issues told of side by side are no agenda', () => {
  const text =
    'The council voted 5-2 to cap rent increases. The council voted 5-2 to ban camping on public land. Mayor Ana Ruiz supports the idea.';
  expect(positionsIn(text)).not.toContain('Ana Ruiz supports rent-control');
  expect(positionsIn(text)).not.toContain('Ana Ruiz supports homeless-encampments');
});

test('where to take a contract back is but demanded, nobody’s vote has a direction', () => {
  const demanded = 'Activists urged the city to end its license plate reader contract.';
  expect(positionsIn(`${demanded} Councilman Jo Lee spoke against it.`)).toEqual(['Activists opposes alpr-cameras']);
});

test('a thing that no rule names is the measure when it is judged, and not when somebody else is', () => {
  const told = 'The sheriff wants to install 20 license plate readers.';
  expect(positionsIn(`${told} Councilman Jo Lee opposes the three-year plan.`)).toEqual([
    'sheriff supports alpr-cameras',
    'Jo Lee opposes alpr-cameras',
  ]);
  expect(positionsIn(`${told} Councilman Jo Lee opposes the fire chief.`)).toEqual(['sheriff supports alpr-cameras']);
  expect(positionsIn(`${told} Councilman Jo Lee opposes the delay.`)).toEqual(['sheriff supports alpr-cameras']);
});

test('what is said of a limit’s object is not said of the limit', () => {
  const told = 'The council voted 5-2 to cap rent increases.';
  expect(positionsIn(`${told} Councilman Jo Lee opposes the hikes.`)).toEqual(['council supports rent-control']);
  expect(positionsIn(`${told} Councilman Jo Lee opposes the limits.`)).toEqual([
    'council supports rent-control',
    'Jo Lee opposes rent-control',
  ]);
});

test('a stance under another name tells the first one, and is less sure', () => {
  const text = 'The sheriff wants to install 20 license plate readers. Councilman Jo Lee opposes the idea.';
  const [first, second] = stancesIn(text);
  expect(second?.trace).toContain('“the idea”, the story');
  expect(second?.trace).toContain('told by “install 20 license plate readers”');
  expect(second?.confidence).toBeLessThan(first?.confidence ?? 0);
});

test('a first sentence that but names a measure tells what the story is about, and talk of a thing does not', () => {
  const lede = 'A rent control ordinance drew 200 people to City Hall.';
  const judged = 'Councilman Jo Lee opposes the idea.';
  expect(positionsIn(`${lede} ${judged}`)).toEqual(['Jo Lee opposes rent-control']);
  expect(positionsIn(`Rent control drew 200 people to City Hall. ${judged}`)).toEqual([]);
  expect(positionsIn(`${lede} ${judged}`, 'Council may exempt homes from rent control')).toEqual([]);
});

test('what a body has decided is the outcome, and to put off decides nothing', () => {
  const asked = 'Councilman Jo Lee urged members to reconsider.';
  expect(positionsIn(`The council voted 5-2 to cap rent increases. ${asked}`)).toContain('Jo Lee opposes rent-control');
  expect(positionsIn(`The council tabled the rent control ordinance. ${asked}`)).not.toContain(
    'Jo Lee opposes rent-control',
  );
});

test('a measure is called back with what describes it, unless that makes it another one', () => {
  const told = 'The council voted 5-2 to cap rent increases.';
  expect(positionsIn(`${told} Councilman Jo Lee opposes the rent stabilization ordinance.`)).toContain(
    'Jo Lee opposes rent-control',
  );
  expect(positionsIn(`${told} Councilman Jo Lee opposes the city budget ordinance.`)).toEqual([
    'council supports rent-control',
  ]);
});

test('a party and a district between a name and “who” hide nobody', () => {
  const told = 'The Senate voted 20-9 to cap rent increases.';
  expect(positionsIn(`${told} Sen. Jo Lee, D-Tacoma, who voted no, left early.`)).toContain(
    'Jo Lee opposes rent-control',
  );
});

test('what two packs tell by the same words is both: who takes a side takes it on both', () => {
  const told =
    'Police could not share license plate data with immigration agents under an ordinance introduced Monday.';
  const found = positionsIn(
    `${told} Councilman Jo Lee opposes the ordinance. Mayor Ed Fox said he intends to vote yes.`,
  );
  expect(found).toContain('Jo Lee supports data-sharing');
  expect(found).toContain('Jo Lee supports alpr-data-sharing');
  expect(found).toContain('Ed Fox opposes data-sharing');
  expect(found).toContain('Ed Fox opposes alpr-data-sharing');
});

test('what a verb that no rule knows does to a thing under a draft is no direction', () => {
  const told = 'The rent cap would quadruple next year under a proposal by Councilman Jim Vang.';
  expect(positionsIn(`${told} Councilwoman Ana Diaz opposes the idea.`)).toEqual([]);
});

test('words of a body’s name tell of no second issue', () => {
  const told =
    'The Salem Fire and Police Commission barred the police department from using facial recognition on Thursday.';
  expect(positionsIn(`${told} Councilwoman Ana Diaz opposes the ban.`)).toContain(
    'Ana Diaz supports facial-recognition',
  );
});

test('what would be allowed under a draft code is the story’s measure, and what else the draft would end is a part of it', () => {
  const told =
    'Duplexes would be allowed along Brooks Street under a draft zoning code that planners presented Wednesday. The draft would end minimum lot sizes.';
  expect(positionsIn(`${told} Councilwoman Ana Diaz said she supports the draft.`)).toContain(
    'Ana Diaz supports upzoning',
  );
});

test('what a bill is over is not what the headline says was advanced', () => {
  const told = 'The sheriff spoke for an hour about ICE detainers.';
  const title = 'Panel advances bill to penalize counties over ICE detainers';
  expect(
    positionsIn(`${told} Councilman Jo Lee opposes the bill.`, title).filter((one) => one.startsWith('Jo Lee')),
  ).toEqual(['Jo Lee opposes funding-penalty']);
});

test('what was decided at once is the story, however many parts of it are told of, and to take another thing back is no repeal', () => {
  const told =
    'The council gave initial approval Monday to an ordinance that would require a public vote before police buy surveillance equipment. The ordinance would also ban facial recognition. Chief Al Pratt asked members to drop license plate readers from the list. Resident Ed Fox said the city should end its license plate reader contract.';
  expect(positionsIn(`${told} Councilwoman Ana Diaz opposes the ordinance.`)).toContain(
    'Ana Diaz opposes surveillance-oversight',
  );
});

test('how closely two bodies should work together is open', () => {
  const told = 'Two candidates disagreed over how closely deputies should work with ICE.';
  expect(positionsIn(`${told} Councilwoman Ana Diaz opposes the idea.`)).toEqual([]);
});

test('what is first told far down, behind talk of another issue, is told in passing', () => {
  const lede = 'Police shared license plate data with agencies in 12 states, records show.';
  const filler = 'The records came Friday. They fill a box. A clerk read them. Nobody else had. It took a week.';
  const late = 'The city must publish quarterly audits of its license plate readers, Councilman Bo Lane said.';
  const judged = '\n\nThe library closed at 5 p.m.\n\nEveryone went home.\n\nCouncilwoman Ana Diaz opposes the idea.';
  expect(positionsIn(`${lede} ${filler} ${late} ${judged}`)).not.toContain('Ana Diaz opposes surveillance-oversight');
});

test('a headline that names the measure tells it at once, where the text does so only far down', () => {
  const lede = 'Landlords would need a reason not to renew a lease. Councilman Jo Lee opposes the measure.';
  const filler = 'Rain fell. A clerk read the minutes. The hall was full. It was late. Dogs barked. Then it was quiet.';
  const late = 'Salem adopted a just-cause eviction law in 2019.';
  const text = `${lede} ${filler} ${late}`;
  expect(positionsIn(text, 'Council takes up just-cause eviction bill')).toContain(
    'Jo Lee opposes eviction-protection',
  );
  expect(positionsIn(text, 'Council may repeal just-cause eviction law')).not.toContain(
    'Jo Lee opposes eviction-protection',
  );
});

test('a bill by somebody asks for what that one wants', () => {
  const bill = 'would require police to delete plate reader data after 30 days.';
  expect(positionsIn(`A bill by state Rep. Greg Moss ${bill}`)).toEqual(['Greg Moss supports surveillance-oversight']);
  expect(positionsIn(`A bill by the same name ${bill}`)).not.toContain('Greg Moss supports surveillance-oversight');
});

test('a moratorium may halt what the measure does', () => {
  const lead = 'The council voted 5-2 on Monday to keep clearing homeless camps.';
  expect(positionsIn(`${lead}\n\nCouncilor Ann Lee plans to ask for a moratorium.`)).toEqual([
    'council supports homeless-encampments',
  ]);
  const halted = 'The council voted 5-2 on Monday to approve a moratorium on evictions.';
  expect(positionsIn(`${halted}\n\nCouncilor Ann Lee opposed the moratorium.`)).toContain(
    'Ann Lee opposes eviction-protection',
  );
});

test('what a body has yet to decide is the measure', () => {
  const open = (lede: string, side: string): readonly string[] =>
    positionsIn(`${lede}\n\nCommissioner Jo Lee ${side}.`);
  const lee = ['Jo Lee supports ice-agreement'];
  const put = 'The county put off a vote Tuesday on whether the sheriff should sign an agreement with ICE.';
  expect(open(put, 'called it a mistake')).toEqual(['Jo Lee opposes ice-agreement']);
  expect(open('Commissioners will decide whether to renew an agreement with ICE.', 'voted yes')).toEqual(lee);
  expect(open('Commissioners are split over whether to end an agreement with ICE.', 'voted yes')).not.toContain(lee[0]);
  expect(open('Nobody knows whether the sheriff will sign an agreement with ICE.', 'voted yes')).toEqual([]);
});

test('a draft that opens the story is its measure, whatever became of it', () => {
  const draft = 'A bill that would have barred city employees from helping ICE';
  for (const end of ['died Tuesday', 'failed on a tie', 'will come back in May'])
    expect(positionsIn(`${draft} ${end}.\n\nCouncilman Jo Lee voted yes.`)).toContain(
      'Jo Lee supports limit-ice-cooperation',
    );
  expect(
    positionsIn(
      'The clerk, who has read a bill that would have barred helping ICE, retired Tuesday.\n\nCouncilman Jo Lee voted yes.',
    ),
  ).toEqual([]);
});

test('who joins others in a suit is against what that seeks to stop', () => {
  const suit = 'in a lawsuit that seeks to stop the state from withholding grants from sanctuary cities.';
  const joined = ['city of Salem opposes funding-penalty'];
  expect(positionsIn(`The city of Salem has joined 12 other governments ${suit}`)).toEqual(joined);
  expect(
    positionsIn(
      `The city of Salem has joined 12 other governments ${suit} Sen. Al Roe urged the state not to back down.`,
    ),
  ).toEqual(joined);
});

test('a story on a thing that one has or uses may call for a ban of it without naming the thing', () => {
  const told = 'The police chief defended his use of facial recognition.';
  const lee = (text: string, first = told) => positionsIn(`${first} Councilman Jo Lee ${text}`).slice(1);
  expect(lee('called for a ban.')).toEqual(['Jo Lee opposes facial-recognition']);
  expect(lee('said he would oppose a moratorium.')).toEqual(['Jo Lee supports facial-recognition']);
  expect(lee('called for a ban on fireworks.')).toEqual([]);
  expect(lee('called for a ban.', 'The council voted 5-2 to require audits of police drones.')).toEqual([]);
  expect(lee('wants the department to stop using it.')).toEqual(['Jo Lee opposes facial-recognition']);
});

test('where the measure is put on hold, “the motion” is the one to do so', () => {
  const title = 'Council takes up plate readers';
  const moved = 'Councilwoman Ana Ruiz made the motion.';
  expect(
    positionsIn(`The council put a plan for 30 license plate readers on hold until June. ${moved}`, title),
  ).toEqual([]);
  expect(positionsIn(`The council took up a plan for 30 license plate readers. ${moved}`, title)).toEqual([
    'Ana Ruiz supports alpr-cameras',
  ]);
});

test('where what stands is to be taken back, “repeal” is the measure, and “a repeal” of one’s own is none', () => {
  const told = 'The council voted 5-4 to repeal its rent control ordinance.';
  const lee = (text: string) => positionsIn(`${told} Councilman Jo Lee ${text}`).slice(1);
  expect(lee('supplied the fifth vote for repeal.')).toEqual(['Jo Lee opposes rent-control']);
  expect(lee('opposed the repeal.')).toEqual(['Jo Lee supports rent-control']);
  expect(lee('plans to introduce a repeal next year.')).toEqual([]);
});

test('what a draft would do is the measure at once, whatever is done with the draft', () => {
  const cole = (told: string) =>
    positionsIn(`${told} Councilman Al Cole spoke against the measure.`, 'Debate runs late');
  const against = ['Al Cole supports facial-recognition'];
  expect(
    cole('The council voted 5-4 Monday on an ordinance that would bar police from using facial recognition.'),
  ).toEqual(against);
  expect(cole('The council took up an ordinance Monday that would bar police from using facial recognition.')).toEqual(
    against,
  );
  expect(cole("Alder Mia Sung's proposal to ban facial recognition got its first hearing.")).toEqual(against);
  expect(cole('Salem is weighing a ban on facial recognition.')).toEqual(against);
  expect(
    positionsIn(
      'Opponents of a bill requiring sheriffs to honor ICE detainers cheered as Councilman Al Cole voted no.',
    ),
  ).not.toContain('Al Cole supports detainer-custody');
  expect(cole('Two years ago a fire shut a lab of facial recognition.')).toEqual([]);
});

test('a draft that a phrase itself names is told of, and not but mentioned', () => {
  const told =
    'Commissioners got their first look at an ordinance that would make police ask permission before buying surveillance technology. The draft has a 30-day limit for data.';
  const title = 'Draft rules would open up police work';
  expect(
    positionsIn(`${told} Councilman Jo Lee opposes the ordinance. Mayor Ann Park said she can live with it.`, title),
  ).toEqual(['Jo Lee opposes surveillance-oversight', 'Ann Park supports surveillance-oversight']);
});
