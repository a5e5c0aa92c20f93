// The desk itself: signs on, reads the queue, keeps the outbox going, and gives screens one object to call. Knows the browser.
import { createApi } from '../api/api.ts';
import { letterBox } from '../outbox/letter-box.ts';
import { createOutbox, type Letter, type Reply } from '../outbox/outbox.ts';
import { readAddress } from './address.ts';
import { type Core, createCore } from './core.ts';
import { restoreConflicts, settle } from './decision-actions.ts';
import { type DeskSession, mayDecide } from './desk-state.ts';
import { beat, open, openFirst } from './item-actions.ts';
import { loadQueue, loadViews } from './queue-actions.ts';

const beatMs = 60_000;

/** The desk before anybody is known to be there; `start` asks. */
export function createDesk(): Core {
  const api = createApi(() =>
    core.set((state) => (state.session === null ? state : { ...state, session: { ...state.session, csrf: null } })),
  );
  const core = createCore(api);
  return core;
}

/** Asks who is here; pages beside the desk take no items from anybody (`takesItems`). Returns the way to stop timers and listeners. */
export function start(core: Core, takesItems: boolean): () => void {
  const timer = setInterval(() => void beat(core), beatMs);
  const retry = () => core.outbox?.tryNow();
  const leave = (event: BeforeUnloadEvent) => {
    if (core.get().outbox.unsafe) event.preventDefault();
  };
  const goAway = () => giveAllBack(core);
  addEventListener('online', retry);
  addEventListener('beforeunload', leave);
  addEventListener('pagehide', goAway);
  void enter(core, takesItems);
  return () => {
    clearInterval(timer);
    removeEventListener('online', retry);
    removeEventListener('beforeunload', leave);
    removeEventListener('pagehide', goAway);
    core.outbox?.stop();
  };
}

/** The session as the server has it; false when it cannot be reached. */
async function enter(core: Core, takesItems: boolean): Promise<void> {
  const session = await core.api.call('get_session', {});
  if (session.kind !== 'done') {
    setTimeout(() => void enter(core, takesItems), 2_000);
    core.set((state) => ({ ...state, queue: 'failed', story: 'failed' }));
    return;
  }
  await come(core, session.answer, takesItems);
}

/** Takes a session up: after a sign-in, or at the start. */
export async function come(core: Core, session: DeskSession, takesItems = true): Promise<void> {
  core.api.setCsrf(session.csrf);
  const before = core.get().session?.user?.id;
  core.set((state) => ({ ...state, session }));
  const { user } = session;
  if (user === null) return;
  if (user.id === before && core.outbox !== null) {
    core.outbox.tryNow();
    return;
  }
  openOutbox(core, user.id);
  if (!takesItems) return;
  const { filter, order, itemId } = readAddress(location.search);
  core.set((state) => ({ ...state, filter, order }));
  void loadViews(core);
  void restoreConflicts(core);
  if (mayDecide(core.get())) {
    await Promise.all([loadQueue(core), itemId === null ? openFirst(core) : open(core, itemId)]);
  } else {
    await loadQueue(core);
    await (itemId === null ? openFirst(core) : open(core, itemId));
  }
}

/** Ends the session here and at the server. Letters of this editor stay on this computer until he or she comes again. */
export async function leave(core: Core): Promise<void> {
  await core.api.call('sign_out', {});
  core.outbox?.stop();
  location.assign('/');
}

function openOutbox(core: Core, editorId: string): void {
  core.outbox?.stop();
  core.outbox = createOutbox({
    box: letterBox(localStorage, editorId),
    send: (letter) => send(core, letter),
    settled: (letter, reply) => settle(core, letter, reply),
    changed: (outbox) => core.set((state) => ({ ...state, outbox })),
    later: (task, afterMs) => {
      const timer = setTimeout(task, afterMs);
      return () => clearTimeout(timer);
    },
  });
  const kept = core.outbox.state();
  core.set((state) => ({ ...state, outbox: kept }));
  if (kept.letters.length > 0) core.outbox.tryNow();
}

async function send(core: Core, { path, body }: Letter): Promise<Reply> {
  const outcome = await core.api.post(path, body);
  if (outcome.kind === 'lost') return { kind: 'lost' };
  if (outcome.kind === 'done') return { kind: 'done', answer: outcome.answer };
  const { status, problem, body: answer } = outcome;
  if (status === 409) return { kind: 'conflict', answer };
  // Too many at once, or the server's own fault: it is to be sent again.
  if (status === 429) return { kind: 'lost' };
  if (status >= 500) return { kind: 'failed' };
  return status === 401 ? { kind: 'signed-out' } : { kind: 'refused', words: problem.detail || problem.title };
}

function giveAllBack(core: Core): void {
  const { currentId, upcoming, decided } = core.get();
  if (!mayDecide(core.get())) return;
  for (const id of [currentId, ...upcoming]) {
    if (id !== null && decided[id] === undefined) void core.api.call('release_item', { id });
  }
}
