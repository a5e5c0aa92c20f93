// The routes of the pages: what each reads from the store and shows. Every request here has a session (create-app.ts).
import type { FindingView, StoryView } from '@civicwire/store';
import type { Context, Hono } from 'hono';
import type { Desk, DeskEnv } from './create-app.ts';
import { findingKeys, findingPage, storyPage } from './finding/finding-page.ts';
import { readDecision } from './finding/read-decision.ts';
import { overviewKeys, overviewPage } from './overview/overview-page.ts';
import type { Html } from './page/html.ts';
import { layout, type PageParts, plainPage } from './page/layout.ts';
import { findingLink, queueLink } from './page/links.ts';
import { decidedNotice } from './page/notice.ts';
import { loadQueue, titleOf } from './queue/load-queue.ts';
import { findNeighbours, findNextToReview } from './queue/neighbours.ts';
import { forReview, needsReview, readFilter } from './queue/queue-filter.ts';
import { queueKeys, queuePage } from './queue/queue-page.ts';

export function addPages(app: Hono<DeskEnv>, desk: Desk): void {
  addQueue(app, desk);
  addStories(app, desk);
  addDecisions(app, desk);
  app.get('/overview', async (context) => {
    const { store, clock } = desk;
    const main = overviewPage({
      status: await store.status(),
      sources: await store.listSources(),
      nowMs: clock.nowMs(),
    });
    return show(context, desk, { title: 'Overview', active: 'overview', keys: overviewKeys, main });
  });
}

type Parts = Omit<PageParts, 'editor' | 'notice'>;

async function show(context: Context<DeskEnv>, { store }: Desk, parts: Parts): Promise<Response> {
  const done = context.req.query('done');
  const decided = done === undefined ? null : await store.getFinding(done);
  const notice: Html | null = decidedNotice(decided, readFilter(context.req.query()));
  return context.html(layout({ ...parts, editor: context.get('session').editor, notice }));
}

function addQueue(app: Hono<DeskEnv>, desk: Desk): void {
  app.get('/', async (context) => {
    const view = await loadQueue(desk.store, readFilter(context.req.query()), context.req.query('after') ?? null);
    if (view === null) return context.notFound();
    return show(context, desk, { title: 'Queue', active: 'queue', keys: queueKeys, main: queuePage(view) });
  });
}

function addStories(app: Hono<DeskEnv>, desk: Desk): void {
  const { store } = desk;
  app.get('/stories/:id', async (context) => {
    const view = await store.getStory(context.req.param('id'));
    if (view === null) return context.notFound();
    const filter = readFilter(context.req.query());
    const standing = view.findings.filter(({ status }) => status !== 'superseded');
    const chosen = standing.find(needsReview) ?? standing[0];
    if (chosen !== undefined) return context.redirect(findingLink(chosen.id, filter), 303);
    const title = titleOf(view) ?? 'Story without a title';
    return show(context, desk, { title, active: null, keys: overviewKeys, main: storyPage(view, filter) });
  });
  app.get('/findings/:id', async (context) => {
    const found = await store.getFinding(context.req.param('id'));
    const view = found === null ? null : await store.getStory(found.finding.storyId);
    if (found === null || view === null) return context.notFound();
    const main = await chosenFinding(context, desk, found, view);
    return show(context, desk, { title: found.finding.label, active: null, keys: findingKeys, main });
  });
}

async function chosenFinding(
  context: Context<DeskEnv>,
  { store, describeRule }: Desk,
  { finding, version, decisions }: FindingView,
  view: StoryView,
): Promise<Html> {
  const filter = readFilter(context.req.query());
  const from = context.req.query('from');
  return findingPage({
    view,
    finding,
    version,
    decisions,
    neighbours: await findNeighbours(store, filter, finding, view.findings),
    filter,
    from: from !== undefined && from !== finding.id && (await store.getFinding(from)) !== null ? from : null,
    ruleReads: describeRule(finding.rule),
    csrf: context.get('session').csrf,
  });
}

function addDecisions(app: Hono<DeskEnv>, { store, logger }: Desk): void {
  app.post('/findings/:id/decisions', async (context) => {
    const found = await store.getFinding(context.req.param('id'));
    if (found === null) return context.notFound();
    const { finding } = found;
    const filter = readFilter(context.req.query());
    const again = { href: findingLink(finding.id, filter), words: 'Look at the finding again' };
    const form = readDecision(finding.kind, context.get('form'));
    if (form === null) {
      return context.html(
        plainPage('Nothing was decided', 'The form was not complete: expected accept or reject.', again),
        400,
      );
    }
    if (form.seen !== finding.contentHash) {
      const sentence = 'The story was read anew while this page was open, so your decision was not taken.';
      return context.html(plainPage('This finding has changed', sentence, again), 409);
    }
    const { verdict, reason } = form;
    const { editor } = context.get('session');
    await store.decide({ findingId: finding.id, editor, verdict, ...(reason === null ? {} : { reason }) });
    logger.info('decision kept', { findingId: finding.id, verdict });
    const next = await findNextToReview(store, filter, finding);
    const notes = { done: finding.id };
    return context.redirect(
      next === null
        ? queueLink(forReview(filter), notes)
        : findingLink(next, forReview(filter), { ...notes, from: finding.id }),
      303,
    );
  });
}
