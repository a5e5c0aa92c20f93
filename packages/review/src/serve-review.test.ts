// Tests of who may come in and what a stranger, a foreign page or a foreign name gets, over real HTTP.
import { ServiceUnavailable, UsageError } from '@civicwire/shared';
import { sessionIdleMsMax } from '@civicwire/store';
import { describe, expect, test } from 'vitest';
import { serveReview } from './serve-review.ts';
import { findingId, useDesk } from './testing/desk-under-test.ts';
import { createVisitor, hiddenField } from './testing/visitor.ts';

describe('the door', () => {
  const desk = useDesk({ inside: false });

  test('without a session every address answers 403, known or not, and gives nothing away', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const paths = [
      '/',
      '/overview',
      `/findings/${id}`,
      `/stories/${desk.filled.councilId}`,
      '/assets/desk.css',
      '/nowhere',
    ];
    for (const path of paths) {
      const answer = await desk.visitor.get(path);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body).not.toContain('Mesquite');
      expect(answer.body).toContain('civicwire review');
    }
    expect((await desk.visitor.post(`/findings/${id}/decisions`, { verdict: 'accept' })).status).toBe(403);
  });

  test('the address opens one session, whose cookie no script and no other site gets', async () => {
    const answer = await desk.visitor.enter(desk.server.url);
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    const cookie = answer.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/^civicwire_review_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await desk.visitor.get('/')).status).toBe(200);
  });

  test('the address is no longer good the second time, while the session goes on', async () => {
    await desk.visitor.enter(desk.server.url);
    const thief = createVisitor(desk.server.port);
    const answer = await thief.enter(desk.server.url);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('This address is no longer good');
    expect((await thief.get('/')).status).toBe(403);
    expect((await desk.visitor.get('/')).status).toBe(200);
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
    expect((await desk.visitor.get('/')).status).toBe(200);
    desk.filled.clock.advance(sessionIdleMsMax + 60_000);
    expect((await desk.visitor.get('/')).status).toBe(403);
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
      expect([host, (await desk.visitor.get('/', { host })).status]).toEqual([host, 403]);
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      expect([host, (await desk.visitor.get('/', { host })).status]).toEqual([host, 200]);
    }
  });

  test('a form from another origin, without one, or without the session’s secret changes nothing', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const page = (await desk.visitor.get(`/findings/${id}`)).body;
    const form = { verdict: 'accept', seen: hiddenField(page, 'seen'), csrf: hiddenField(page, 'csrf') };
    const path = `/findings/${id}/decisions`;
    const refused = [
      await desk.visitor.post(path, form, { origin: 'https://evil.example' }),
      await desk.visitor.post(path, form, { origin: 'null' }),
      await desk.visitor.post(path, form, { origin: '' }),
      await desk.visitor.post(path, form, { origin: `http://127.0.0.1:${desk.server.port + 1}` }),
      await desk.visitor.post(path, { ...form, csrf: 'A'.repeat(43) }),
      await desk.visitor.post(path, { verdict: form.verdict, seen: form.seen }),
      await desk.visitor.post(path, form, { 'content-type': 'text/plain' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect((await desk.filled.store.getFinding(id))?.decisions).toEqual([]);
    expect((await desk.visitor.post(path, form)).status).toBe(303);
  });

  test('a body beyond the cap is refused', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const answer = await desk.visitor.post(`/findings/${id}/decisions`, { words: 'a'.repeat(20_000) });
    expect(answer.status).toBe(413);
  });

  test('every answer forbids foreign and inline code, framing, sniffing and caching', async () => {
    for (const path of ['/', '/assets/desk.js', '/nowhere', '/enter']) {
      const { headers } = await desk.visitor.get(path);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test('unknown ids and addresses answer 404', async () => {
    for (const path of [
      '/findings/ffff',
      '/stories/ffff',
      '/?story=ffff',
      '/assets/secrets.ts',
      '/assets/..%2Fpackage.json',
      '/nowhere',
    ]) {
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
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const { body } = await visitor.get(`/findings/${id}`);
    const form = { verdict: 'accept', seen: hiddenField(body, 'seen'), csrf: hiddenField(body, 'csrf') };
    await visitor.post(`/findings/${id}/decisions`, form);
    await server.close();
    const log = lines.join('\n');
    expect(log).toContain('decision kept');
    expect(log).toContain('review request refused');
    const token = new URL(server.url).searchParams.get('token') ?? '';
    for (const secret of [token, visitor.cookie?.split('=')[1] ?? '', form.csrf, 'wrong-token']) {
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
