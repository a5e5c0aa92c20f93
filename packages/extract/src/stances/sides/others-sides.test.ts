import { describe, expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const lede = 'The Salem City Council on Monday rejected a ban on camping in city parks on a 4-3 vote.';
const behind = (text: string) => positionsIn(`${lede}\n\n${text}`).slice(1);

describe('who dissents', () => {
  test('dissents from what the sentence tells, whatever was decided before', () => {
    expect(behind('The planning board had backed the ban 6-1, with Council member Rita Molina dissenting.')).toEqual([
      'planning board supports homeless-encampments',
      'Rita Molina opposes homeless-encampments',
    ]);
  });

  test('dissents from what was decided where the sentence tells but the vote', () => {
    expect(behind('The vote came near midnight, with Council member Rita Molina dissenting.')).toEqual([
      'Rita Molina supports homeless-encampments',
    ]);
  });
});

describe('the decision of one who decides alone', () => {
  const told =
    'Sheriff Nora Quist said Friday that her office will no longer share license plate reader data with federal agencies.';
  const after = (text: string) => positionsIn(`${told}\n\n${text}`).filter((one) => !one.startsWith('Nora Quist'));

  test('is what the story told that she does', () => {
    expect(after("Todd Beck, a council member, criticized the sheriff's decision.")).toEqual([
      'Todd Beck supports alpr-data-sharing',
    ]);
    expect(after("Council member Todd Beck praised the sheriff's decision.")).toEqual([
      'Todd Beck opposes alpr-data-sharing',
    ]);
  });

  test('is not that of another', () => {
    expect(after("Council member Todd Beck criticized the mayor's decision.")).toEqual([]);
    expect(after("Council member Todd Beck criticized the sheriff's decision to close the gun range.")).toEqual([]);
    expect(after("Council member Todd Beck defended the sheriff's decision on overtime.")).toEqual([]);
  });
});

describe('who joins or votes with somebody', () => {
  const council =
    'The Salem City Council voted 5-2 Monday to renew its license plate reader contract.\n\nCouncilwoman Ann Kessler made the motion.';
  const said = (text: string, told = council) =>
    positionsAmong(['Ann Kessler', 'Jo Lee', 'Al Poe', 'Ed Roe', 'Mary Diaz'], `${told} ${text}`).filter(
      (one) => !/^(?:Salem City Council|Ann Kessler) /.test(one),
    );

  test('is on the side of whoever moved what passed', () => {
    expect(said('Councilman Jo Lee voted with Kessler. So did Councilman Al Poe.')).toEqual([
      'Jo Lee supports alpr-cameras',
      'Al Poe supports alpr-cameras',
    ]);
    expect(said('Councilwoman Mary Diaz and chairman Jo Lee joined her.')).toEqual([
      'Mary Diaz supports alpr-cameras',
      'Jo Lee supports alpr-cameras',
    ]);
  });

  test('is on no known side where what its sponsor moved failed', () => {
    const failed =
      'A motion to renew the license plate reader contract failed 2-5 Monday in the Salem City Council.\n\nCouncilwoman Ann Kessler had sponsored the motion.';
    expect(said('Councilman Jo Lee voted with Kessler.', failed)).toEqual([]);
  });

  test('is on the one side of those whom the sentence before names', () => {
    expect(said('Councilmen Al Poe and Ed Roe voted no. Councilman Jo Lee joined them.')).toEqual([
      'Al Poe opposes alpr-cameras',
      'Ed Roe opposes alpr-cameras',
      'Jo Lee opposes alpr-cameras',
    ]);
    expect(said('Councilman Al Poe voted no and Councilman Ed Roe voted yes. Councilman Jo Lee joined them.')).toEqual([
      'Al Poe opposes alpr-cameras',
      'Ed Roe supports alpr-cameras',
    ]);
  });

  test('does so in the same sentence, as a branch or with its place', () => {
    expect(said('Councilman Al Poe opposes it, and so does the Salem Tenants Union.')).toEqual([
      'Al Poe opposes alpr-cameras',
      'Salem Tenants Union opposes alpr-cameras',
    ]);
    expect(said('Councilman Al Poe opposes it. So does the local branch of the Salem Tenants Union.')).toEqual([
      'Al Poe opposes alpr-cameras',
      'Salem Tenants Union opposes alpr-cameras',
    ]);
    expect(said('Opponents include the ACLU of Oregon and the Salem Tenants Union.')).toEqual([
      'ACLU opposes alpr-cameras',
      'Salem Tenants Union opposes alpr-cameras',
    ]);
  });
});
