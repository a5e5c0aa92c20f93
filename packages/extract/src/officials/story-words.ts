// What a story speaks of anywhere, asked again and again by the phrases in it: each question is answered once per story, so
// that the cost stays linear. Knows texts and patterns; not what they mean.
import type { Story } from './story.ts';

/** The value for a key, computed once for each story. */
export function once<Value>({ memory }: Story, key: string, compute: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known as Value;
  const value = compute();
  memory.set(key, value);
  return value;
}

/** The answer to a question of some kind about `subject`, worked out once for each story. No key is put together for it. */
export function answer<Value>({ memory }: Story, kind: string, subject: string, compute: () => Value): Value {
  let known = memory.get(kind) as Map<string, Value> | undefined;
  if (known === undefined) {
    known = new Map();
    memory.set(kind, known);
  }
  const told = known.get(subject);
  if (told !== undefined) return told;
  const value = compute();
  known.set(subject, value);
  return value;
}

/** How often the pattern (with the flag g) matches the story. */
export const countIn = (story: Story, pattern: RegExp): number =>
  answer(story, 'count', pattern.source, () => story.text.match(pattern)?.length ?? 0);

/** Whether the pattern matches the story. Two patterns of one source must have the same flags. */
export const tells = (story: Story, pattern: RegExp): boolean =>
  answer(story, 'tell', pattern.source, () => pattern.test(story.text));

/** Whether the pattern matches the story in lower case. */
export const speaksOf = (story: Story, pattern: RegExp): boolean =>
  answer(story, 'speak', pattern.source, () => pattern.test(lowerCase(story)));

/** How often the pattern (with the flag g) matches the story in lower case. */
export const mentionsOf = (story: Story, pattern: RegExp): number =>
  answer(story, 'mention', pattern.source, () => lowerCase(story).match(pattern)?.length ?? 0);

const lowerCase = (story: Story): string => once(story, 'lower case', () => story.text.toLowerCase());
