// A receiver of webhooks on this machine: checks each signature with the convention's own library, notes what it was told,
// and answers as a test says. For tests only.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

interface ReceivedMessage {
  readonly id: string;
  readonly body: string;
  readonly seqs: readonly number[];
}

export interface WebhookReceiver {
  readonly url: string;
  /** Secrets that are accepted; a message signed with none of them fails the test. */
  readonly secrets: string[];
  readonly messages: ReceivedMessage[];
  readonly forged: string[];
  /** Status of the answer to the nth message, from 0; null for no answer at all. 200 unless a test says otherwise. */
  answer: (nth: number) => number | null;
  close(): Promise<void>;
}

interface Told {
  readonly data: { readonly changes: readonly { readonly seq: number }[] };
}

/** Starts one on a free port. */
export async function startReceiver(): Promise<WebhookReceiver> {
  const secrets: string[] = [];
  const messages: ReceivedMessage[] = [];
  const forged: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const told = secrets.map((secret) => verified(secret, body, headers)).find((found) => found !== null);
      if (told === undefined) forged.push(body);
      else {
        const seqs = (told as Told).data.changes.map(({ seq }) => seq);
        messages.push({ id: headers['webhook-id'] ?? '', body, seqs });
      }
      const status = receiver.answer(messages.length - 1);
      if (status !== null) response.writeHead(status, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    secrets,
    messages,
    forged,
    answer: () => 200,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return receiver;
}

function verified(secret: string, body: string, headers: Record<string, string>): unknown {
  try {
    return new Webhook(secret).verify(body, headers);
  } catch {
    return null;
  }
}
