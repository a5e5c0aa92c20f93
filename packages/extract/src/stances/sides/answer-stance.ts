// The record of an answer to a question that a story puts: what whoever answers states. Knows the record; neither questions nor answers.
import type { Stance } from '@civicwire/shared';
import type { Candidate } from '../holders/candidate.ts';
import type { FrameHit } from '../lexicon.ts';

/** A stance on the issue of the question's phrase. */
export function answerStance(
  { rule }: FrameHit,
  { name, holderType }: Candidate,
  told: Pick<Stance, 'position' | 'evidence' | 'trace' | 'confidence'>,
): Stance {
  return {
    holder: name,
    holderType,
    issue: rule.source.issue,
    basis: 'position',
    act: 'statement',
    modality: 'asserted',
    target: null,
    attributedBy: null,
    rule: `${rule.pack} ${rule.id}`,
    ...told,
  };
}
