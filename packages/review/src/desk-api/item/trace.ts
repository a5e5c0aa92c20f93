// A sign trace, as the rules write it, step by step and as a sentence for people. Pure; knows the trace's form alone:
// “voted for (+1) × to end (−1) × “the agreement” (+1 towards agreements) = −1: opposes”.

export interface TraceStep {
  readonly words: string;
  /** 0: without a sign. */
  readonly sign: 1 | -1 | 0;
}

/** The words, quoted or not, and the sign; packs say besides towards which issue it points. */
const signAtEnd = /^“?(.*?)”?\s*\(([+−-]?)(\d)(?: towards [^()]*)?\)\s*$/u;

/** The factors; empty for a text of another form. */
export function traceSteps(trace: string): TraceStep[] {
  const factors = trace.split(' = ')[0] ?? '';
  const steps = factors.split(' × ').map((factor): TraceStep | null => {
    const [, words = '', sign, digit] = signAtEnd.exec(factor.slice(0, 1_000)) ?? [];
    // A trace within a trace is cut in the middle: its brackets tell.
    if (digit === undefined || words.split('(').length !== words.split(')').length) return null;
    return { words, sign: digit === '0' ? 0 : sign === '−' || sign === '-' ? -1 : 1 };
  });
  return steps.every((step) => step !== null) ? steps : [];
}

/** The trace as a sentence; the trace itself when it has another form. */
export function traceSentence(trace: string): string {
  const steps = traceSteps(trace);
  const result = /:\s*([^:]+)$/.exec(trace)?.[1]?.trim();
  if (steps.length === 0 || result === undefined) return trace;
  const told = steps.map(({ words, sign }, at) => {
    const quoted = `“${words}”`;
    if (sign === 0) return `${quoted} takes no side`;
    if (at === 0) return sign === 1 ? `${quoted} speaks for what follows` : `${quoted} speaks against what follows`;
    if (at === steps.length - 1) {
      return sign === 1
        ? `${quoted} is what the issue asks for`
        : `${quoted} is the contrary of what the issue asks for`;
    }
    return sign === 1 ? `${quoted} keeps the side` : `${quoted} turns it round`;
  });
  return `${told.join(', ')}: together, ${result}.`;
}
