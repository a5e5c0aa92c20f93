// The errors that tell a worker or the command line what to do next. A bad story is no error: see outcome.ts.

/** The world failed for now (a server was busy, a lock was held): try the same unit again after `afterMs` milliseconds. */
export class RetryLater extends Error {
  readonly afterMs: number;
  constructor(message: string, afterMs: number, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RetryLater';
    this.afterMs = afterMs;
  }
}

/** Trying again cannot help: put the unit aside under `reason` (a short fixed phrase, kebab-case) for a person to look at. */
export class Quarantine extends Error {
  readonly reason: string;
  constructor(reason: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Quarantine';
    this.reason = reason;
  }
}

/** The person at the keyboard gave something that cannot be used (flag, file, address): exit code 2. The message names thing, place and expectation. */
export class UsageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UsageError';
  }
}

/** A service that the program needs (database, Redis, port) cannot be reached: exit code 3. */
export class ServiceUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ServiceUnavailable';
  }
}

/** Makes the compiler prove that a union was handled in full. Throws if it is ever reached. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
