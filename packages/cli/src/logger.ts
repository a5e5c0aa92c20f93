// Structured logs on standard error, by pino. Silent by default: CIVICWIRE_LOG names a level.
import type { Logger } from '@civicwire/shared';
import { destination, pino } from 'pino';

/** A logger at the level of CIVICWIRE_LOG (trace, debug, info, warn, error); nothing when it is not set. */
export function createLogger(level: string = process.env.CIVICWIRE_LOG ?? 'silent'): Logger {
  const log = pino({ level, base: null }, destination({ fd: 2, sync: true }));
  return {
    debug: (phrase, fields = {}) => log.debug(fields, phrase),
    info: (phrase, fields = {}) => log.info(fields, phrase),
    warn: (phrase, fields = {}) => log.warn(fields, phrase),
    error: (phrase, fields = {}) => log.error(fields, phrase),
  };
}
