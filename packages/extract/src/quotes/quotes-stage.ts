// Finds quotes and who said them. Knows the order of its steps: marks, units, attributions, rules, leftovers, speakers.
import type { Quote } from '@civicwire/shared';
import type { Document } from '../document.ts';
import { spanOf } from '../reading/reading.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { Stage } from '../stage.ts';
import { findAttributions } from './attributions.ts';
import type { QuoteContext } from './context.ts';
import { type CueWords, classifyCueWords } from './cue-words.ts';
import { readLeftovers } from './leftovers.ts';
import { readMarks } from './marks.ts';
import type { Voice } from './mentions.ts';
import { attributionRules } from './rules/index.ts';
import { createSpeakerResolver } from './speakers.ts';
import { findUnits, hitMask } from './units.ts';
import { kindOf, type Utterance } from './utterance.ts';

/**
 * The stage that fills `quotes`, in text order; it reads `people`, `organizations` and `officials`.
 * A story without speech gets an empty list. What it left out is said in one note per reason.
 */
export function createQuotesStage(vocabulary: Vocabulary): Stage {
  const words = classifyCueWords(vocabulary);
  return { name: 'quotes', run: (document) => findQuotes(document, words) };
}

function findQuotes(document: Document, words: CueWords): Document {
  const { reading } = document;
  const view = readMarks(reading);
  const classes = words.ofAll(reading.ids);
  const context: QuoteContext = {
    document,
    reading,
    words,
    classes,
    view,
    units: findUnits(reading, view, classes, hitMask(words)),
  };
  const claimed = new Int32Array(reading.count).fill(-1);
  const utterances = attributeUnits(context, claimed);
  const leftovers = readLeftovers(context, utterances, claimed);
  for (const { span, previous, rule } of leftovers.quotes) {
    utterances.push({
      rule,
      from: span.from,
      to: span.to,
      speaker: previous?.speaker ?? null,
      cue: previous?.cue ?? null,
      group: previous?.group ?? span.from,
    });
  }
  const notes = [...leftovers.refused].map(([reason, count]) => `${count} × ${reason}`);
  return { ...document, quotes: toQuotes(context, utterances, notes), notes: [...document.notes, ...notes] };
}

/** Runs the rules over each unit in order; words that an earlier rule claimed are not given again. */
function attributeUnits(context: QuoteContext, claimed: Int32Array): Utterance[] {
  const utterances: Utterance[] = [];
  // One attribution serves one rule: behind “A,” Ruiz said stands no clause that she said as well.
  const ruleOf = new Map<number, string>();
  context.units.forEach((unit, index) => {
    if (unit.hits.length === 0 && unit.spans.length === 0) return;
    const attributions = findAttributions(context, unit);
    for (const rule of attributionRules) {
      if ((rule.needs === 'attributions' ? attributions : unit[rule.needs]).length === 0) continue;
      for (const utterance of rule.match(context, unit, index, attributions)) {
        if ((ruleOf.get(utterance.group) ?? rule.id) !== rule.id) continue;
        if (isClaimed(claimed, utterance.from, utterance.to)) continue;
        ruleOf.set(utterance.group, rule.id);
        claimed.fill(utterances.length, utterance.from, utterance.to);
        utterances.push(utterance);
      }
    }
  });
  return utterances;
}

function isClaimed(claimed: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((claimed[i] ?? -1) >= 0) return true;
  return false;
}

/** Resolves speakers in the order in which the text names them, then lists the quotes in text order. */
function toQuotes(context: QuoteContext, utterances: readonly Utterance[], notes: string[]): Quote[] {
  if (utterances.length === 0) return [];
  const resolve = createSpeakerResolver(context);
  const voices = new Map<number, Voice | null>();
  const unclear = new Map<string, number>();
  const contents = Map.groupBy(utterances, (utterance) => utterance.speaker?.from ?? -1);
  for (const { speaker } of [...utterances].sort((a, b) => (a.speaker?.from ?? 0) - (b.speaker?.from ?? 0))) {
    if (!speaker || voices.has(speaker.from)) continue;
    const { voice, why } = resolve(speaker, contents.get(speaker.from) ?? []);
    voices.set(speaker.from, voice);
    if (why) unclear.set(why, (unclear.get(why) ?? 0) + 1);
  }
  for (const [why, count] of unclear) notes.push(`${count} × speaker unclear: ${why}`);
  const parts = new Map<number, number>();
  return [...utterances]
    .sort((a, b) => a.from - b.from)
    .map((utterance) => {
      const { from, to, speaker, cue, group, rule } = utterance;
      const part = parts.get(group) ?? 0;
      parts.set(group, part + 1);
      const voice = speaker && voices.get(speaker.from);
      return {
        ...spanOf(context.reading, from, to),
        kind: kindOf(context, utterance),
        group: `q${group}`,
        part,
        speaker: speaker && spanOf(context.reading, speaker.from, speaker.to),
        speakerName: voice?.name ?? null,
        speakerType: voice?.type ?? 'unknown',
        cue: cue && spanOf(context.reading, cue.from, cue.to),
        rule,
      };
    });
}
