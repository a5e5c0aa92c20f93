// What we measured last, and how far a figure may fall. Knows numbers, not sets.
import { z } from 'zod';

export type Figures = Readonly<Record<string, number>>;

const baselineSchema = z.object({
  /** Largest fall that passes: `default`, or by the figure's name. */
  tolerance: z.record(z.string(), z.number()),
  figures: z.record(z.string(), z.record(z.string(), z.number())),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** Figures of which less is better. */
const lowerIsBetter = /^(?:wrong|invented|extra|not officials|non-US|tail|false|unsafe)/;

/** Parses baseline.json. Throws when it is malformed. */
export function readBaseline(json: string): Baseline {
  return baselineSchema.parse(JSON.parse(json));
}

export function serialiseBaseline(baseline: Baseline): string {
  const rounded = Object.fromEntries(
    Object.entries(baseline.figures).map(([set, figures]) => [
      set,
      Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1e4) / 1e4])),
    ]),
  );
  return `${JSON.stringify({ tolerance: baseline.tolerance, figures: rounded }, null, 2)}\n`;
}

/** One sentence for each figure that is worse than the baseline by more than its tolerance, or that is gone. */
export function compare(set: string, figures: Figures, baseline: Baseline): string[] {
  const problems: string[] = [];
  for (const [name, before] of Object.entries(baseline.figures[set] ?? {})) {
    const now = figures[name];
    const tolerance = baseline.tolerance[name] ?? baseline.tolerance.default ?? 0;
    if (now === undefined) problems.push(`${set}, ${name}: was ${before}, is no longer measured`);
    else if (lowerIsBetter.test(name) ? now > before + tolerance : now < before - tolerance)
      problems.push(`${set}, ${name}: was ${before}, is ${now.toFixed(4)} (tolerance ${tolerance})`);
  }
  return problems;
}
