#!/usr/bin/env node
// Starts the command line. Plain JavaScript, so that an old Node gets a sentence rather than a stack.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `civicwire: this is Node ${process.versions.node}; expected Node 24 or newer. Run it as \`npx civicwire\` from the project's folder after \`npm run setup\`.\n`,
  );
  process.exit(2);
}
// What runs for long would else be given young generations of 128 MiB by Node, for garbage that is as quickly gone in less: the
// program begins anew with a bound, as the same process. Where that cannot be done (Windows), it runs without.
const standing = ['run', 'worker'];
const bounded = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((flag) => flag.includes('semi-space-size'));
// A channel to a parent would not outlast it.
const canBegin = process.platform !== 'win32' && process.execve !== undefined && process.channel === undefined;
if (standing.includes(process.argv[2] ?? '') && !bounded && canBegin) {
  const args = [...process.execArgv, '--max-semi-space-size=16', ...process.argv.slice(1)];
  // glibc's own pools for each thread keep some 30 MiB more than two pools for all.
  process.execve(process.execPath, [process.execPath, ...args], { MALLOC_ARENA_MAX: '2', ...process.env });
}
// What was compiled once is kept among the installed packages, where only who may change the program may write. Where
// nothing can be written, the program starts without.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
const { main } = await import('../src/main.ts');
await main(process.argv.slice(2));
