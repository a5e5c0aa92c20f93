// `civicwire doctor`: whether everything that the program needs is there, and what to do where it is not. Changes nothing.
import { styleText } from 'node:util';
import { systemClock } from '@civicwire/shared';
import type { CheckResult, CheckStatus, DoctorQuestion } from '../operations/doctor/check.ts';
import { codeOf, runDoctor } from '../operations/doctor/run-doctor.ts';
import { writeData, writeJsonLine } from '../output.ts';

const colours = { ok: 'green', warn: 'yellow', fail: 'red' } as const satisfies Record<CheckStatus, string>;
const nameWidth = 20;

/** Prints a line for each check as it is known; exit code 0 unless one failed: 3 for a service, 2 for configuration, 1 else. */
export async function doctorCommand(question: DoctorQuestion, { json = false }: { json?: boolean }): Promise<number> {
  const results: CheckResult[] = [];
  for await (const result of runDoctor(question, systemClock)) {
    results.push(result);
    if (!json) await writeData(`${describe(result).join('\n')}\n`);
  }
  const code = codeOf(results);
  if (json) await writeJsonLine({ exit_code: code, checks: results });
  return code;
}

function describe({ name, status, detail, advice }: CheckResult): string[] {
  const mark = status.padEnd(4);
  const shown = process.stdout.isTTY ? styleText(colours[status], mark) : mark;
  const indent = ' '.repeat(nameWidth + 6);
  const lines = detail.split('\n').map((line, at) => (at === 0 ? line : indent + line));
  return [
    `${shown}  ${name.padEnd(nameWidth)}${lines.join('\n')}`,
    ...(advice === null ? [] : [`${indent}→ ${advice}`]),
  ];
}
