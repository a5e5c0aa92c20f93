// Text that is made while it is sent: the next part only when the receiver has taken the one before. Knows no record.

/**
 * A body of these parts. Nothing is made before somebody reads; when the receiver goes away, `stop` is called and the parts
 * are ended, with their own clean-up.
 */
export function textStream(parts: AsyncGenerator<string>, stop: () => void = () => {}): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        stop();
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

const partLength = 64 * 1024;

/** The same text in larger parts, so that a million short lines are not a million writes. */
export async function* inLargeParts(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let part = '';
  for await (const line of lines) {
    part += line;
    if (part.length < partLength) continue;
    yield part;
    part = '';
  }
  if (part !== '') yield part;
}
