// Tests of what speakers do while they speak.
import { describe, expect, test } from 'vitest';
import { positionsAmong, positionsIn } from '../../testing/shipped-stances.ts';

const words = '“Trust us is not a policy,”';
const among = (text: string): readonly string[] => [...new Set(positionsAmong(['Fay Trent', 'Ann Fox'], text))];

describe('what somebody does beside the words', () => {
  test('is a side', () => {
    const opposed = ['Fay Trent opposes facial-recognition'];
    expect(among(`${words} Councilwoman Fay Trent said, calling for a ban on facial recognition.`)).toEqual(opposed);
    expect(among(`${words} said Councilwoman Fay Trent, urging the board to ban facial recognition.`)).toEqual(opposed);
    expect(among(`${words} Councilwoman Fay Trent said in opposing facial recognition.`)).toEqual(opposed);
    expect(among(`${words} Councilwoman Fay Trent said as she voted to ban facial recognition.`)).toEqual(opposed);
  });
  test('is not what others do then', () => {
    expect(among(`${words} Mayor Ann Fox said as the council voted to ban facial recognition.`)).toEqual([]);
    expect(positionsIn('Councilwoman Fay Trent said opposing facial recognition would cost votes.')).toEqual([]);
  });
});

describe('who is described with a body', () => {
  test('is who a clause tells of', () => {
    const asked = 'Nan Ives, a lawyer with the ACLU, who asked the council to ban facial recognition, spoke.';
    expect(positionsAmong(['Nan Ives'], asked)).toEqual(['Nan Ives opposes facial-recognition']);
  });
});
