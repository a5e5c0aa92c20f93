// `civicwire explain`: one story in words, from the store or from a file.
import { existsSync, statSync } from 'node:fs';
import { annotate } from '@civicwire/extract';
import { normalizeUrl } from '@civicwire/ingest';
import { type Annotation, type Article, systemClock, toWire, UsageError } from '@civicwire/shared';
import { openStore, type Snapshot, type StoryView } from '@civicwire/store';
import { describeStory, type StatusOf } from '../describe-story.ts';
import { exitCode } from '../exit-code.ts';
import { extractStory, type StoryExtraction, type StoryInput } from '../extraction/extract-story.ts';
import { loadExtractor } from '../load-extractor.ts';
import { say, writeData, writeJsonLine } from '../output.ts';
import { readBytes } from './extract-body.ts';

/** Reads the story with today's rules; stored findings lend their review status. Exit code 1 when it gave no article. */
export async function explainCommand(
  target: string,
  options: { readonly db: string; readonly json?: boolean },
): Promise<number> {
  if (existsSync(target) && statSync(target).isFile()) return explainFile(target, options.json ?? false);
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
    return await explainStored(view, snapshot, options.json ?? false);
  } finally {
    await store.close();
  }
}

async function explainStored(view: StoryView, snapshot: Snapshot | null, json: boolean): Promise<number> {
  const { story, source, findings } = view;
  say(
    `${story.url}\n${source?.name ?? story.sourceId}; ${story.state}${story.dropReason ? ` (${story.dropReason}: ${story.dropDetail ?? ''})` : ''}; ${view.versions.length} ${view.versions.length === 1 ? 'version' : 'versions'}\n`,
  );
  if (snapshot === null) return exitCode.someFailed;
  const statusOf: StatusOf = (kind, start) =>
    findings.find((finding) => finding.kind === kind && finding.start === start)?.status ?? '';
  return print(
    {
      bytes: snapshot.bytes,
      url: snapshot.finalUrl,
      contentType: snapshot.contentType,
      publisher: source?.name ?? null,
      publisherPlace: source?.home ? { name: source.home.name, state: source.home.state } : null,
      publisherNational: source?.national ?? false,
      feedTitle: story.feedTitle,
      feedPublishedAt: story.feedPublishedAt,
    },
    json,
    statusOf,
  );
}

async function explainFile(file: string, json: boolean): Promise<number> {
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
  };
  return print(input, json, () => '');
}

async function print(input: StoryInput, json: boolean, statusOf: StatusOf): Promise<number> {
  const extraction = await read(input);
  if (!extraction.ok) {
    say(`no article: ${extraction.reason}: ${extraction.detail}`);
    return exitCode.someFailed;
  }
  const { article, annotation } = extraction;
  if (json) await writeJsonLine(toWire({ article, ...annotation }));
  else await writeData(`${describeStory(article, annotation, statusOf).join('\n')}\n`);
  return exitCode.done;
}

async function read(input: StoryInput): Promise<StoryExtraction> {
  const extractor = await loadExtractor();
  return looksLikeMarkup(input.bytes) ? extractStory(input, extractor) : readPlainText(input, extractor);
}

function readPlainText(input: StoryInput, extractor: Awaited<ReturnType<typeof loadExtractor>>): StoryExtraction {
  const text = new TextDecoder().decode(input.bytes);
  const article: Article = {
    title: null,
    byline: null,
    publishedAt: null,
    modifiedAt: null,
    canonicalUrl: null,
    text,
    methods: {},
  };
  const annotation: Annotation = annotate({ id: input.url, text }, extractor);
  return { ok: true, article, annotation };
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /<(?:!doctype|html|head|body|article|div|p)\b/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 4096)),
  );
}
