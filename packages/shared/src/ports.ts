// What the stages ask of the world, as types. Implementations live at the edges (packages/cli, packages/store).

/** The current time. An argument everywhere, so that tests and replays decide it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  nowMs(): number;
}

/** A fixed phrase plus fields; never a sentence with values pasted in. */
export interface Logger {
  debug(phrase: string, fields?: Readonly<Record<string, unknown>>): void;
  info(phrase: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(phrase: string, fields?: Readonly<Record<string, unknown>>): void;
  error(phrase: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** A logger that says nothing. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** The clock of the machine. */
export const systemClock: Clock = { nowMs: () => Date.now() };
