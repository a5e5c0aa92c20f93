// Answers within one sentence: "Asked whether they would sign it, Brandt said yes and Nystrom said no". Knows yes and no; nothing of issues.
import { foldedAt } from '../../reading/reading.ts';
import { type Chain, isSpeech } from '../chains/chains.ts';
import { isAdverb, isOf } from '../clauses/grammar.ts';
import type { FrameHit } from '../lexicon.ts';
import { type Ruling, ruling } from '../ruling.ts';
import type { SentenceContext } from '../sentence-context.ts';

/** What those who answer a question on a thing hold; null when the sentence asks nothing so, none when no answer is a plain yes or no. */
export function answersTo(context: SentenceContext, frame: FrameHit, chain: Chain): readonly Ruling[] | null {
  const { reading, from, grammar, candidates, to } = context;
  // "Lee, asked whether she would sign it, said yes."
  const named = candidates.find((item) => item.named && item.from < frame.from && foldedAt(reading, item.to) === ',');
  const opens =
    named && named.role !== 'document' && /^(?:asked|when)$/.test(foldedAt(reading, named.to + 1)) ? named : null;
  const first = opens ? opens.to + 1 : from;
  const asked = foldedAt(reading, first) === 'when' ? first + 1 : first;
  if (foldedAt(reading, asked) !== 'asked' || !/^(?:whether|if)$/.test(foldedAt(reading, asked + 1))) return null;
  if (!isOf(grammar, reading, asked + 2, 'pronoun') || chain.broken !== null) return null;
  let end = frame.to;
  while (end < to && foldedAt(reading, end) !== ',') end++;
  if (frame.from > end || end === to) return null;
  const links = chain.links.filter(
    (link) => !link.behind && !isSpeech(link.kind) && link.kind !== 'question' && link.hit.from > asked + 1,
  );
  if (links.some(({ kind }) => kind === 'not')) return [];
  const found: Ruling[] = [];
  for (let i = end; i < to; i++) {
    if (!/^(?:said|answered|replied|says)$/.test(foldedAt(reading, i))) continue;
    const own = opens !== null && foldedAt(reading, i - 1) === ',' ? opens : null;
    const holder = own ?? candidates.find((item) => item.to === i && item.named && item.role !== 'document');
    let answer = i + 1;
    while (isAdverb(grammar, reading, answer) && foldedAt(reading, answer) !== 'no') answer++;
    const word = foldedAt(reading, answer);
    const plain = /^(?:,|\.|;|and|but|while)$/.test(foldedAt(reading, answer + 1)) || answer + 1 >= to;
    if (!holder || !plain || !/^(?:yes|no|no\.|yes\.)$/.test(word)) continue;
    found.push(
      ruling(context, holder, links, null, null, {
        act: 'statement',
        modality: 'asserted',
        basis: 'position',
        complaint: word.startsWith('no') ? 'the answer is no' : null,
        doubt: 0.05,
        until: answer + 1,
      }),
    );
  }
  return found;
}
