// Tests of what issues propose.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { propositions } from './propositions.ts';

test('an issue of the shipped packs has its proposition, an unknown one none, also beside a broken pack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civicwire-propositions-'));
  writeFileSync(join(folder, 'broken.yaml'), 'pack: [');
  try {
    for (const of of [propositions(), propositions(folder)]) {
      expect(of('ice-agreement')).toContain('formal agreement with ICE');
      expect(of('no-such-issue')).toBeNull();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
