// Processor time as the system (Linux) counts it: of servers that we have started, of the whole machine. Changes nothing.
import { readdirSync, readFileSync } from 'node:fs';

/** Jiffies in a second on Linux. */
const ticksPerSecond = 100;

/** Seconds so far of our child process of this name and of its children, those that ended too. */
export function secondsOfChild(name: string): number {
  return secondsOfChildren((child) => child.name === name);
}

/** Seconds so far of this process, of its children and of theirs. */
export function secondsOfFamily(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + secondsOfChildren(() => true);
}

function secondsOfChildren(isWanted: (child: ProcessStat) => boolean): number {
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => statOf(Number(entry)) ?? []);
  const parents = new Set(all.filter((one) => one.parent === process.pid && isWanted(one)).map(({ pid }) => pid));
  let ticks = 0;
  for (const { pid, parent, own, ofChildren } of all)
    if (parents.has(pid)) ticks += own + ofChildren;
    else if (parents.has(parent)) ticks += own;
  return ticks / ticksPerSecond;
}

/** Seconds so far in which a processor of this machine worked, for whomever. */
export function secondsOfMachine(): number {
  const fields = (/^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? '').split(' ').map(Number);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = fields;
  return (user + nice + system + irq + softIrq + steal) / ticksPerSecond;
}

interface ProcessStat {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
  readonly own: number;
  readonly ofChildren: number;
}

function statOf(pid: number): ProcessStat | null {
  try {
    const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const fields = rest.split(' ').map(Number);
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    return { pid, name, parent: fields[1] ?? 0, own: user + system, ofChildren: childUser + childSystem };
  } catch {
    // It ended between the listing and the reading.
    return null;
  }
}
