// The operations of the OpenAPI document as a test walks them: each with its scopes and parameters. For tests only.
import type { ApiScope } from '@civicwire/store';
import type { ApiUnderTest } from './api-under-test.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required: boolean;
  readonly schema: { readonly enum?: readonly string[]; readonly type?: string; readonly format?: string };
}

export interface DocumentedOperation {
  readonly method: string;
  readonly path: string;
  /** Null when the document asks for none. */
  readonly scopes: readonly ApiScope[] | null;
  readonly parameters: readonly Parameter[];
  readonly hasBody: boolean;
}

/** Every operation that the served document names. */
export async function documentedOperations(api: ApiUnderTest): Promise<DocumentedOperation[]> {
  const { json: document } = await api.ask('/openapi.json', { token: null });
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    // biome-ignore lint/suspicious/noExplicitAny: the document is what is tested
    Object.entries(methods as Record<string, any>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      scopes: operation.security?.[0]?.token ?? null,
      parameters: operation.parameters ?? [],
      hasBody: operation.requestBody !== undefined,
    })),
  );
}

/** The address of an operation, with these values of its path parameters and this query. */
export function addressOf(
  { path }: DocumentedOperation,
  values: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'a'.repeat(32)));
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

/** Values that each parameter takes, for one that must be there. */
export function usualValue({ name, schema }: Parameter): string {
  return schema.enum?.[0] ?? (name === 'q' ? 'council' : 'a'.repeat(32));
}
