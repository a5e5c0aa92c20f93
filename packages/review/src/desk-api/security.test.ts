// Who may do what at the desk, and how people come in. Each name begins with the requirements of OWASP ASVS 5.0 that it shows.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeDesk, newKey, password } from '../testing/desk-api-under-test.ts';
import { createDeskClient, type DeskClient } from '../testing/desk-client.ts';
import { deskRoles } from './contract.ts';

interface Documented {
  readonly method: string;
  readonly path: string;
  readonly role: string;
}

/** Every operation of the served document, signing out last. */
async function documented({ visitor }: DeskClient): Promise<Documented[]> {
  const { paths } = JSON.parse((await visitor.get('/api/desk/openapi.json')).body) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, path, role: String(operation['x-role']) })),
    )
    .sort(
      (a, b) =>
        Number(a.method === 'delete' && a.path === '/session') - Number(b.method === 'delete' && b.path === '/session'),
    );
}

describeDesk('the desk with users', { users: true }, (under) => {
  const send = (
    client: DeskClient,
    { method, path }: Pick<Documented, 'method' | 'path'>,
    headers: Record<string, string> = {},
  ) => {
    const origin = `http://127.0.0.1:${under.server.port}`;
    const secret = client.csrf();
    return client.visitor.send(
      method.toUpperCase(),
      `/api/desk${path.replace('{id}', 'a'.repeat(32))}`,
      {
        ...(method === 'get'
          ? {}
          : { origin, 'content-type': 'application/json', ...(secret === null ? {} : { 'x-csrf-token': secret }) }),
        ...headers,
      },
      method === 'get' || method === 'delete' ? undefined : '{}',
    );
  };
  const stranger = () => createDeskClient(under.server.port);

  test('V8.2.1 V8.3.1: every operation of the document answers its role and those above it, and no other', async () => {
    const people: Record<string, DeskClient> = {
      nobody: stranger(),
      viewer: await under.user('Vi', 'viewer'),
      editor: await under.user('Ed', 'editor'),
      admin: under.kim,
    };
    const operations = await documented(under.kim);
    expect(operations.length).toBeGreaterThan(35);
    const wrong: unknown[] = [];
    const roles: readonly string[] = deskRoles;
    for (const operation of operations) {
      for (const [at, role] of roles.entries()) {
        const client = people[role];
        if (client === undefined) continue;
        const { status, body } = await send(client, operation);
        const isAllowed = at >= roles.indexOf(operation.role);
        const expected = isAllowed ? ![401, 403].includes(status) : status === (role === 'nobody' ? 401 : 403);
        // A sign-in without words is no sign-in: the check of its body comes first.
        if (!expected || status >= 500 || (!isAllowed && body.includes('Mesquite')))
          wrong.push([operation, role, status]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('V8.3.2: a role that was taken away is gone with the next request', async () => {
    const ed = await under.user('Ed', 'editor');
    const ask = { body: { filter: {}, order: 'date' as const } };
    await ed.call('take_next', ask);
    const { user } = await ed.call('get_session');
    await under.kim.call('change_user', { id: user?.id ?? '', body: { role: 'viewer' } });
    expect((await ed.ask('take_next', ask)).status).toBe(403);
  });

  test('V3.5.1 V3.5.2: nothing is changed by a request of another page, without the secret, or as a plain form', async () => {
    const ed = await under.user('Ed', 'editor');
    const post = { method: 'post', path: '/undo' };
    const statuses = [
      (await send(ed, post, { origin: 'https://evil.example' })).status,
      (await send(ed, post, { origin: 'null' })).status,
      (await send(ed, post, { 'x-csrf-token': 'A'.repeat(64) })).status,
      (await send(ed, post, { 'x-csrf-token': under.kim.csrf() ?? '' })).status,
      (await send(ed, post, { 'content-type': 'text/plain' })).status,
      (await send(ed, post, { host: 'evil.example' })).status,
      (await stranger().ask('sign_in', { body: { name: 'Ed', password }, headers: { origin: 'https://evil.example' } }))
        .status,
    ];
    expect(statuses).toEqual([403, 403, 403, 403, 415, 403, 403]);
  });

  test('V3.5.3: no GET changes anything', async () => {
    const before = await under.filled.store.lastChangeSeq();
    const actions = (await under.desk.listAudit({ limit: 100 })).length;
    for (const operation of await documented(under.kim))
      if (operation.method === 'get') await send(under.kim, operation);
    expect(await under.filled.store.lastChangeSeq()).toBe(before);
    expect((await under.desk.listAudit({ limit: 100 })).length).toBe(actions);
  });

  test('V7.2.3 V7.2.4: each sign-in has a new secret, ends the session before, and takes no secret from outside', async () => {
    const ed = await under.user('Ed');
    const planted = stranger();
    planted.visitor.cookie = `civicwire_review_${under.server.port}=${'A'.repeat(43)}`;
    await planted.signIn('Ed', password);
    expect(planted.visitor.cookie).toMatch(/=[\w-]{43}$/);
    expect(planted.visitor.cookie).not.toContain('AAAA');
    const before = ed.visitor.cookie;
    await ed.signIn('Ed', password);
    expect(ed.visitor.cookie).not.toBe(before);
    const old = stranger();
    old.visitor.cookie = before;
    expect((await old.call('get_session')).user).toBeNull();
  });

  test('V3.3.2 V3.3.4: the cookie is kept from scripts and from other sites, and the secret is in no answer', async () => {
    await under.user('Ed');
    const origin = `http://127.0.0.1:${under.server.port}`;
    const headers = { origin, 'content-type': 'application/json' };
    const answer = await stranger().visitor.send(
      'POST',
      '/api/desk/session',
      headers,
      JSON.stringify({ name: 'ed', password }),
    );
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.body).not.toContain(/=([\w-]+);/.exec(cookie)?.[1]);
  });

  test('V6.3.1: guessing has to wait longer and longer, by name and by address, and the right password waits too', async () => {
    await under.user('Ed');
    const wrong = () => stranger().ask('sign_in', { body: { name: 'Ed', password: 'wrong password' } });
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await wrong()).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const right = () => stranger().ask('sign_in', { body: { name: 'Ed', password } });
    expect(await right()).toMatchObject({ status: 429, json: { retry_after_s: expect.any(Number) } });
    under.filled.clock.advance(31_000);
    expect((await wrong()).status).toBe(401);
    under.filled.clock.advance(31_000);
    expect((await right()).status).toBe(429);
    under.filled.clock.advance(31_000);
    expect((await right()).status).toBe(200);
  });

  test('V6.3.8: an unknown name, a wrong password and a disabled user are one answer', async () => {
    const ed = await under.user('Ed');
    const { user } = await ed.call('get_session');
    const attempt = async (name: string, given: string) =>
      await stranger().ask('sign_in', { body: { name, password: given } });
    const answers = [await attempt('Nobody', password), await attempt('Ed', 'wrong password')];
    await under.kim.call('change_user', { id: user?.id ?? '', body: { disabled: true } });
    answers.push(await attempt('Ed', password));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
  });

  test('V7.4.1 V7.4.2 V7.4.3: sessions end by signing out, when the user is kept out, and elsewhere by a new password', async () => {
    const [here, elsewhere] = [await under.user('Ed'), stranger()];
    await elsewhere.signIn('Ed', password);
    const passwords = { old_password: password, new_password: 'another long password' };
    expect((await here.ask('set_own_password', { body: { ...passwords, old_password: 'wrong' } })).status).toBe(403);
    await here.call('set_own_password', { body: passwords });
    expect([(await here.ask('list_views')).status, (await elsewhere.ask('list_views')).status]).toEqual([200, 401]);
    const cookie = here.visitor.cookie;
    await here.call('sign_out');
    here.visitor.cookie = cookie;
    expect((await here.ask('list_views')).status).toBe(401);
    await elsewhere.signIn('Ed', 'another long password');
    const { user } = await elsewhere.call('get_session');
    await under.kim.call('change_user', { id: user?.id ?? '', body: { disabled: true } });
    expect((await elsewhere.ask('list_views')).status).toBe(401);
  });

  test('V7.3.1 V7.3.2: a session ends after twelve hours without use, and after two weeks of use', async () => {
    const hourMs = 60 * 60 * 1000;
    for (let hours = 0; hours < 14 * 24; hours += 8) {
      expect((await under.kim.ask('list_views')).status).toBe(200);
      under.filled.clock.advance(8 * hourMs);
    }
    expect((await under.kim.ask('list_views')).status).toBe(401);
    await under.kim.signIn('Kim', password);
    under.filled.clock.advance(13 * hourMs);
    expect((await under.kim.ask('list_views')).status).toBe(401);
  });

  test('V16.3.1: who came in, who was refused and who changed whom stands in the log', async () => {
    const ed = await under.user('Ed');
    await stranger().ask('sign_in', { body: { name: 'Ed', password: 'wrong password' } });
    await stranger().ask('sign_in', { body: { name: 'made up', password: 'wrong password' } });
    await ed.call('sign_out');
    const { entries } = await under.kim.call('list_audit', { query: { limit: 4 } });
    expect(entries.map(({ editor, kind }) => [editor, kind])).toEqual([
      ['Ed', 'sign-out'],
      ['Ed', 'sign-in-refused'],
      ['Ed', 'sign-in'],
      ['test', 'user-added'],
    ]);
  });

  test('V6.2.1 V8.2.1: short passwords, taken names, and the end of the last admin are refused', async () => {
    const add = (name: string, given: string) =>
      under.kim.ask('add_user', { body: { name, password: given, role: 'editor' } });
    expect([(await add('Bo', 'short')).status, (await add(' KIM ', password)).status]).toEqual([400, 400]);
    const { user } = await under.kim.call('get_session');
    expect(await under.kim.ask('change_user', { id: user?.id ?? '', body: { role: 'editor' } })).toMatchObject({
      status: 400,
      json: { detail: expect.stringContaining('only admin') },
    });
  });
});

describeDesk('what is kept', { users: true }, (under) => {
  test('V11.4.2 V14.2.4: neither passwords nor secrets of sessions are in the database', async () => {
    const { visitor, csrf } = await under.user('Ed');
    if (!under.url.startsWith('sqlite:')) {
      expect(await under.desk.sessionOf(visitor.cookie?.split('=')[1] ?? '')).toMatchObject({ user: { name: 'Ed' } });
      return;
    }
    const file = under.url.slice('sqlite:'.length);
    const bytes = [file, `${file}-wal`]
      .flatMap((name) => (existsSync(name) ? [readFileSync(name, 'latin1')] : []))
      .join('');
    expect(bytes).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [password, visitor.cookie?.split('=')[1] ?? password, csrf() ?? password]) {
      expect(bytes).not.toContain(secret);
    }
  });
});

describeDesk('behind a proxy', { publicOrigin: 'https://desk.example.org' }, (under) => {
  test('V3.3.1 V3.3.3 V3.4.1 V3.4.3 V3.4.4 V3.4.5 V3.4.6: cookies and answers say so', async () => {
    const proxied = { host: 'desk.example.org' };
    const visitor = stranger(under.server.port);
    const { pathname, search } = new URL(under.server.url);
    // The exchange was used up by Kim: what is looked at are the headers of a refusal, and of the page.
    const refused = await visitor.get(pathname + search, proxied);
    const page = await visitor.get('/desk', proxied);
    for (const { headers } of [refused, page, await visitor.get('/api/desk/openapi.json', proxied)]) {
      expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
      expect(headers['content-security-policy']).toMatch(
        /script-src 'self'; style-src 'self'.*object-src 'none'.*base-uri 'none'; frame-ancestors 'none'/,
      );
      expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
      expect([headers['x-content-type-options'], headers['referrer-policy']]).toEqual(['nosniff', 'same-origin']);
    }
    expect(under.kim.visitor.cookie).toMatch(/^__Host-civicwire_review=/);
    const headers = { ...proxied, 'content-type': 'application/json', 'x-csrf-token': under.kim.csrf() ?? '' };
    const undo = (origin: string) =>
      under.kim.visitor.send('POST', '/api/desk/undo', { ...headers, origin }, JSON.stringify({ key: newKey() }));
    expect((await undo('https://desk.example.org')).status).toBe(200);
    expect((await undo('http://desk.example.org')).status).toBe(403);
  });
});

function stranger(port: number) {
  return createDeskClient(port).visitor;
}
