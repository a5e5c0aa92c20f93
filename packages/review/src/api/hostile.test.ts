// SQL, formulas, header lines and other malice in every parameter of every operation, on every database.
import { testDialects } from '@civicwire/store/testing';
import { describe, expect, test } from 'vitest';
import { addressOf, documentedOperations, usualValue } from '../testing/api-document.ts';
import { useApi } from '../testing/api-under-test.ts';

const payloads = [
  "' or '1'='1",
  "x'; drop table finding; --",
  '1) union select secret_hash from api_token --',
  '=HYPERLINK("http://evil.example","x")',
  '@SUM(1+1)*cmd|calc',
  'a\r\nx-injected: 1\r\n\r\n<script>',
  '\u0000',
  '%00%0d%0ax-injected:1',
  '../../../etc/passwd',
  '<script>alert(1)</script>',
  '\ud800',
  '9'.repeat(40),
  '-1',
  '',
  'a'.repeat(3_000),
];

for (const dialect of testDialects) {
  describe(`hostile parameters (${dialect.name})`, () => {
    const api = useApi(dialect);

    test('are refused or find nothing, in every parameter of every operation', async () => {
      const before = await api.filled.store.counts();
      const tokensBefore = await api.filled.store.listTokens();
      const wrong: unknown[] = [];
      for (const operation of await documentedOperations(api)) {
        const usual = Object.fromEntries(
          operation.parameters
            .filter((one) => one.in === 'query' && one.required)
            .map((one) => [one.name, usualValue(one)]),
        );
        for (const parameter of operation.parameters) {
          for (const payload of payloads) {
            const isPath = parameter.in === 'path';
            // An address with nothing in a place is another address.
            if (isPath && payload === '') continue;
            const path = isPath
              ? addressOf(operation, { kind: 'stories', [parameter.name]: payload.toWellFormed() }, usual)
              : addressOf(operation, { kind: 'stories' }, { ...usual, [parameter.name]: payload });
            const body = operation.hasBody ? { body: { verdict: 'accept', content_hash: payload } } : {};
            const answer = await api.ask(path, { method: operation.method, ...body });
            const found = answer.json?.data?.length ?? 0;
            const isSafe =
              [400, 404].includes(answer.status) || (answer.status === 200 && (found === 0 || parameter.name === 'q'));
            const isClean = answer.headers.get('x-injected') === null && !/SQLITE|syntax error/.test(answer.body);
            const isTyped =
              answer.headers.get('content-type') !== null && !answer.headers.get('content-type')?.includes('html');
            if (!isSafe || !isClean || !isTyped)
              wrong.push([operation.path, parameter.name, payload.slice(0, 40), answer.status]);
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(await api.filled.store.counts()).toEqual(before);
      expect(await api.filled.store.listTokens()).toEqual(tokensBefore);
    }, 60_000);

    test('of a body change nothing', async () => {
      const { data } = (await api.ask('/findings?limit=1')).json;
      for (const payload of payloads) {
        for (const field of ['verdict', 'content_hash', 'reason', 'patch', payload.slice(0, 50)]) {
          const body = { verdict: 'accept', content_hash: 'x', [field]: payload };
          const { status } = await api.ask(`/findings/${data[0].id}/decisions`, { method: 'POST', body });
          expect([400, 409]).toContain(status);
        }
      }
      expect((await api.filled.store.counts()).decisions).toBe(0);
    });
  });
}
