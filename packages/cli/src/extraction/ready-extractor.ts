// The extractor of a thread: its tables are loaded once, the packs whenever a job brings others. Knows no story.
import { type Extractor, type PackFile, withPacks } from '@civicwire/extract';
import { loadExtractorWith } from '../load-extractor.ts';
import { compileRules, type Rules } from '../packs/rules.ts';

/** Packs on their way to a thread: UTF-8 of a JSON list of files, in memory that all threads share. */
export interface SharedRules {
  readonly version: string;
  readonly packs: SharedArrayBuffer;
}

const shared = new WeakMap<Rules, SharedRules>();

/** Packs are the same for thousands of stories: they cross to the threads without being copied each time. */
export function shareRules(rules: Rules): SharedRules {
  const known = shared.get(rules);
  if (known !== undefined) return known;
  const bytes = new TextEncoder().encode(JSON.stringify(rules.files));
  const packs = new SharedArrayBuffer(bytes.length);
  new Uint8Array(packs).set(bytes);
  const made = { version: rules.version, packs };
  shared.set(rules, made);
  return made;
}

let ready: { readonly version: string; readonly extractor: Extractor } | null = null;

/** This thread's extractor with these packs. Throws `UsageError` when they do not compile. */
export function readyExtractor({ version, packs }: SharedRules): Extractor {
  if (ready?.version === version) return ready.extractor;
  // A copy: text is not decoded from shared memory.
  const files = JSON.parse(new TextDecoder().decode(new Uint8Array(packs).slice())) as PackFile[];
  const extractor = ready ? withPacks(ready.extractor, compileRules(files).packs) : loadExtractorWith(files);
  ready = { version, extractor };
  return extractor;
}
