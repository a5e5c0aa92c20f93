// A body that is made while it is sent: the next part only when the receiver has taken the one before. Knows no record.

/**
 * A body of these parts. Nothing is made before somebody reads; when the receiver goes away, `stop` is called and the parts
 * are ended, with their own clean-up.
 */
export function bodyStream(
  parts: AsyncGenerator<string | Uint8Array>,
  stop: () => void = () => {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      },
      async cancel() {
        stop();
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
