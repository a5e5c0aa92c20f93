// Worker processes that are started again whenever they end, as a service manager does. Knows commands; not what they do.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../packages/cli/bin/civicwire.mjs', import.meta.url));
const restartMs = 100;

export interface FleetMember {
  /** "fetch-2". */
  readonly name: string;
  readonly args: readonly string[];
  /** Loaded before the program, in each of its threads. */
  readonly preload?: string;
}

export interface Fleet {
  /** Kills the member that `share` (0 to 1) picks, at once and without a word to it; answers its name. */
  readonly kill: (share: number) => Promise<string>;
  /** Process numbers by name, of those that run now. */
  readonly pids: () => ReadonlyMap<string, number>;
  /** What the members have said on standard error so far. */
  readonly words: () => string;
  /** Asks all to stop and waits for it; kills those that do not within 30 seconds. Answers the exit codes. */
  readonly stop: () => Promise<readonly (number | null)[]>;
}

/** Starts `civicwire ARGS…` for each member. */
export function startFleet(members: readonly FleetMember[]): Fleet {
  const running = new Map<string, ChildProcess>();
  let [words, isStopping] = ['', false];
  for (const member of members) start(member);
  return {
    kill: async (share) => {
      const names = [...running.keys()].sort();
      const name = names[Math.floor(share * names.length)] ?? '';
      const child = running.get(name);
      if (child === undefined) return 'nobody';
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      return name;
    },
    pids: () => new Map([...running].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid] as const]))),
    words: () => words,
    stop: async () => {
      isStopping = true;
      return Promise.all([...running.values()].map(stopOne));
    },
  };

  function start(member: FleetMember): void {
    const before = member.preload === undefined ? [] : ['--import', member.preload];
    const args = [...before, program, ...member.args];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      words += chunk.replace(/^(?=.)/gm, `${member.name}: `);
    });
    running.set(member.name, child);
    child.once('exit', () => {
      running.delete(member.name);
      if (!isStopping) void sleep(restartMs).then(() => isStopping || start(member));
    });
  }
}

async function stopOne(child: ChildProcess): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const [code] = await gone;
  clearTimeout(late);
  return code as number | null;
}
