// Stands before a Redis server and passes everything on, but for the version: while `isOld`, it says that it is 6.2; and but for
// lines that were cut: nothing comes through any more, and neither end is told.
import { connect as connectTo, createServer, type Socket } from 'node:net';
import { freePort } from '../../scripts/services.ts';

export interface OldRedis {
  readonly url: string;
  isOld: boolean;
  /** All lines that are open now are dead from now on; new ones are not. */
  readonly cutLines: () => void;
  readonly close: () => void;
}

/** `url`: of the server behind it, which need not run yet. */
export async function startOldRedis(url: string): Promise<OldRedis> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const cut = new WeakSet<Socket>();
  const old: OldRedis = {
    url: `redis://127.0.0.1:${port}`,
    isOld: true,
    cutLines: () => {
      for (const socket of sockets) cut.add(socket);
    },
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  const server = createServer((near) => {
    const far = connectTo(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (bytes: Buffer) => void (cut.has(near) || far.write(bytes)));
    far.on('data', (bytes: Buffer) => {
      if (cut.has(far)) return;
      // As many bytes as before, so that lengths in the protocol hold.
      const said = bytes.toString('latin1');
      const told = old.isOld ? said.replace(/(redis_version:)7\.0/, (_, name: string) => `${name}6.2`) : said;
      near.write(Buffer.from(told, 'latin1'));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return old;
}
