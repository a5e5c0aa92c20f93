// Every route of the review server, behind the checks that every request passes. Knows HTTP; listens on nothing.

import type { Clock, Logger } from '@civicwire/shared';
import type { DoubleReviewPolicy, Store } from '@civicwire/store';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Door } from './access/door.ts';
import type { Entrance } from './access/entrance.ts';
import type { Session } from './access/person.ts';
import { isOwnHost, isOwnOrigin } from './access/request-checks.ts';
import { responseHeaders } from './access/response-headers.ts';
import { sameSecret } from './access/secrets.ts';
import { createApi } from './api/create-api.ts';
import { readAssets } from './assets.ts';
import { createDeskApi } from './desk-api/create-desk-api.ts';
import type { PlacesNamed } from './desk-api/handlers.ts';
import { plainPage } from './page/layout.ts';
import { addPages } from './pages.ts';
import { addWebFiles } from './web-files.ts';

/** What the routes work with. */
export interface Desk {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly describeRule: (ruleId: string) => string | null;
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

/** `session` is there on every route behind the door; `form` on every POST. */
export interface DeskEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: { session: Session; form: Readonly<Record<string, unknown>> };
}

/** A form of ours is far below this, even with the longest reason. */
const formBytesMax = 16 * 1024;

/**
 * The application: the API under /api/v1, what the desk's page asks under /api/desk, that page under /desk, the older pages
 * elsewhere. `stopped` ends streams.
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
  addWebFiles(app, ['/desk', '/desk/*']);
  addDoor(app, access, refuse);
  addFormChecks(app, publicOrigin, refuse);
  const assets = readAssets();
  app.get('/assets/:name', (context) => {
    const asset = assets.get(context.req.param('name'));
    return asset === undefined ? context.notFound() : context.body(asset.body, 200, { 'content-type': asset.type });
  });
  // The older pages know no roles.
  if (door.mode === 'single') addPages(app, desk);
  else app.get('/', (context) => context.redirect('/desk', 303));
  app.notFound((context) => {
    const sentence = 'There is nothing at this address, or it is no longer in the database.';
    return context.html(plainPage('Not found', sentence, { href: '/', words: 'Go to the queue' }), 404);
  });
  return app;
}

type Refuse = (context: Context<DeskEnv>, title: string, sentence: string) => Response | Promise<Response>;

/** The exchange of the one-time token for a session, and the guard that lets nobody past without one. */
function addDoor(app: Hono<DeskEnv>, { door, entrance }: Access, refuse: Refuse): void {
  app.get('/enter', (context) => {
    // A preview of the address must not use it up: only a person's visit opens the session.
    const isVisit = context.req.raw.method === 'GET' && context.req.header('sec-purpose') === undefined;
    const secret = isVisit ? (entrance?.exchange(context.req.query('token')) ?? null) : null;
    if (secret === null) {
      return refuse(
        context,
        'This address is no longer good',
        'Each address opens the review page once. Start civicwire review again and open the address that it prints; a page that is open already goes on working.',
      );
    }
    door.remember(context, secret);
    return context.redirect('/desk', 303);
  });
  app.use(async (context, next) => {
    const session = await door.sessionOf(context);
    if (session === null) {
      return refuse(
        context,
        'Please come in by the printed address',
        'This page opens with the one-time address that civicwire review prints when it starts. A session ends after twelve hours without use.',
      );
    }
    context.set('session', session);
    return next();
  });
}

/** No form is read unless it is small, comes from a page of ours and carries the session's secret. */
function addFormChecks(app: Hono<DeskEnv>, publicOrigin: string | null, refuse: Refuse): void {
  const tooLarge = (context: Context) =>
    context.html(plainPage('Too much', `A form may have ${formBytesMax} bytes.`), 413);
  app.use(bodyLimit({ maxSize: formBytesMax, onError: tooLarge }));
  app.use(async (context, next) => {
    const { method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    const foreign = () =>
      refuse(
        context,
        'Not from this page',
        'The form did not come from a page of this session. Load the page again and repeat.',
      );
    if (method !== 'POST') return foreign();
    if (!isOwnOrigin(context.req.header('host'), context.req.header('origin'), publicOrigin)) return foreign();
    const isForm = context.req.header('content-type')?.split(';')[0]?.trim() === 'application/x-www-form-urlencoded';
    const form = isForm ? await context.req.parseBody() : {};
    const { csrf } = form;
    if (!sameSecret(context.get('session').csrf, typeof csrf === 'string' ? csrf : undefined)) return foreign();
    context.set('form', form);
    return next();
  });
}
