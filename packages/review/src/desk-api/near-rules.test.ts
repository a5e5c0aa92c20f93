// Tests of the rules that came near at a stance's words: those of its own sentences alone.
import { expect, test } from 'vitest';
import { describeDesk } from '../testing/desk-api-under-test.ts';

const asked: string[] = [];
/** Every sentence has a rule that came near. */
const nearRules = async (passage: string) => {
  asked.push(passage);
  return passage
    .split(/(?<=[.!?”])\s+/u)
    .map((sentence) => ({ sentence, misses: [`nearest rule: ${sentence.slice(0, 12)}`] }));
};

describeDesk('near rules', { nearRules }, (under) => {
  test('are those of the sentences that the evidence touches, read with their neighbours', async () => {
    const { kim } = under;
    const [stance] = (await kim.call('list_queue', { query: { kind: 'stance' } })).items;
    const item = await kim.call('get_item', { id: stance?.id ?? '' });
    const { near } = await kim.call('get_near_rules', { id: item.id });
    const passage = asked.at(-1) ?? '';
    expect(passage).toContain(item.text.evidence.text);
    expect(near.length).toBeGreaterThan(0);
    const sentences = passage.split(/(?<=[.!?”])\s+/u);
    expect(near.length).toBeLessThanOrEqual(sentences.length);
    const own = sentences.find((sentence) => sentence.includes(item.text.evidence.text)) ?? '';
    expect(near).toContain(`nearest rule: ${own.slice(0, 12)}`);
  });

  test('are none for what is no stance, and nothing is read for it', async () => {
    const before = asked.length;
    const [city] = (await under.kim.call('list_queue', { query: { kind: 'city' } })).items;
    expect(await under.kim.call('get_near_rules', { id: city?.id ?? '' })).toEqual({ near: [] });
    expect(asked.length).toBe(before);
    expect((await under.kim.ask('get_near_rules', { id: 'f'.repeat(32) })).status).toBe(404);
  });
});
