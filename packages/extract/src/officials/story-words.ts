// What a story speaks of anywhere, asked again and again by the phrases in it: each question is answered once per story, so
// that the cost stays linear. Knows texts and patterns; not what they mean.

const memories = new WeakMap<object, Map<string, unknown>>();

/** The value for a key, computed once for each owner (a document or its reading) and kept as long as the owner lives. */
export function once<Value>(owner: object, key: string, compute: () => Value): Value {
  const memory = memories.get(owner) ?? new Map<string, unknown>();
  memories.set(owner, memory);
  if (!memory.has(key)) memory.set(key, compute());
  return memory.get(key) as Value;
}

type Story = { readonly text: string };

/** How often the pattern (with the flag g) matches the story. */
export function countIn(story: Story, pattern: RegExp): number {
  return once(story, `count ${pattern.source}`, () => story.text.match(pattern)?.length ?? 0);
}

/** Whether the pattern matches the story. */
export function tells(story: Story, pattern: RegExp): boolean {
  return once(story, `tells ${pattern.source} ${pattern.flags}`, () => pattern.test(story.text));
}

/** Whether the pattern matches the story in lower case. */
export function speaksOf(story: Story, pattern: RegExp): boolean {
  return once(story, `speaks ${pattern.source}`, () => pattern.test(lowerCase(story)));
}

/** How often the pattern (with the flag g) matches the story in lower case. */
export function mentionsOf(story: Story, pattern: RegExp): number {
  return once(story, `mentions ${pattern.source}`, () => lowerCase(story).match(pattern)?.length ?? 0);
}

const lowerCase = (story: Story): string => once(story, 'lower case', () => story.text.toLowerCase());
