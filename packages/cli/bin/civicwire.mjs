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
// What was compiled once is kept among the installed packages, where only who may change the program may write. Where
// nothing can be written, the program starts without.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
const { main } = await import('../src/main.ts');
await main(process.argv.slice(2));
