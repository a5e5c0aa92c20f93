// Ctrl-C and SIGTERM: the first asks for a clean stop, the second ends at once.
import { say } from './output.ts';

const finishing = 'stopping: finishing what is in hand; once more to stop at once';

/** Aborts `stop` on the first signal, with `words` for the person (null: none). Returns a function that takes the handlers away again. */
export function stopOnSignals(stop: AbortController, words: string | null = finishing): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(130);
    if (words !== null) say(words);
    stop.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
}
