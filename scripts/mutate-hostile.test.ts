import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('reads three hundred broken feeds and pages without a crash, each in time', { timeout: 180_000 }, () => {
  const script = fileURLToPath(new URL('./mutate-hostile.ts', import.meta.url));
  const printed = execFileSync(process.execPath, [script, '300', '7'], { encoding: 'utf8' });
  expect(printed).toContain('300 mutations, 0 crashed');
});
