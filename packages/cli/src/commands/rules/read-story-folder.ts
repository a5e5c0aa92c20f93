// The stories of a folder with what the rules find in them: pages (.html, .html.gz), plain text (.txt) and JSONL rows.
// Knows files; no rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate, type Extractor } from '@civicwire/extract';
import { type Annotation, annotateInputSchema, UsageError } from '@civicwire/shared';
import { z } from 'zod';
import { extractStory } from '../../extraction/extract-story.ts';
import { readBytes } from '../extract-body.ts';

export type FolderStory =
  | { readonly file: string; readonly annotation: Annotation }
  | { readonly file: string; readonly error: string };

/** One story after the other, in the order of the file names. A file that cannot be read is told as such. */
export function* readStoryFolder(folder: string, extractor: Extractor): Generator<FolderStory> {
  for (const file of listFiles(folder)) {
    if (file.endsWith('.jsonl')) yield* readRows(file, extractor);
    else yield readOne(file, extractor);
  }
}

function listFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new UsageError(`${folder}: ${(error as Error).message}; expected a folder of stories`, { cause: error });
  }
  const files = names.filter((name) => /\.(?:txt|jsonl|html?(?:\.gz)?)$/.test(name)).sort();
  if (files.length === 0) throw new UsageError(`${folder}: no stories; expected .txt, .html, .html.gz or .jsonl files`);
  return files.map((name) => join(folder, name));
}

function* readRows(file: string, extractor: Extractor): Generator<FolderStory> {
  for (const [i, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = `${file}:${i + 1}`;
    try {
      const input = annotateInputSchema.safeParse(JSON.parse(line));
      if (input.success) yield { file: at, annotation: annotate(input.data, extractor) };
      else yield { file: at, error: z.prettifyError(input.error).replaceAll(/\s*\n\s*/g, ' ') };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield { file: at, error: `${error.message}; expected a JSON object with id and text` };
    }
  }
}

function readOne(file: string, extractor: Extractor): FolderStory {
  const bytes = readBytes(file);
  if (bytes instanceof Error) return { file, error: `${bytes.message}; expected HTML or plain text` };
  if (file.endsWith('.txt')) {
    return { file, annotation: annotate({ id: file, text: new TextDecoder().decode(bytes) }, extractor) };
  }
  const nothingKnown = {
    publisher: null,
    publisherPlace: null,
    publisherNational: false,
    feedTitle: null,
    feedPublishedAt: null,
    pageRule: null,
  };
  const extraction = extractStory({ bytes, url: `file:${file}`, contentType: null, ...nothingKnown }, extractor);
  return extraction.ok
    ? { file, annotation: extraction.annotation }
    : { file, error: `no article: ${extraction.reason}: ${extraction.detail}` };
}
