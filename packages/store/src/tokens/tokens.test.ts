import { UsageError } from '@civicwire/shared';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import { describeOnEachStore } from '../testing/with-store.ts';

const dayMs = 24 * 60 * 60 * 1000;

describeOnEachStore('tokens', (under) => {
  it('are recognised by their text, of which the database holds nothing but a hash', async () => {
    const { store } = under;
    const { token, text } = await store.createToken({ name: 'dashboard', scopes: ['export', 'read:all'] });
    expect(token).toMatchObject({ name: 'dashboard', scopes: ['read:all', 'export'], state: 'usable' });
    expect(await store.recogniseToken(text)).toEqual(token);
    const { db } = await connect(under.url);
    const { rows } = await sql`select * from api_token`.execute(db);
    await db.destroy();
    expect(JSON.stringify(rows)).not.toContain(text.slice(20));
    expect(rows).toMatchObject([{ id: token.id, secretHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it('are not recognised when anything is wrong with them', async () => {
    const { store } = under;
    const { text } = await store.createToken({ name: 'a', scopes: ['read:all'] });
    const other = await store.createToken({ name: 'b', scopes: ['read:all'] });
    const mixed = `${text.slice(0, 20)}${other.text.slice(20)}`;
    const wrong = [
      '',
      'cw_',
      text.slice(0, -1),
      `${text}A`,
      ` ${text}`,
      mixed,
      text.replace('cw_', 'cw_\0'),
      "' or 1=1--",
    ];
    for (const each of wrong) expect([each, await store.recogniseToken(each)]).toEqual([each, null]);
  });

  it('end when they are revoked or their time is up, and stay listed', async () => {
    const { store, clock } = under;
    const revoked = await store.createToken({ name: 'gone', scopes: ['decide'] });
    const short = await store.createToken({ name: 'short', scopes: ['read:all'], expiresInDays: 1 });
    const first = await store.revokeToken(revoked.token.id);
    expect(await store.revokeToken(revoked.token.id)).toEqual(first);
    expect(await store.recogniseToken(revoked.text)).toBeNull();
    expect(await store.recogniseToken(short.text)).toMatchObject({ name: 'short' });
    clock.advance(dayMs);
    expect(await store.recogniseToken(short.text)).toBeNull();
    const listed = (await store.listTokens()).map(({ name, state }) => [name, state]);
    expect(listed).toEqual([
      ['gone', 'revoked'],
      ['short', 'expired'],
    ]);
  });

  it('are refused with a name, scope or id that cannot be', async () => {
    const { store } = under;
    await expect(store.createToken({ name: ' ', scopes: ['read:all'] })).rejects.toThrow(UsageError);
    await expect(store.createToken({ name: 'a\r\nb', scopes: ['read:all'] })).rejects.toThrow('expected a name');
    await expect(store.createToken({ name: 'a', scopes: [] })).rejects.toThrow(
      'expected one or more of read:published',
    );
    await expect(store.createToken({ name: 'a', scopes: ['root' as 'admin'] })).rejects.toThrow(UsageError);
    await expect(store.revokeToken('ffff')).rejects.toThrow('token ffff: not in this database; expected an id');
    expect(await store.listTokens()).toEqual([]);
  });
});
