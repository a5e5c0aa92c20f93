// One item as the desk shows it, put together from what the store has. Knows the contract's shapes; decides nothing.
import { toWire } from '@civicwire/shared';
import type { Decision, ItemRecord } from '@civicwire/store';
import type { Session } from '../../access/person.ts';
import type { DeskItem } from '../contract.ts';
import { type DeskServices, whoOf } from '../handlers.ts';
import { precisionOf } from '../precision.ts';
import { notFound } from '../refusals.ts';
import { rejectReasons } from '../reject-reasons.ts';
import { disagreementOf, standing } from './disagreement.ts';
import { fieldsOf } from './fields.ts';
import { outletLink } from './outlet-link.ts';
import { segmentText } from './segments.ts';
import { contextOf } from './sentences.ts';
import { traceSentence, traceSteps } from './trace.ts';

const contextSentences = 2;
/** A rule’s precision moves slowly, and so does what a store is about. */
const reviewsAgeMsMax = 60_000;
const issuesAgeMsMax = 60_000;

/** The item. Throws a problem for an id that names none. */
export async function readItem(desk: DeskServices, id: string, session: Session): Promise<DeskItem> {
  const { store, describeRule, describeIssue, placesNamed, remembered } = desk;
  const found = await store.desk.readItem(id, whoOf(session));
  if (found === null) throw notFound('item', id);
  const { finding, version, decisions, official, comments } = found;
  const others = found.findings.filter(
    (other) => other.id !== id && other.status !== 'superseded' && other.status !== 'rejected',
  );
  const shown = found.findings.filter((other) => other.id === id || other.status !== 'superseded');
  const issues =
    finding.kind === 'stance' ? await remembered.of('issues', issuesAgeMsMax, () => store.desk.queueIssues()) : [];
  const reviews = () => store.desk.ruleReviews(finding.rule);
  return {
    id,
    kind: finding.kind,
    label: finding.label,
    status: finding.status,
    reopened: finding.reopened,
    found: finding.found,
    revision: found.revision,
    story: storyOf(found),
    text: textOf(found),
    findings: shown
      .filter((other) => other.versionId === version.id)
      .map(({ id: otherId, kind, label, status, reopened, start, end }) => ({
        id: otherId,
        kind,
        label,
        status,
        reopened,
        start,
        end,
      })),
    fields: fieldsOf({ finding, others, issues, placesNamed, describeIssue }),
    reasons: [...rejectReasons[finding.kind]],
    why: {
      rule: finding.rule,
      rules_version: finding.rulesVersion,
      reads: describeRule(finding.rule),
      precision: precisionOf(await remembered.of(`rule ${finding.rule}`, reviewsAgeMsMax, reviews)),
      confidence: finding.confidence,
      sentence: finding.trace === null ? null : traceSentence(finding.trace),
      trace: finding.trace,
      steps: finding.trace === null ? [] : traceSteps(finding.trace),
      losing: losingOf(found),
      notes: [...version.notes],
    },
    disagreement: disagreementOf(finding, decisions),
    official,
    history: historyOf(decisions),
    comments: comments.map(({ id: noteId, editor, text, at }) => ({
      id: noteId,
      editor,
      text,
      at,
    })),
    lease: found.lease,
    double: doubleOf(found, session),
    same_elsewhere: found.sameElsewhere,
  };
}

function storyOf({ story, version, source, versions, printings }: ItemRecord): DeskItem['story'] {
  const url = story.finalUrl ?? story.url;
  return {
    id: story.id,
    url,
    link: outletLink(url),
    title: version.title ?? story.feedTitle,
    byline: version.byline,
    section: version.section,
    published_at: version.publishedAt,
    modified_at: version.modifiedAt,
    source,
    correction: version.correction,
    version: {
      id: version.id,
      number: versions.findIndex(({ id }) => id === version.id) + 1,
      of: versions.length,
      is_current: version.id === story.currentVersionId,
    },
    versions: versions.map(({ id, createdAt }, at) => ({ id, number: at + 1, created_at: createdAt })),
    printings: printings.map(({ storyId, title, sourceName, kind }) => ({
      story_id: storyId,
      title,
      source_name: sourceName,
      kind,
    })),
  };
}

function textOf({ finding, version, findings }: ItemRecord): DeskItem['text'] {
  const { start, end, text, machineStart, machineEnd } = finding;
  const machine = machineStart === null || machineEnd === null ? null : { start: machineStart, end: machineEnd };
  const marked = findings.filter(
    (other) => other.versionId === version.id && (other.id === finding.id || other.status !== 'superseded'),
  );
  return {
    paragraphs: segmentText(version.text, marked).map((pieces) => ({
      start: pieces[0]?.start ?? 0,
      end: pieces.at(-1)?.end ?? 0,
      segments: pieces.map((piece) => ({
        start: piece.start,
        end: piece.end,
        text: piece.text,
        findings: piece.covering.map(({ id }) => id),
      })),
    })),
    evidence: { start, end, text, machine },
    context: contextOf(version.text, finding, contextSentences),
  };
}

/** Other readings of the same words, then what a span did not hold for. */
function losingOf({ finding, version, findings }: ItemRecord): DeskItem['why']['losing'] {
  const sameWords = findings.filter(
    (other) =>
      other.id !== finding.id &&
      other.kind === finding.kind &&
      other.versionId === version.id &&
      other.start < finding.end &&
      finding.start < other.end,
  );
  const stood = {
    pending: 'also found',
    accepted: 'accepted',
    edited: 'corrected',
    rejected: 'rejected',
    superseded: 'no longer found',
  };
  return [
    ...sameWords.map((other) => ({
      label: other.label,
      why: `${stood[other.status]} in the same words, by ${other.rule}`,
    })),
    ...version.refusals
      .filter(({ kind }) => kind === finding.kind)
      .map(({ what, expected, actual }) => ({
        label: what,
        why: `left out: expected ${expected}, the text has “${actual}”`,
      })),
  ];
}

function historyOf(decisions: readonly Decision[]): DeskItem['history'] {
  const stands = new Set(standing(decisions).map(({ id }) => id));
  return decisions.map((decision) => ({
    id: decision.id,
    editor: decision.editor,
    verdict: decision.verdict,
    patch: decision.patch,
    reason: decision.reason,
    seen_value: decision.seenValue,
    version_id: decision.versionId,
    at: decision.decidedAt,
    undone: decision.verdict !== 'undo' && !stands.has(decision.id),
  }));
}

function doubleOf({ double }: ItemRecord, { editor }: Session): DeskItem['double'] {
  if (double === null) return null;
  const { why, askedBy, state, opinions } = double;
  const mine = opinions.some((opinion) => opinion.editor === editor);
  const shown = mine || state !== 'open' ? opinions : [];
  return {
    why,
    asked_by: askedBy,
    state,
    given: opinions.length,
    mine,
    opinions: shown.map(({ editor: by, verdict, patch, reason, at }) => ({
      editor: by,
      verdict: verdict as 'accept' | 'reject' | 'edit',
      patch: patch === null ? null : (JSON.parse(patch) as Record<string, unknown>),
      reason,
      at,
    })),
  };
}

/** Everything of a claim that paper should say, down to the bytes. */
export async function readPrint(desk: DeskServices, id: string, session: Session) {
  const item = await readItem(desk, id, session);
  const provenance = await desk.store.provenance(id);
  if (provenance === null) throw notFound('item', id);
  return {
    item,
    provenance: toWire(provenance) as Record<string, unknown>,
    printed_at: new Date(desk.clock.nowMs()).toISOString(),
    printed_by: session.editor,
  };
}
