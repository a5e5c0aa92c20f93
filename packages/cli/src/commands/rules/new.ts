// `civicwire rules new`: a starter pack that loads and passes its own tests.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePacks } from '@civicwire/extract';
import { UsageError } from '@civicwire/shared';
import { exitCode } from '../../exit-code.ts';
import { say, writeData } from '../../output.ts';
import { readRules } from '../../packs/rules.ts';
import { starterPack } from '../../packs/starter-pack.ts';

/** Writes NAME.yaml into the packs folder and prints its path. Never writes over a file. */
export async function rulesNewCommand(name: string, { packs }: { readonly packs?: string }): Promise<number> {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new UsageError(`rules new: "${name}"; expected a name in lower case with hyphens, such as library-fines`);
  const shipped = compilePacks(readRules().files);
  if (shipped.ok && (shipped.packs.issues.has(name) || shipped.packs.packs.some(({ pack }) => pack === name)))
    throw new UsageError(`rules new: "${name}" is a shipped pack or issue; expected another name`);
  const folder = packs ?? 'packs';
  const path = join(folder, `${name}.yaml`);
  if (existsSync(path)) throw new UsageError(`rules new: ${path} is there already; expected a new name`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, starterPack(name), { flag: 'wx' });
  await writeData(`${path}\n`);
  say(`try it: civicwire rules test --packs ${folder} ${path}\nhow to go on: docs/how-to/add-an-issue-pack.md`);
  return exitCode.done;
}
