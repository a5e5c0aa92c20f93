// Two readers of the changes over HTTP: one asks for pages, one follows the stream and comes back when it breaks. For tests only.
import { setTimeout as sleep } from 'node:timers/promises';

export interface SeenChange {
  readonly seq: number;
  readonly entity: string;
  readonly entity_id: string;
  readonly kind: string;
}

export interface Access {
  /** Up to /api/v1. */
  readonly url: string;
  readonly token: string;
}

/** Asks for page after page until `isDone`, and once more. Gives what it has seen. */
export async function pollChanges({ url, token }: Access, limit: number, isDone: () => boolean): Promise<SeenChange[]> {
  const seen: SeenChange[] = [];
  for (let after = 0; ; ) {
    const wasDone = isDone();
    const answer = await fetch(`${url}/changes?after=${after}&limit=${limit}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await answer.json()) as { data: SeenChange[]; next_after: number };
    seen.push(...page.data);
    after = page.next_after;
    if (page.data.length === 0 && wasDone) return seen;
    if (page.data.length === 0) await sleep(5);
  }
}

interface StreamReader {
  readonly seen: readonly SeenChange[];
  /** Connections that it has had. */
  readonly connections: number;
  stop(): Promise<void>;
}

/** Follows the stream from the beginning. Breaks its connection after each `breakAfter` events and comes back. */
export function followChanges({ url, token }: Access, breakAfter: number): StreamReader {
  const seen: SeenChange[] = [];
  const stopped = new AbortController();
  const stop = (): Promise<void> => {
    stopped.abort();
    return ended;
  };
  const reader = { seen, connections: 0, stop };
  const connect = async (): Promise<void> => {
    const connection = new AbortController();
    reader.connections += 1;
    const last = seen.at(-1)?.seq;
    const answer = await fetch(`${url}/changes/stream`, {
      headers: { authorization: `Bearer ${token}`, ...(last === undefined ? {} : { 'last-event-id': String(last) }) },
      signal: AbortSignal.any([stopped.signal, connection.signal]),
    });
    let rest = '';
    let count = 0;
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (rest + part).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data === undefined) continue;
        seen.push(JSON.parse(data) as SeenChange);
        count += 1;
        if (count === breakAfter) return connection.abort();
      }
    }
  };
  const run = async (): Promise<void> => {
    while (!stopped.signal.aborted) await connect().catch(() => undefined);
  };
  const ended = run();
  return reader;
}
