// How each rule does: how often it fires, what it collides with, what editors say. Knows findings as rows; opens nothing.
import type { CompiledPacks } from '@civicwire/extract';
import { shareWithInterval } from '@civicwire/shared';
import type { FindingKind, FindingStatus } from '@civicwire/store';

/** A finding as the scorecard needs it. `holder`, `issue` and `position` are of stances. */
export interface ScoredFinding {
  readonly kind: FindingKind;
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly status: FindingStatus;
  readonly holder?: string;
  readonly issue?: string;
  readonly position?: string;
}

export interface RuleScore {
  /** "immigration-enforcement@0.1.0 join-ice" for a rule of a pack; else the rule's id. */
  readonly rule: string;
  /** "frame", "act" or "negator" for a rule of a pack; else what it finds. */
  readonly type: string;
  /** Findings that it made or took part in. */
  readonly fired: number;
  /** Of these, how many share characters with another finding of the same kind. */
  readonly overlaps: number;
  /** Of these, how many say otherwise than another: the same holder and issue in a story with another position; for the other kinds another label on shared characters. */
  readonly conflicts: number;
  /** Of these, how many a person decided on, and how many were accepted as they stood. */
  readonly reviewed: number;
  readonly accepted: number;
  /** accepted / reviewed with its 95 % interval; null when nothing was reviewed. */
  readonly precision: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export interface Scorecard {
  /** Counts the findings of one story. */
  readonly addStory: (findings: readonly ScoredFinding[]) => void;
  /** Most fired first, then by name; the packs' rules that never fired at the end. */
  readonly scores: () => RuleScore[];
}

type Sums = { -readonly [Key in 'fired' | 'overlaps' | 'conflicts' | 'reviewed' | 'accepted']: number };

export function createScorecard(packs: CompiledPacks): Scorecard {
  const partsOf = createNames(packs);
  const sums = new Map<string, Sums & { readonly type: string }>();
  const sumOf = (rule: string, type: string) => {
    const known = sums.get(rule) ?? { type, fired: 0, overlaps: 0, conflicts: 0, reviewed: 0, accepted: 0 };
    sums.set(rule, known);
    return known;
  };
  for (const { type, pack, id } of packs.rules) sumOf(`${pack} ${id}`, type);
  return {
    addStory: (findings) => {
      for (const finding of findings) {
        const others = findings.filter((other) => other !== finding && other.kind === finding.kind);
        for (const { rule, type } of partsOf(finding)) {
          const sum = sumOf(rule, type);
          sum.fired += 1;
          sum.overlaps += others.some((other) => overlap(finding, other)) ? 1 : 0;
          sum.conflicts += others.some((other) => conflict(finding, other)) ? 1 : 0;
          sum.reviewed += finding.status === 'pending' || finding.status === 'superseded' ? 0 : 1;
          sum.accepted += finding.status === 'accepted' ? 1 : 0;
        }
      }
    },
    scores: () =>
      [...sums]
        .map(([rule, sum]) => ({ rule, ...sum, precision: shareWithInterval(sum.accepted, sum.reviewed) }))
        .sort((a, b) => b.fired - a.fired || (a.rule < b.rule ? -1 : 1)),
  };
}

function overlap(a: ScoredFinding, b: ScoredFinding): boolean {
  return a.start < b.end && b.start < a.end;
}

function conflict(a: ScoredFinding, b: ScoredFinding): boolean {
  if (a.kind === 'stance') return a.holder === b.holder && a.issue === b.issue && a.position !== b.position;
  return a.label !== b.label && overlap(a, b);
}

interface NamedRule {
  readonly rule: string;
  readonly type: string;
}

/** The rules of a finding. A stance ("pack@version act·negator·frame") has several, each under the pack that it comes from. */
function createNames(packs: CompiledPacks): (finding: ScoredFinding) => readonly NamedRule[] {
  const byId = Map.groupBy(packs.rules, (rule) => rule.id);
  return ({ kind, rule }) => {
    const [, pack, chain] = /^(\S+@\S+) (\S+)$/.exec(rule) ?? [];
    if (kind !== 'stance' || !pack || !chain) return [{ rule, type: kind }];
    const parts = chain.split('·');
    return parts.map((id, i) => {
      if (i === parts.length - 1) return { rule: `${pack} ${id}`, type: 'frame' };
      const candidates = (byId.get(id) ?? []).filter((known) => known.type !== 'frame');
      const found = candidates.find((known) => known.pack === pack) ?? candidates[0];
      return { rule: `${found?.pack ?? pack} ${id}`, type: found?.type ?? 'act' };
    });
  };
}
