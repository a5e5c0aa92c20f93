// Kinds of parameters, each with what is expected of it in words. Everything that a stranger sends passes one of these.
import { z } from '@hono/zod-openapi';

/** No control characters and no half characters: nothing that a header, a log line or a database would trip over. */
const printable = /^[^\p{Cc}\p{Cs}]+$/u;

/** A short line of text. */
export const text = (about: string, lengthMax = 200) =>
  z
    .string(`expected text of 1 to ${lengthMax} characters, given once`)
    .max(lengthMax, `expected text of 1 to ${lengthMax} characters`)
    .regex(printable, `expected text of 1 to ${lengthMax} characters, none of them a control character`)
    .openapi({ description: about });

/** An id that the store made from content. */
export const id = (about: string) =>
  z
    .string('expected an id')
    .regex(/^[0-9a-f]{8,64}$/, 'expected an id: 8 to 64 hexadecimal digits in lower case')
    .openapi({ description: about });

/** A day as YYYY-MM-DD. */
export const day = (about: string) =>
  z
    .string('expected a day as YYYY-MM-DD, given once')
    .refine(isDay, { message: 'expected a day of the calendar as YYYY-MM-DD' })
    .openapi({ description: about, format: 'date' });

/** 31 February is none: what a date reads as must be what was written. */
function isDay(given: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(given) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(given);
}

/** true or false; 1 or 0 for the store. */
export const flag = (about: string) =>
  z
    .enum(['true', 'false'], 'expected true or false')
    .transform((given) => (given === 'true' ? 1 : 0))
    .openapi({ description: about, type: 'string', enum: ['true', 'false'] });

/** One of some words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words, about: string) =>
  z.enum(words, `expected one of ${words.join(', ')}`).openapi({ description: about });

/** One of some words, or another: the document names those that are known, and clients are ready for more. */
export const extensible = <Schema extends z.ZodType>(schema: Schema, words: readonly string[]): Schema =>
  schema.openapi({ 'x-extensible-enum': [...words] });

/** A whole number in decimal digits. */
export const wholeNumber = (about: string, min: number, max: number) => {
  const expected = `expected a whole number from ${min} to ${max}`;
  return z
    .string(expected)
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .pipe(z.int(expected).min(min, expected).max(max, expected))
    .openapi({ description: about, type: 'integer', minimum: min, maximum: max });
};

const limitUsual = 50;
const limitMax = 500;

/** What every list takes besides its filters. */
export const pageParameters = {
  limit: wholeNumber(`Rows a page; ${limitUsual} unless given.`, 1, limitMax).optional(),
  after: text('“next” of the page before; the beginning unless given.', 2_000).optional(),
};

/** Rows a page. */
export const limitOf = (given: number | undefined): number => given ?? limitUsual;
