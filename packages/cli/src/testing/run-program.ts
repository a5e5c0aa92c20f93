// Runs the real program as a child process, for tests. Knows no command.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/civicwire.mjs', import.meta.url));

export interface ProgramResult {
  /** null when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<ProgramResult>;
  /** Resolves when the words have appeared on standard error; rejects when the program ended without them. */
  readonly said: (words: string) => Promise<void>;
}

/** Starts `civicwire ARGS…` with the given standard input. */
export function startProgram(args: readonly string[], input = ''): RunningProgram {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  // A program that was killed, or that refuses its arguments, reads no input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<ProgramResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const said = async (words: string): Promise<void> => {
    while (!stderr.includes(words)) {
      const ending = await Promise.race([once(child.stderr, 'data').then(() => null), ended]);
      if (ending && !stderr.includes(words))
        throw new Error(`civicwire ended without saying “${words}”, but: ${stderr}`);
    }
  };
  return { child, ended, said };
}

/** Runs `civicwire ARGS…` to its end. */
export function runProgram(args: readonly string[], input = ''): Promise<ProgramResult> {
  return startProgram(args, input).ended;
}

/** The JSON values of a program's standard output, a line each. */
export function jsonLines(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
