// Both sides where the machine has come to disagree with a person. Pure; knows findings and decisions.
import type { Decision, Finding } from '@civicwire/store';
import type { DeskItem } from '../contract.ts';

/** The decisions that count, oldest first: neither undone nor an undo. */
export function standing(decisions: readonly Decision[]): Decision[] {
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  return decisions.filter(({ id, verdict }) => verdict !== 'undo' && !undone.has(id));
}

/** Null while there is none. */
export function disagreementOf(finding: Finding, decisions: readonly Decision[]): DeskItem['disagreement'] {
  const last = standing(decisions).at(-1);
  if (!finding.reopened || last === undefined || last.verdict === 'undo') return null;
  const person = finding.decidedValue as Readonly<Record<string, unknown>> | null;
  const machine = finding.found ? (finding.value as Readonly<Record<string, unknown>>) : null;
  const differing =
    person === null || machine === null
      ? []
      : Object.keys(machine).filter((name) => JSON.stringify(machine[name]) !== JSON.stringify(person[name]));
  return { editor: last.editor, decided_at: last.decidedAt, verdict: last.verdict, person, machine, differing };
}
