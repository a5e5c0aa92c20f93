// The measured figures as docs/EVALUATION.md: one table, ours beside the references. Knows Markdown, not sets.
import type { Figures } from './baseline.ts';
import { references } from './references.ts';

const head = `# Evaluation

Figures on the development sets, written by \`pnpm evaluate --record\`; \`pnpm evaluate\` fails when one of them falls beyond the tolerance in \`evaluation/baseline.json\`. They are development figures: the rules were written with these sets in sight, on unseen text expect less. Shares run from 0 to 1. References are other systems' figures on the same sets (see \`evaluation/references.ts\`).
`;

/** The whole page. */
export function renderReport(figures: Readonly<Record<string, Figures>>): string {
  const rows = Object.entries(figures).flatMap(([set, values]) =>
    Object.entries(values).map(([name, value], index) => {
      const reference = references[set]?.[name];
      return `| ${index === 0 ? set : ''} | ${name} | ${showFigure(value)} | ${reference ? `${showFigure(reference[0])} ${reference[1]}` : ''} |`;
    }),
  );
  return `${head}\n| set | figure | ours | reference |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** Counts as they are, shares with three digits. */
export function showFigure(value: number): string {
  return Number.isInteger(value) && value !== 1 ? String(value) : value.toFixed(3);
}
