// Exit codes of the program, and the sentence for each error. The codes are a contract (README).
import { RetryLater, ServiceUnavailable, UsageError } from '@civicwire/shared';
import { say } from './output.ts';

export const exitCode = { done: 0, someFailed: 1, usage: 2, unavailable: 3 } as const;

/** Prints an error and returns the exit code that it calls for. */
export function reportError(error: unknown): number {
  if (error instanceof UsageError) {
    say(`civicwire: ${error.message}`);
    return exitCode.usage;
  }
  // A database that others hold is a service that cannot be reached for now.
  if (error instanceof ServiceUnavailable || error instanceof RetryLater) {
    say(`civicwire: ${error.message}`);
    return exitCode.unavailable;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(`civicwire: this is a fault of the program, please report it.\n${detail}`);
  return exitCode.someFailed;
}
