#!/usr/bin/env node
// Starts the command line. Plain JavaScript, so that an old Node gets a sentence rather than a stack.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `civicwire: this is Node ${process.versions.node}; expected Node 24 or newer. Run it as \`npx civicwire\` from the project's folder after \`npm run setup\`.\n`,
  );
  process.exit(2);
}
const { main } = await import('../src/main.ts');
await main(process.argv.slice(2));
