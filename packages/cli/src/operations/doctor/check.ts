// What a check of the doctor says, and what it is asked with. Knows no check.

export type CheckStatus = 'ok' | 'warn' | 'fail';

export interface CheckResult {
  readonly name: string;
  readonly status: CheckStatus;
  /** What was found. */
  readonly detail: string;
  /** What to do; null when all is well. */
  readonly advice: string | null;
  /** Why it failed: decides the exit code. Null unless it did. */
  readonly fault: 'items' | 'configuration' | 'service' | null;
}

/** What the doctor looks at. */
export interface DoctorQuestion {
  readonly db: string;
  readonly sources: string;
  /** False: the usual file, which need not be there. */
  readonly sourcesGiven: boolean;
  readonly packs: string | undefined;
  /** "redis", "postgres" or "none". */
  readonly queue: string;
  /** Address of Redis. */
  readonly redis: string;
}

export const ok = (name: string, detail: string): CheckResult => ({
  name,
  status: 'ok',
  detail,
  advice: null,
  fault: null,
});

export const warn = (name: string, detail: string, advice: string): CheckResult => ({
  name,
  status: 'warn',
  detail,
  advice,
  fault: null,
});

export const fail = (
  name: string,
  detail: string,
  advice: string,
  fault: NonNullable<CheckResult['fault']>,
): CheckResult => ({ name, status: 'fail', detail, advice, fault });

/** "1.5 GiB", "320 MiB". */
export function describeBytes(bytes: number): string {
  const mib = bytes / 1_048_576;
  return mib >= 1_024 ? `${(mib / 1_024).toFixed(1)} GiB` : `${Math.floor(mib)} MiB`;
}
