// Tests of who may come in and what a stranger, a foreign page or a foreign name gets, over real HTTP.
import { ServiceUnavailable, UsageError } from '@civicwire/shared';
import { sessionIdleMsMax } from '@civicwire/store';
import { describe, expect, test } from 'vitest';
import { serveReview } from './serve-review.ts';
import { findingId, useDesk } from './testing/desk-under-test.ts';
import { createVisitor, type Visitor } from './testing/visitor.ts';

/** Whether somebody is let see what is in the queue. */
async function isInside(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/api/desk/queue')).status === 200;
}

describe('the door', () => {
  const desk = useDesk({ inside: false });

  test('without a session nothing is given away but the page that shows the door', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const expected = [
      ['/', 303],
      ['/desk', 200],
      [`/desk?item=${id}`, 200],
      [`/api/desk/items/${id}`, 401],
      ['/api/desk/queue', 401],
      ['/api/v1/findings', 401],
      ['/nowhere', 404],
    ] as const;
    for (const [path, status] of expected) {
      const answer = await desk.visitor.get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.body).not.toContain('Mesquite');
    }
  });

  test('the address opens one session, whose cookie no script and no other site gets', async () => {
    const answer = await desk.visitor.enter(desk.server.url);
    expect([answer.status, answer.headers.location]).toEqual([303, '/desk']);
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/^civicwire_review_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await isInside(desk.visitor)).toBe(true);
  });

  test('the address is no longer good the second time, while the session goes on', async () => {
    await desk.visitor.enter(desk.server.url);
    const thief = createVisitor(desk.server.port);
    const answer = await thief.enter(desk.server.url);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('This address is no longer good');
    expect(await isInside(thief)).toBe(false);
    expect(await isInside(desk.visitor)).toBe(true);
  });

  test('a wrong token opens nothing and does not use up the right one', async () => {
    for (const token of ['', 'x', 'A'.repeat(43)]) {
      expect((await desk.visitor.get(`/enter?token=${token}`)).status).toBe(403);
    }
    expect((await desk.visitor.get('/enter')).status).toBe(403);
    expect((await desk.visitor.enter(desk.server.url)).status).toBe(303);
  });

  test('a preview of the address does not use it up', async () => {
    const { pathname, search } = new URL(desk.server.url);
    expect((await desk.visitor.head(pathname + search)).status).toBe(403);
    expect((await desk.visitor.get(pathname + search, { 'sec-purpose': 'prefetch;prerender' })).status).toBe(403);
    expect((await desk.visitor.enter(desk.server.url)).status).toBe(303);
  });

  test('the token has 256 random bits and differs from start to start', async () => {
    const { store, clock } = desk.filled;
    const other = await serveReview({ store, editor: 'Kim', port: 0, clock });
    const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';
    expect(Buffer.from(tokenOf(desk.server.url), 'base64url')).toHaveLength(32);
    expect(tokenOf(other.url)).not.toBe(tokenOf(desk.server.url));
    await other.close();
  });

  test('a session ends when it was not used for a working day', async () => {
    await desk.visitor.enter(desk.server.url);
    desk.filled.clock.advance(sessionIdleMsMax - 60_000);
    expect(await isInside(desk.visitor)).toBe(true);
    desk.filled.clock.advance(sessionIdleMsMax + 60_000);
    expect(await isInside(desk.visitor)).toBe(false);
  });
});

describe('requests inside of a session', () => {
  const desk = useDesk();

  test('a foreign name in the Host header is refused, also with the session', async () => {
    const { port } = desk.server;
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.evil.example:${port}`,
    ]) {
      for (const path of ['/desk', '/api/desk/queue']) {
        expect([host, (await desk.visitor.get(path, { host })).status]).toEqual([host, 403]);
      }
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      expect([host, (await desk.visitor.get('/api/desk/queue', { host })).status]).toEqual([host, 200]);
    }
  });

  test('every answer forbids foreign and inline code, framing, sniffing and caching', async () => {
    for (const path of ['/', '/desk', '/desk/team', '/nowhere', '/enter']) {
      const { headers } = await desk.visitor.get(path);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test('built files may be kept for good, for their names change with them', async () => {
    const page = (await desk.visitor.get('/desk')).body;
    const name = /\/built\/[\w.-]+\.js/.exec(page)?.[0] ?? '';
    const { status, headers } = await desk.visitor.get(name);
    expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('unknown addresses answer 404, also those that climb', async () => {
    for (const path of ['/built/secrets.ts', '/built/..%2F..%2Fpackage.json', '/built/%2e%2e/index.html', '/nowhere']) {
      expect([path, (await desk.visitor.get(path)).status]).toEqual([path, 404]);
    }
  });
});

describe('serveReview', () => {
  const desk = useDesk({ inside: false });

  test('a port in use is named, with what was expected', async () => {
    const { store, clock } = desk.filled;
    const start = serveReview({ store, editor: 'Kim', port: desk.server.port, clock });
    await expect(start).rejects.toThrow(ServiceUnavailable);
    await expect(start).rejects.toThrow(`port ${desk.server.port} on 127.0.0.1 is in use by another program; expected`);
  });

  test('an unusable port, host or name is a usage error', async () => {
    const { store, clock } = desk.filled;
    const options = { store, editor: 'Kim', port: 0, clock };
    await expect(serveReview({ ...options, port: 70_000 })).rejects.toThrow(UsageError);
    await expect(serveReview({ ...options, port: Number.NaN })).rejects.toThrow('port NaN; expected a whole number');
    await expect(serveReview({ ...options, host: '0.0.0.0' })).rejects.toThrow(
      'host 0.0.0.0; expected an address of this machine',
    );
    await expect(serveReview({ ...options, editor: '  ' })).rejects.toThrow('editor without a name');
  });

  test('what is logged holds no token, no session and no form secret', async () => {
    const lines: string[] = [];
    const note = (...parts: unknown[]) => void lines.push(JSON.stringify(parts));
    const logger = { debug: note, info: note, warn: note, error: note };
    const { store, clock } = desk.filled;
    const server = await serveReview({ store, editor: 'Kim', port: 0, clock, logger });
    const visitor = createVisitor(server.port);
    await visitor.enter(`http://127.0.0.1:${server.port}/enter?token=wrong-token`);
    await visitor.enter(server.url);
    const { csrf } = JSON.parse((await visitor.get('/api/desk/session')).body);
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const { revision } = JSON.parse((await visitor.get(`/api/desk/items/${id}`)).body);
    const sent = { key: 'logged-once', revision, verdict: 'accept' };
    const origin = `http://127.0.0.1:${server.port}`;
    const headers = { origin, 'x-csrf-token': csrf, 'content-type': 'application/json' };
    const answer = await visitor.send('POST', `/api/desk/items/${id}/decision`, headers, JSON.stringify(sent));
    expect(answer.status).toBe(200);
    await server.close();
    const log = lines.join('\n');
    expect(log).toContain('review request refused');
    const token = new URL(server.url).searchParams.get('token') ?? '';
    for (const secret of [token, visitor.cookie?.split('=')[1] ?? '', csrf, 'wrong-token']) {
      expect(secret.length).toBeGreaterThan(8);
      expect(log).not.toContain(secret);
    }
  });

  test('after closing, the port is free and the store still open', async () => {
    await desk.server.close();
    const { store, clock } = desk.filled;
    const again = await serveReview({ store, editor: 'Kim', port: desk.server.port, clock });
    expect(again.port).toBe(desk.server.port);
    await again.close();
  });
});
