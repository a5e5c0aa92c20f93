// One stored finding as sentences for a person. Pure; knows the store's values, prints nothing.
import type { Finding } from '@civicwire/store';

type Told = Pick<Finding, 'kind' | 'text' | 'rule' | 'confidence' | 'value' | 'trace'>;

/** What is claimed, on which words, by which rule, and (for a stance) the arithmetic. */
export function describeFinding({ kind, text, rule, confidence, value, trace }: Told): string[] {
  const facts = value as Readonly<Record<string, unknown>>;
  const lines = [`${claim(kind, facts)}`, `evidence: ${text.replaceAll(/\s+/g, ' ')}`];
  if (trace) lines.push(`because: ${trace}`);
  lines.push(confidence === null ? `rule ${rule}` : `rule ${rule}, confidence ${confidence.toFixed(2)}`);
  return lines;
}

function claim(kind: Finding['kind'], facts: Readonly<Record<string, unknown>>): string {
  if (kind === 'city')
    return `the city ${facts.name}, ${facts.state}${facts.focus ? ', which the story is about' : ''}`;
  if (kind === 'official')
    return `${facts.name ?? 'somebody unnamed'} is ${facts.title ?? facts.role}${facts.jurisdiction ? ` of ${facts.jurisdiction}` : ''}`;
  if (kind === 'quote') return `${facts.speaker_name ?? 'somebody'} is quoted (${facts.kind})`;
  const basis = facts.basis === 'practice' ? ', as practice' : '';
  return `${facts.holder} ${facts.position} ${facts.issue} (${facts.act}, ${facts.modality}${basis})`;
}
