// Decisions on their way to the server: kept until the server has answered, sent in order, sent again after a lost
// connection. Knows letters and replies; knows no HTTP, no storage and no page.

/** Something that is to reach the server once. The server tells letters apart by `id`: sending one twice does it once. */
export interface Letter {
  readonly id: string;
  readonly atMs: number;
  /** What its answer means; the outbox does not look at it. */
  readonly kind: 'decision' | 'undo' | 'note';
  readonly path: string;
  readonly body: unknown;
  /** The finding that it is about; null for several or none. */
  readonly about: string | null;
  /** For the list of what is not sent yet: "accept: Ana Ruiz opposes …". */
  readonly words: string;
}

/** What became of a letter. `lost`, `failed` (by the server’s own fault) and `signed-out` leave it in the outbox to be sent again. */
export type Reply =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'conflict'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'signed-out' };

export interface OutboxState {
  /** Waiting or under way, oldest first. */
  readonly letters: readonly Letter[];
  /** Ids of those on which the server failed again and again: the others go out before them, these when somebody asks for it. */
  readonly aside: readonly string[];
  /**
   * `open`: letters go out at once. `lost`: the server cannot be reached. `failing`: it failed on a letter, which is sent again
   * in a moment. `signed-out`: it wants a sign-in first.
   */
  readonly line: 'open' | 'lost' | 'failing' | 'signed-out';
  /** A letter could not be written to this computer: it is lost if the page is closed now. */
  readonly unsafe: boolean;
}

/** How a letter has left the outbox. */
export type Settled = Exclude<Reply, { kind: 'lost' | 'failed' | 'signed-out' }>;

export interface LetterBox {
  /** All that were kept, oldest first. */
  read(): readonly Letter[];
  /** False when it could not be kept. */
  keep(letter: Letter): boolean;
  forget(id: string): void;
}

interface OutboxParts {
  readonly box: LetterBox;
  readonly send: (letter: Letter) => Promise<Reply>;
  /** Told once for each letter that has left the outbox. */
  readonly settled: (letter: Letter, reply: Settled) => void;
  readonly changed: (state: OutboxState) => void;
  /** Runs `task` later; gives the way to call it off. */
  readonly later: (task: () => void, afterMs: number) => () => void;
}

export interface Outbox {
  state(): OutboxState;
  post(letter: Letter): void;
  /** Takes back a letter that has not been sent. False when it is gone or under way. */
  recall(id: string): boolean;
  /** Tries now: the connection is back, somebody has signed in, or the reader asks for it. */
  tryNow(): void;
  stop(): void;
}

const firstWaitMs = 1_000;
const waitMsMax = 15_000;
/** Tries of one letter on which the server itself fails, before it is set aside and the next one goes out. */
const triesMax = 3;

/** An outbox that begins with what was kept the last time. */
export function createOutbox({ box, send, settled, changed, later }: OutboxParts): Outbox {
  let state: OutboxState = { letters: box.read(), aside: [], line: 'open', unsafe: false };
  let tries = 0;
  let underWay: string | null = null;
  let waitMs = firstWaitMs;
  let callOff = () => {};
  let stopped = false;

  const set = (changes: Partial<OutboxState>): void => {
    state = { ...state, ...changes };
    changed(state);
  };
  const without = (id: string): Pick<OutboxState, 'letters' | 'aside'> => ({
    letters: state.letters.filter((letter) => letter.id !== id),
    aside: state.aside.filter((other) => other !== id),
  });
  const sendLater = (): void => {
    callOff = later(() => void deliver(), waitMs);
    waitMs = Math.min(2 * waitMs, waitMsMax);
  };

  async function deliver(): Promise<void> {
    const letter = state.letters.find(({ id }) => !state.aside.includes(id));
    if (letter === undefined || underWay !== null || stopped) return;
    callOff();
    underWay = letter.id;
    const reply = await send(letter);
    underWay = null;
    if (stopped) return;
    switch (reply.kind) {
      case 'signed-out':
        set({ line: 'signed-out' });
        return;
      case 'lost':
        set({ line: 'lost' });
        sendLater();
        return;
      case 'failed':
        tries += 1;
        if (tries < triesMax) {
          set({ line: 'failing' });
          sendLater();
          return;
        }
        set({ line: 'open', aside: [...state.aside, letter.id] });
        break;
      default: {
        const left = without(letter.id);
        set({ ...left, line: 'open', unsafe: state.unsafe && left.letters.length > 0 });
        // First its answer is kept, then the letter forgotten: what lies between would be sent once more, and done once.
        settled(letter, reply);
        box.forget(letter.id);
      }
    }
    tries = 0;
    waitMs = firstWaitMs;
    await deliver();
  }

  return {
    state: () => state,
    post: (letter) => {
      const isKept = box.keep(letter);
      set({ letters: [...state.letters, letter], unsafe: state.unsafe || !isKept });
      if (state.line === 'open') void deliver();
    },
    recall: (id) => {
      if (underWay === id || !state.letters.some((letter) => letter.id === id)) return false;
      box.forget(id);
      set(without(id));
      return true;
    },
    tryNow: () => {
      waitMs = firstWaitMs;
      tries = 0;
      set({ aside: [] });
      void deliver();
    },
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}
