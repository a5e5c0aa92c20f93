// THE list of what the doctor looks at, in order, and what the results mean together. Changes nothing anywhere.
import type { Clock } from '@civicwire/shared';
import { exitCode } from '../../exit-code.ts';
import type { CheckResult, DoctorQuestion } from './check.ts';
import { checkMemory, checkNode, checkOpenFiles, checkUser } from './machine-checks.ts';
import { checkQueue } from './queue-checks.ts';
import { checkExtraction, checkPacks, checkSources } from './rules-checks.ts';
import { checkStorePlace } from './store-checks.ts';

/** Yields each result as it is known. */
export async function* runDoctor(question: DoctorQuestion, clock: Clock): AsyncGenerator<CheckResult> {
  yield checkNode();
  yield checkUser();
  yield checkMemory();
  yield checkOpenFiles();
  yield* await checkStorePlace(question.db, clock);
  yield* await checkQueue(question, clock);
  yield* checkSources(question, clock);
  const { result, rules } = checkPacks(question.packs);
  yield result;
  if (rules !== null) yield await checkExtraction(rules);
}

/** 0 when nothing failed; else the code of the gravest: 3 a service, 2 the configuration, 1 anything else. */
export function codeOf(results: readonly CheckResult[]): number {
  const faults = new Set(results.map(({ fault }) => fault));
  if (faults.has('service')) return exitCode.unavailable;
  if (faults.has('configuration')) return exitCode.usage;
  return faults.has('items') ? exitCode.someFailed : exitCode.done;
}
