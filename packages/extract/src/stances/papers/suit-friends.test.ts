// Who stands with a suit: those who brought or joined it, and in quotation marks they and their lawyers.
import { expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const lede = 'Two men sued Polk County on Monday, asking a judge to order the jail to stop honoring ICE detainers.';
const people = ['Ana Diaz', 'Bo Lane', 'Jo Poe'];
const ours = 'opposes detainer-custody';

test('those who filed or joined the suit hold what it asks for', () => {
  for (const told of [
    'The lawsuit, filed in Polk County District Court by Ana Diaz, asks for damages.',
    'The suit was filed in May by Ana Diaz, a nurse, and Bo Lane.',
    'The federal lawsuit was brought by the Rights Now Project and Ana Diaz.',
  ])
    expect(positionsAmong(people, `${lede} ${told}`), told).toContain(`Ana Diaz ${ours}`);
  expect(positionsAmong(people, `${lede} Ana Diaz, a nurse, joined the lawsuit in June.`)).toContain(
    `Ana Diaz ${ours}`,
  );
});

test('what another suit asks for is not theirs', () => {
  for (const told of [
    'The report was filed in May by Ana Diaz.',
    'Ana Diaz joined the staff before the lawsuit.',
    'A lawsuit against Ana Diaz was dropped.',
    'The lawsuit was filed in the court of Judge Ana Diaz.',
  ])
    expect(positionsAmong(people, `${lede} ${told}`), told).not.toContain(`Ana Diaz ${ours}`);
});

test('in quotation marks the plaintiffs and their lawyers speak for the suit', () => {
  const words = '"A fax is not a warrant,"';
  for (const told of [
    `${words} said Jo Poe, an attorney for the plaintiffs.`,
    `${words} said Jo Poe, a lawyer with Rights Now, which represents the men.`,
    `${words} said the men's attorney, Jo Poe.`,
    `${words} said plaintiff Jo Poe.`,
    `${words} said Jo Poe, a retired teacher and one of the plaintiffs.`,
  ])
    expect(positionsAmong(people, `${lede} ${told}`), told).toContain(`Jo Poe ${ours}`);
});

test('the other side’s lawyers, and those of somebody else, do not', () => {
  const words = '"A fax is not a warrant,"';
  for (const told of [
    `${words} said Jo Poe, an attorney for the county.`,
    `${words} said County Attorney Jo Poe.`,
    `${words} said Jo Poe, an attorney for the plaintiffs' landlord.`,
    `${words} said Jo Poe, a lawyer with a union that represents the deputies.`,
    `${words} said Jo Poe, a professor of law.`,
  ])
    expect(positionsAmong(people, `${lede} ${told}`), told).not.toContain(`Jo Poe ${ours}`);
});

test('what a suit would block is the measure, however long its plaintiffs are told of', () => {
  const suit =
    'Four people and a nonprofit that serves them sued the city, asking a judge to block an ordinance that bars';
  const text = `${suit} camping in parks. The complaint says the ordinance violates a state law that limits how cities can ban camping.`;
  expect(positionsIn(`${text} Councilman Bo Lane supports the idea.`, 'Suit challenges camping ordinance')).toContain(
    'Bo Lane supports homeless-encampments',
  );
});
