// Whether a process can do its work now: each thing that it needs is asked, with a time limit. Knows no HTTP and no service.

export interface ReadinessCheck {
  readonly name: string;
  /** Resolves when the thing can be used; rejects with the reason. */
  readonly check: () => Promise<unknown>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[];
}

const checkMsMax = 2_000;

/** Asks all at once. `stopping` makes it unready whatever they say: no new work is to be expected of it. */
export async function askReadiness(checks: readonly ReadinessCheck[], stopping: boolean): Promise<Readiness> {
  const answers = await Promise.all(checks.map(askOne));
  if (stopping) answers.push({ name: 'process', ok: false, detail: 'stopping' });
  return { ready: answers.every(({ ok }) => ok), checks: answers };
}

async function askOne({ name, check }: ReadinessCheck): Promise<Readiness['checks'][number]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${checkMsMax / 1000} s`)), checkMsMax);
  });
  try {
    await Promise.race([check(), late]);
    return { name, ok: true, detail: 'ok' };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
