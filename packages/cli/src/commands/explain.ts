// `civicwire explain`: one story in words, from the store or from a file.
import { existsSync, statSync } from 'node:fs';
import { annotate, type Extractor, explainText } from '@civicwire/extract';
import { normalizeUrl } from '@civicwire/ingest';
import { type Article, systemClock, toWire, UsageError } from '@civicwire/shared';
import { openStore, type Snapshot, type Store, type StoryView } from '@civicwire/store';
import { describeStory, type StatusOf } from '../describe-story.ts';
import { describeVersions, versionRecords } from '../describe-versions.ts';
import { exitCode } from '../exit-code.ts';
import { annotateInput, extractStory, type StoryExtraction, type StoryInput } from '../extraction/extract-story.ts';
import { storyInput } from '../extraction/story-input.ts';
import { loadExtractor } from '../load-extractor.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { readBytes } from './extract-body.ts';

interface ExplainOptions {
  readonly json?: boolean;
  readonly packs?: string;
}

/** Reads the story with today's rules; stored findings lend their review status. Exit code 1 when it gave no article. */
export async function explainCommand(
  target: string,
  options: ExplainOptions & { readonly db: string },
): Promise<number> {
  if (existsSync(target) && statSync(target).isFile()) return explainFile(target, options);
  if (!/^https?:\/\//.test(target))
    throw new UsageError(
      `explain: there is no file ${target}; expected a file, or the http(s) address of a stored story`,
    );
  const store = await openStore(options.db, { clock: systemClock });
  try {
    const view = (await store.findStory(target)) ?? (await store.findStory(normalizeUrl(target)?.key ?? target));
    if (view === null)
      throw new UsageError(
        `explain: ${target} is not in ${options.db}; expected the address of a story that was polled (civicwire export stories lists them)`,
      );
    const snapshot = view.story.snapshotId === null ? null : await store.getSnapshot(view.story.snapshotId);
    if (snapshot === null && view.story.snapshotId !== null) await sayWhatIsGone(store, view.story.snapshotId);
    return await explainStored(view, snapshot, options);
  } finally {
    await store.close();
  }
}

async function sayWhatIsGone(store: Store, snapshotId: string): Promise<void> {
  const facts = await store.describeSnapshot(snapshotId);
  if (facts !== null) {
    say(
      `explain: the page’s bytes were removed by retention (SHA-256 ${facts.id}, ${facts.size} bytes, status ${facts.status}, fetched ${facts.fetchedAt}); its records stay`,
    );
  }
}

async function explainStored(view: StoryView, snapshot: Snapshot | null, options: ExplainOptions): Promise<number> {
  const { story, source, findings } = view;
  say(
    `${story.url}\n${source?.name ?? story.sourceId}; ${story.state}${story.dropReason ? ` (${story.dropReason}: ${story.dropDetail ?? ''})` : ''}; ${view.versions.length} ${view.versions.length === 1 ? 'version' : 'versions'}\n`,
  );
  if (snapshot === null) return exitCode.someFailed;
  const statusOf: StatusOf = (kind, start) =>
    findings.find((finding) => finding.kind === kind && finding.start === start)?.status ?? '';
  return print(storyInput(story, source, snapshot), options, statusOf, view);
}

async function explainFile(file: string, options: ExplainOptions): Promise<number> {
  const bytes = readBytes(file);
  if (bytes instanceof Error)
    throw new UsageError(`explain: ${file}: ${bytes.message}; expected HTML or plain text`, { cause: bytes });
  const input = {
    bytes,
    url: `file:${file}`,
    contentType: null,
    publisher: null,
    publisherPlace: null,
    publisherNational: false,
    feedTitle: null,
    feedPublishedAt: null,
    pageRule: null,
  };
  return print(input, options, () => '', null);
}

/** `view` is null for a file. */
async function print(
  input: StoryInput,
  options: ExplainOptions,
  statusOf: StatusOf,
  view: StoryView | null,
): Promise<number> {
  const extractor = await loadExtractor(options.packs);
  const extraction = looksLikeMarkup(input.bytes) ? extractStory(input, extractor) : readPlainText(input, extractor);
  if (!extraction.ok) {
    say(`no article: ${extraction.reason}: ${extraction.detail}`);
    return exitCode.someFailed;
  }
  const { article, annotation } = extraction;
  const { sentences } = explainText(annotateInput(article, input), extractor);
  if (options.json) {
    const history = view === null ? {} : { printings: view.printings, versions: versionRecords(view.versions) };
    await writeJsonLine(toWire({ article, ...annotation, sentences, ...history }));
  } else {
    const history = view === null ? [] : describeVersions(view.versions, view.printings);
    await writeData(`${[...describeStory(article, annotation, sentences, statusOf), ...history].join('\n')}\n`);
  }
  return exitCode.done;
}

function readPlainText(input: StoryInput, extractor: Extractor): StoryExtraction {
  const text = new TextDecoder().decode(input.bytes);
  const article: Article = {
    title: null,
    byline: null,
    section: null,
    publishedAt: null,
    modifiedAt: null,
    canonicalUrl: null,
    text,
    methods: {},
  };
  return { ok: true, article, annotation: annotate(annotateInput(article, input), extractor) };
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /<(?:!doctype|html|head|body|article|div|p)\b/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4096)),
  );
}
