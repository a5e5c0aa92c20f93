// Whether the queue between processes can be used: reached, new enough, keeping what it is told, of one time with this machine.
// Adds and takes nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, silentLogger, UsageError, type WorkQueue, workKinds } from '@civicwire/shared';
import { Redis } from 'ioredis';
import { openQueue } from '../../queues/open-queue.ts';
import { type CheckResult, type DoctorQuestion, describeBytes, fail, ok, warn } from './check.ts';
import { checkPostgresQueue } from './postgres-queue-checks.ts';
import { checkSkew } from './store-checks.ts';

/** All that is to be said of the queue that the question names. */
export async function checkQueue(question: DoctorQuestion, clock: Clock): Promise<CheckResult[]> {
  const { queue: name, redis, db } = question;
  if (name === 'none') return [ok('queue', 'none between processes: civicwire run does everything in one')];
  if (name === 'postgres') return checkPostgresQueue(db, clock);
  let queue: WorkQueue;
  try {
    queue = openQueue({ queue: name, redis, db }, silentLogger);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [fail('queue', error.message, 'correct --queue and --redis (or CIVICWIRE_REDIS)', 'configuration')];
  }
  try {
    const problem = await lastingProblem(queue);
    if (problem !== null) return [failOf(problem)];
    const warnings = (await queue.warnings()).map((words) => warn('queue', words, 'change redis.conf as is said'));
    return [await describeDepth(queue), ...warnings, ...(await checkServer(redis, clock))];
  } finally {
    await queue.close();
  }
}

/** A line that has just been opened cannot be used yet: a problem counts when it has lasted. */
async function lastingProblem(queue: WorkQueue): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    const problem = await queue.problem();
    if (problem === null || problem.includes(' is version ') || attempt === attemptsMax) return problem;
    await sleep(attemptMs);
  }
}

const attemptsMax = 15;
const attemptMs = 200;

function failOf(problem: string): CheckResult {
  if (problem.includes(' is version ')) return fail('queue', problem, 'use a newer Redis', 'configuration');
  return fail('queue', problem, 'start Redis, or correct --redis (CIVICWIRE_REDIS)', 'service');
}

async function describeDepth(queue: WorkQueue): Promise<CheckResult> {
  const depths = await Promise.all(
    workKinds.map(async (kind) => {
      const { waiting, delayed, active } = await queue.depth(kind);
      return `${kind} ${waiting + delayed + active}`;
    }),
  );
  return ok('queue', `${queue.name} at ${queue.place}; jobs: ${depths.join(', ')}`);
}

const connectMsMax = 5_000;
const fullShare = 0.8;

async function checkServer(url: string, clock: Clock): Promise<CheckResult[]> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: connectMsMax, retryStrategy: () => null });
  // Its failure shows in the command below.
  redis.on('error', () => undefined);
  try {
    const beganMs = clock.nowMs();
    const [seconds = 0, microseconds = 0] = (await redis.time()).map(Number);
    const skew = checkSkew('clock and redis', seconds * 1_000 + microseconds / 1_000, beganMs, clock.nowMs());
    return [skew, ...readInfo(await redis.info())];
  } catch (error) {
    return [fail('queue', `redis went away: ${String(error)}`, 'ask again', 'service')];
  } finally {
    redis.disconnect();
  }
}

/** What INFO says of memory and of the last writes to the disk. */
export function readInfo(info: string): CheckResult[] {
  const fact = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1];
  const [used, most] = [Number(fact('used_memory') ?? 0), Number(fact('maxmemory') ?? 0)];
  const detail = `${describeBytes(used)} in use, ${most === 0 ? 'no limit' : `${describeBytes(most)} at most`}`;
  const results = [
    most > 0 && used / most > fullShare
      ? warn('redis memory', detail, 'raise maxmemory: a full Redis takes no jobs, and stages rest until it does')
      : ok('redis memory', detail),
  ];
  for (const name of ['aof_last_write_status', 'aof_last_bgrewrite_status', 'rdb_last_bgsave_status'])
    if ((fact(name) ?? 'ok') !== 'ok')
      results.push(warn('redis disk', `${name} is ${fact(name)}`, 'look at the log of Redis: its disk may be full'));
  return results;
}
