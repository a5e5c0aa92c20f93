// Measures one family of contests and prints a result a line, as JSON. Started by run.ts, a process a family.
//   node bench/measure-family.ts FAMILY ROUNDS [WORD…]      with words: only contests whose name holds one of them
import { families } from './families.ts';
import { measure } from './measure.ts';

const [family = '', rounds = '', ...words] = process.argv.slice(2);
const make = families[family];
if (!make) throw new Error(`expected one of ${Object.keys(families).join(', ')}, not "${family}"`);
for (const contest of await make()) {
  if (words.length > 0 && !words.some((word) => contest.name.includes(word))) continue;
  console.log(JSON.stringify(await measure(contest, Number(rounds))));
}
