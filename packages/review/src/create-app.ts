// Every route of the review server, behind the checks that every request passes. Knows HTTP; listens on nothing.

import type { Clock, Logger } from '@civicwire/shared';
import type { DoubleReviewPolicy, Store } from '@civicwire/store';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Door } from './access/door.ts';
import type { Entrance } from './access/entrance.ts';
import { plainPage } from './access/plain-page.ts';
import { isOwnHost } from './access/request-checks.ts';
import { responseHeaders } from './access/response-headers.ts';
import { createApi } from './api/create-api.ts';
import { createDeskApi } from './desk-api/create-desk-api.ts';
import type { PlacesNamed } from './desk-api/handlers.ts';
import type { NearRules } from './desk-api/item/near-rules.ts';
import { addWebFiles } from './web-files.ts';

/** What the routes work with. */
export interface Desk {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly describeRule: (ruleId: string) => string | null;
  readonly describeIssue: (issue: string) => string | null;
  readonly nearRules: NearRules;
  readonly placesNamed: PlacesNamed;
  readonly policy: DoubleReviewPolicy;
}

/** How people come in, and under which address. */
export interface Access {
  readonly door: Door;
  /** Null: people sign in. */
  readonly entrance: Entrance | null;
  readonly publicOrigin: string | null;
  /** The port that is listened on, known once it listens. */
  readonly port: () => number;
}

/** What the server tells of each request. */
export interface DeskEnv {
  readonly Bindings: HttpBindings;
}

/**
 * The application: the API under /api/v1, what the desk's page asks under /api/desk, that page under /desk. `stopped` ends
 * streams.
 */
export function createApp(desk: Desk, access: Access, stopped: AbortSignal): Hono<DeskEnv> {
  const { door, publicOrigin, port } = access;
  const app = new Hono<DeskEnv>();
  const { logger } = desk;
  app.onError((error, context) => {
    logger.error('review request failed', { path: context.req.path, error: String(error) });
    return context.html(
      plainPage('Something went wrong', 'The program’s log says what. Your decisions so far are kept.'),
      500,
    );
  });
  const refuse = (context: Context<DeskEnv>, title: string, sentence: string) => {
    logger.warn('review request refused', { path: context.req.path, reason: title });
    return context.html(plainPage(title, sentence), 403);
  };
  app.use(responseHeaders(publicOrigin?.startsWith('https://') === true));
  app.use(async (context, next) => {
    if (isOwnHost(port(), context.req.header('host'), publicOrigin)) return next();
    return refuse(context, 'Wrong address', 'This server answers only to the address that civicwire review printed.');
  });
  app.route('/api/v1', createApi({ ...desk, sessionOf: (context) => door.sessionOf(context), publicOrigin, stopped }));
  app.route('/api/desk', createDeskApi({ ...desk, ...access }));
  // The page holds no secret and shows nothing by itself: who is nobody is shown the door by it.
  addWebFiles(app, ['/desk', '/desk/*'], logger);
  app.get('/', (context) => context.redirect('/desk', 303));
  addEntrance(app, desk, access, refuse);
  app.notFound((context) =>
    context.html(
      plainPage('Not found', 'There is nothing at this address.', { href: '/desk', words: 'Go to the desk' }),
      404,
    ),
  );
  return app;
}

type Refuse = (context: Context<DeskEnv>, title: string, sentence: string) => Response | Promise<Response>;

/** The exchange of the one-time token for a session. */
function addEntrance(app: Hono<DeskEnv>, { store }: Desk, { door, entrance }: Access, refuse: Refuse): void {
  app.get('/enter', async (context) => {
    // A preview of the address must not use it up: only a person's visit opens the session.
    const isVisit = context.req.raw.method === 'GET' && context.req.header('sec-purpose') === undefined;
    const secret = isVisit ? (entrance?.exchange(context.req.query('token')) ?? null) : null;
    if (secret === null) {
      return refuse(
        context,
        'This address is no longer good',
        'Each address opens the desk once. Start civicwire review again and open the address that it prints; a page that is open already goes on working.',
      );
    }
    // What the editor held before the program was started anew is free again: nobody waits for a session that is gone.
    const session = entrance?.sessionOf(secret) ?? null;
    if (session !== null) await store.desk.releaseEditor(session.editor);
    door.remember(context, secret);
    return context.redirect('/desk', 303);
  });
}
