// Which item is on screen, which come next, and who holds them. Knows the server and the state, no screen.
import { writeAddress } from './address.ts';
import type { Core } from './core.ts';
import { currentItem, type DeskState, isTaken, mayDecide, neighbour, withItem } from './desk-state.ts';

/** Items held and fetched ahead: enough for quick keys, few enough to leave some for others. */
const upcomingMax = 2;
const retryMs = 2_000;

/** Shows an item, and takes it where it may be decided. */
export async function open(core: Core, id: string): Promise<void> {
  const before = core.get().currentId;
  if (before !== null && before !== id) giveBack(core, before);
  const isHeld = core.get().upcoming.includes(id) && core.get().items[id] !== undefined;
  core.set((state) => ({
    ...state,
    currentId: id,
    upcoming: state.upcoming.filter((other) => other !== id),
    heldBy: null,
    story: state.items[id] === undefined ? 'loading' : 'ready',
  }));
  writeAddress(core.get());
  if (!isHeld) await Promise.all([fetchItem(core, id), take(core, id)]);
  void fill(core);
}

/** Reads an item anew. */
export async function fetchItem(core: Core, id: string): Promise<void> {
  const answer = await core.api.call('get_item', { id });
  if (answer.kind === 'done') {
    core.set((state) => {
      const known = withItem(state, answer.answer);
      return state.currentId === id ? { ...known, story: 'ready' } : known;
    });
    return;
  }
  if (core.get().currentId !== id || core.get().items[id] !== undefined) return;
  core.set((state) => ({ ...state, story: answer.kind === 'lost' ? 'failed' : 'gone' }));
}

async function take(core: Core, id: string): Promise<void> {
  if (!mayDecide(core.get())) return;
  const answer = await core.api.call('lease_item', { id });
  if (core.get().currentId !== id) {
    if (answer.kind === 'done' && !core.get().upcoming.includes(id)) release(core, id);
    return;
  }
  const lease = answer.kind === 'refused' ? (answer.body as { lease?: { editor?: string } }).lease : undefined;
  core.set((state) => ({ ...state, heldBy: lease?.editor ?? null }));
}

/** Gives an item back that was held and not decided. */
function giveBack(core: Core, id: string): void {
  const { decided, upcoming } = core.get();
  if (decided[id] === undefined && !upcoming.includes(id)) release(core, id);
}

export function release(core: Core, id: string): void {
  if (mayDecide(core.get())) void core.api.call('release_item', { id });
}

/** Goes on to the next free item; it is most often here already. */
export async function goNext(core: Core): Promise<void> {
  const { upcoming, currentId, decided, items } = core.get();
  if (currentId !== null) giveBack(core, currentId);
  const id = upcoming.find((other) => decided[other] === undefined && items[other] !== undefined);
  if (id !== undefined) {
    core.set((state) => ({ ...shown(state, id), story: 'ready' }));
    writeAddress(core.get());
    void fill(core);
    return;
  }
  core.set((state) => ({ ...state, currentId: null, heldBy: null, story: 'loading' }));
  await openFirst(core, currentId);
}

/** Takes the first free item of the queue, or the first one after another. */
export async function openFirst(core: Core, after: string | null = null): Promise<void> {
  const { generation } = core;
  const { filter, order, rows } = core.get();
  if (!mayDecide(core.get())) {
    const first = rows[0];
    if (first !== undefined) await open(core, first.id);
    else core.set((state) => ({ ...state, story: 'empty' }));
    return;
  }
  const answer = await core.api.call('take_next', { body: { filter, order, ...(after === null ? {} : { after }) } });
  const item = answer.kind === 'done' ? answer.answer.item : null;
  if (generation !== core.generation || core.get().currentId !== null) {
    if (item !== null && !isTaken(core.get(), item.id)) release(core, item.id);
    return;
  }
  if (answer.kind === 'lost') {
    core.set((state) => ({ ...state, story: 'failed' }));
    setTimeout(() => retry(core, generation, after), retryMs);
    return;
  }
  if (item === null || core.get().decided[item.id] !== undefined) {
    core.set((state) => ({ ...state, story: 'empty' }));
    return;
  }
  core.set((state) => ({ ...shown(withItem(state, item), item.id), story: 'ready' }));
  writeAddress(core.get());
  void fill(core);
}

/** The state with an item of this session on screen. What comes before it among those ahead was decided or is gone. */
function shown(state: DeskState, id: string): DeskState {
  const upcoming = state.upcoming.slice(state.upcoming.indexOf(id) + 1);
  return { ...state, currentId: id, upcoming, heldBy: null };
}

/** Looks again where nothing was left while decisions were under way: what seemed to be left was one of those. */
export async function resume(core: Core): Promise<void> {
  const { currentId, story, outbox } = core.get();
  if (currentId === null && story === 'empty' && outbox.letters.length === 0) await openFirst(core);
}

function retry(core: Core, generation: number, after: string | null): void {
  const { story, currentId } = core.get();
  if (story === 'failed' && currentId === null && generation === core.generation) void openFirst(core, after);
}

/** Takes items ahead, so that the next one is there when it is asked for. */
export async function fill(core: Core): Promise<void> {
  if (core.isFilling || !mayDecide(core.get())) return;
  core.isFilling = true;
  const { generation } = core;
  try {
    while (core.get().upcoming.length < upcomingMax && core.get().currentId !== null) {
      const { filter, order, upcoming, currentId } = core.get();
      const after = upcoming.at(-1) ?? currentId ?? '';
      const answer = await core.api.call('take_next', { body: { filter, order, after } });
      const item = answer.kind === 'done' ? answer.answer.item : null;
      if (item === null || isTaken(core.get(), item.id)) return;
      if (generation !== core.generation) {
        release(core, item.id);
        return;
      }
      core.set((state) => ({ ...withItem(state, item), upcoming: [...state.upcoming, item.id] }));
    }
  } finally {
    core.isFilling = false;
  }
}

/** The row below or above the one on screen. */
export async function move(core: Core, by: 1 | -1): Promise<void> {
  const row = neighbour(core.get(), by);
  if (row !== null) await open(core, row.id);
  else core.say(by === 1 ? 'This is the last of the list.' : 'This is the first of the list.');
}

/** Keeps what is held for ten more minutes. */
export async function beat(core: Core): Promise<void> {
  const { currentId, upcoming, decided } = core.get();
  if (!mayDecide(core.get())) return;
  for (const id of upcoming) {
    const answer = await core.api.call('lease_item', { id });
    if (answer.kind === 'refused') {
      core.set((state) => ({ ...state, upcoming: state.upcoming.filter((other) => other !== id) }));
    }
  }
  if (currentId !== null && decided[currentId] === undefined && currentItem(core.get()) !== null) {
    await take(core, currentId);
  }
}
