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

/** Answers to one kind of question, by the pattern's source: no key is put together for each time that it is asked. */
function asked<Value>(answer: (story: Story, pattern: RegExp) => Value): (story: Story, pattern: RegExp) => Value {
  const answers = new WeakMap<Story, Map<string, Value>>();
  return (story, pattern) => {
    const known = answers.get(story) ?? new Map<string, Value>();
    const told = known.get(pattern.source);
    if (told !== undefined) return told;
    const value = answer(story, pattern);
    if (known.size === 0) answers.set(story, known);
    known.set(pattern.source, value);
    return value;
  };
}

/** How often the pattern (with the flag g) matches the story. */
export const countIn = asked(({ text }, pattern) => text.match(pattern)?.length ?? 0);

/** Whether the pattern matches the story. Two patterns of one source must have the same flags. */
export const tells = asked(({ text }, pattern) => pattern.test(text));

/** Whether the pattern matches the story in lower case. */
export const speaksOf = asked((story, pattern) => pattern.test(lowerCase(story)));

/** How often the pattern (with the flag g) matches the story in lower case. */
export const mentionsOf = asked((story, pattern) => lowerCase(story).match(pattern)?.length ?? 0);

const lowerCase = (story: Story): string => once(story, 'lower case', () => story.text.toLowerCase());
