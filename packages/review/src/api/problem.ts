// What the API answers when it cannot do what was asked: problem+json (RFC 9457) that names the parameter and what was
// expected. Knows HTTP; knows no endpoint.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const titles: Readonly<Record<number, string>> = {
  400: 'A parameter cannot be used',
  401: 'A token is needed',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not as expected',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Not JSON',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Try again later',
};

/** A parameter that is wrong. `in` is query, path, header or body. */
export interface ParameterProblem {
  readonly in: string;
  readonly name: string;
  /** What was expected, beginning with “expected”. */
  readonly problem: string;
}

export const problemSchema = z
  .object({
    type: z.string().openapi({ description: 'about:blank: the status says what kind of problem it is.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'What is wrong and what was expected.' }),
    errors: z.array(z.object({ in: z.string(), name: z.string(), problem: z.string() })).optional(),
  })
  .openapi('Problem');

/** Thrown by a handler to answer with a problem. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode;
  readonly errors: readonly ParameterProblem[];
  constructor(status: ContentfulStatusCode, detail: string, errors: readonly ParameterProblem[] = []) {
    super(detail);
    this.name = 'ProblemError';
    this.status = status;
    this.errors = errors;
  }
}

/** A problem with one parameter. */
export function parameterProblem(place: ParameterProblem['in'], name: string, problem: string): ProblemError {
  return new ProblemError(400, `${place} parameter ${name}: ${problem}`, [{ in: place, name, problem }]);
}

/** The answer. `headers` are set besides. */
export function problemAnswer(
  context: Context,
  status: ContentfulStatusCode,
  detail: string,
  errors: readonly ParameterProblem[] = [],
  headers: Readonly<Record<string, string>> = {},
): Response {
  const title = titles[status] ?? 'Problem';
  const problem = { type: 'about:blank', title, status, detail, ...(errors.length === 0 ? {} : { errors }) };
  return context.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json', ...headers });
}

const places: Readonly<Record<string, string>> = { param: 'path', json: 'body' };

/** A failed check of parameters as a problem. `target` is Hono's word for where they stand. */
export function validationAnswer(context: Context, target: string, issues: readonly z.core.$ZodIssue[]): Response {
  const place = places[target] ?? target;
  const errors = issues.flatMap((issue): ParameterProblem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ in: place, name, problem: 'expected no parameter of this name' }))
      : [{ in: place, name: issue.path.join('.'), problem: issue.message }],
  );
  const detail = errors.map(({ name, problem }) => `${place} parameter ${name}: ${problem}`).join('; ');
  return problemAnswer(context, 400, detail.slice(0, 2_000), errors.slice(0, 20));
}
