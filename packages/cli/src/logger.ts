// Structured logs on standard error, by pino: JSON lines, or words where a person looks on. Silent unless a level is given.
import { type Logger, UsageError } from '@civicwire/shared';
import { destination, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';
import { logLevels } from './log-levels.ts';

export interface LoggerOptions {
  /** One of `logLevels`; CIVICWIRE_LOG unless given, "silent" without either. */
  readonly level?: string | undefined;
  /** Which program writes ("run", "fetch"): with it, each line also has the process's id. */
  readonly role?: string;
}

/**
 * One line an event: time, level, a fixed phrase (`msg`) and fields; whatever is about a story has its id as `story`. Throws
 * `UsageError` for a level that there is not.
 */
export function createLogger({ level = process.env.CIVICWIRE_LOG || 'silent', role }: LoggerOptions = {}): Logger {
  if (!(logLevels as readonly string[]).includes(level))
    throw new UsageError(`log level "${level}": expected one of ${logLevels.join(', ')}`);
  const base = role === undefined ? null : { role, pid: process.pid };
  const formatters = { level: (label: string) => ({ level: label }) };
  const settings = { level, base, formatters, timestamp: pino.stdTimeFunctions.isoTime };
  const log = process.stderr.isTTY
    ? pino(settings, PinoPretty({ destination: 2, sync: true, singleLine: true, ignore: 'pid,role' }))
    : pino(settings, destination({ fd: 2, sync: true }));
  return {
    debug: (phrase, fields = {}) => log.debug(fields, phrase),
    info: (phrase, fields = {}) => log.info(fields, phrase),
    warn: (phrase, fields = {}) => log.warn(fields, phrase),
    error: (phrase, fields = {}) => log.error(fields, phrase),
  };
}
