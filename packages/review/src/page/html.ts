// The one way to make HTML: a template that escapes every value. Knows no page. Nothing in this package uses `raw`.
import { html } from 'hono/html';

export { html };
/** Markup that was made by `html`. A plain string is text and is escaped wherever it is put. */
export type Html = ReturnType<typeof html>;
