// The parts of sources.yaml that hold for a time: when a source or feed is off, and rules for an outlet's pages.
// Knows shapes and days; reads no page.
import { type DatedPageRule, isPageSelector, isWithin, type Period } from '@civicwire/shared';
import { z } from 'zod';

const dayWords = 'a day such as 2026-06-30';
const day = z
  .string({ error: dayWords })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: dayWords })
  .refine((text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true, { error: dayWords });

interface WrittenPeriod {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

function isInOrder({ from, until }: WrittenPeriod): boolean {
  return from === undefined || until === undefined || from <= until;
}

const periodShape = { from: day.optional(), until: day.optional() };
const untilWords = 'a day that is not before from';

const offWords = 'true, false, or the days between which it is off, e.g. {from: 2026-06-01, until: 2026-08-31}';
export const off = z.union(
  [
    z.boolean(),
    z
      .strictObject(periodShape)
      .refine((period) => isInOrder(period) && (period.from ?? period.until) !== undefined, { error: offWords }),
  ],
  { error: offWords },
);

/** Always off, off between days, or null for on. */
export function readOff(written: z.infer<typeof off> | undefined): Period | null {
  if (written === undefined || written === false) return null;
  return written === true ? { from: null, until: null } : periodOf(written);
}

/** An address that has a switch of its own, and when it is off. */
export interface OffAddress extends Period {
  readonly url: string;
}

/** Whether an address of a source, or with null the source as a whole, is not to be polled now. */
export function isSwitchedOff(
  source: {
    readonly enabled: boolean;
    readonly off: Period | null;
    readonly offAddresses: readonly OffAddress[];
  },
  address: string | null,
  nowMs: number,
): boolean {
  const today = new Date(nowMs).toISOString();
  const own = source.offAddresses.find(({ url }) => url === address);
  return [source.off, own].some((period) => period && isWithin(period, today)) || !source.enabled;
}

function periodOf({ from, until }: WrittenPeriod): Period {
  return { from: from ?? null, until: until ?? null };
}

const selectorWords = 'a selector of names, .classes, #ids, [attributes] and descendants, e.g. ".story-text p"';
const selector = z.string({ error: selectorWords }).trim().refine(isPageSelector, { error: selectorWords });
const selectors = z.union([selector.transform((one) => [one]), z.array(selector, { error: selectorWords })], {
  error: selectorWords,
});

const bodyRule = z
  .strictObject(
    {
      ...periodShape,
      keep: selectors.optional(),
      remove: selectors.optional(),
      title: selector.optional(),
      byline: selector.optional(),
      date: selector.optional(),
    },
    { error: 'a rule: from, until, keep, remove, title, byline, date' },
  )
  .superRefine((rule, context) => {
    if (!isInOrder(rule)) context.addIssue({ code: 'custom', path: ['until'], message: untilWords });
    const says = [rule.keep, rule.remove, rule.title, rule.byline, rule.date];
    if (says.every((one) => one === undefined))
      context.addIssue({ code: 'custom', message: 'a rule that says something: keep, remove, title, byline or date' });
  });

/** Keys of a rule and of a period, for the suggestion beside an unknown one. */
export const ruleKeys: readonly string[] = Object.keys(bodyRule.shape);

export const bodyRules = z
  .array(bodyRule, { error: 'a list of rules, each with from, until and selectors' })
  .superRefine((rules, context) => {
    for (const [at, rule] of rules.entries()) {
      const before = rules.slice(0, at).findIndex((other) => overlap(other, rule));
      if (before >= 0)
        context.addIssue({
          code: 'custom',
          path: [at],
          message: `days of its own: body_rules[${before}] holds for some of them too`,
        });
    }
  });

function overlap(one: WrittenPeriod, other: WrittenPeriod): boolean {
  const starts = (period: WrittenPeriod) => period.from ?? '0000-00-00';
  const ends = (period: WrittenPeriod) => period.until ?? '9999-99-99';
  return starts(one) <= ends(other) && starts(other) <= ends(one);
}

/** The rules as extraction takes them. */
export function readBodyRules(written: z.infer<typeof bodyRules> | undefined): DatedPageRule[] {
  return (written ?? []).map((rule) => ({
    ...periodOf(rule),
    keep: rule.keep ?? [],
    remove: rule.remove ?? [],
    title: rule.title ?? null,
    byline: rule.byline ?? null,
    date: rule.date ?? null,
  }));
}
