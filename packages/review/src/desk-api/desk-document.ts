// The contract as an OpenAPI document. Knows the list of operations and the form of the document; answers nothing.
import { z } from 'zod';
import { problemSchema } from './contract/words.ts';
import { type DeskOperation, deskOperations } from './contract.ts';

/** A part of the document. */
type Json = Readonly<Record<string, unknown>>;

/** A schema as JSON Schema, which OpenAPI 3.1 takes as it is. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function parametersOf({ path, query }: DeskOperation): readonly Json[] {
  const inPath = path.includes('{id}') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : [];
  if (query === undefined) return inPath;
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

function operationOf(id: string, operation: DeskOperation): Json {
  const { role, about, body, answer, conflict } = operation;
  const problem = (description: string, schema: z.ZodType = problemSchema) => ({
    description,
    content: { 'application/problem+json': { schema: schemaOf(schema, 'output') } },
  });
  return {
    operationId: id,
    summary: about,
    'x-role': role,
    security: role === 'nobody' ? [] : [{ session: [role] }],
    parameters: parametersOf(operation),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } }),
    responses: {
      200: { description: about, content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
      400: problem('A parameter cannot be used; the answer names it and what was expected.'),
      ...(role === 'nobody' ? {} : { 401: problem('No open session.'), 403: problem('The role does not suffice.') }),
      ...(conflict === undefined ? {} : { 409: problem('Not as it was seen.', conflict) }),
    },
  };
}

/** The document. */
export function deskDocument(): Json {
  const operations = Object.entries<DeskOperation>(deskOperations);
  const byPath = Map.groupBy(operations, ([, { path }]) => path);
  return {
    openapi: '3.1.0',
    info: { title: 'Civicwire review desk', version: '1', license: { name: 'MIT' } },
    servers: [{ url: '/api/desk' }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'civicwire_review_PORT' } },
    },
    paths: Object.fromEntries(
      [...byPath].map(([path, list]) => [
        path,
        Object.fromEntries(list.map(([id, operation]) => [operation.method, operationOf(id, operation)])),
      ]),
    ),
  };
}
