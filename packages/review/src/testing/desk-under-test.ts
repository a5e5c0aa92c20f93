// A review server over a filled store for each test, and a visitor who has come in. For tests only.
import { afterEach, beforeEach } from 'vitest';
import { type ReviewServer, serveReview } from '../serve-review.ts';
import { type FilledStore, fillStore } from './filled-store.ts';
import { createVisitor, type Visitor } from './visitor.ts';

export interface DeskUnderTest {
  filled: FilledStore;
  server: ReviewServer;
  /** Has opened the one-time address already, unless the test asked to start outside. */
  visitor: Visitor;
}

/** What the editor of the tests is called; the markup must come out as text. */
const editorName = 'Kim <b>Editor</b>';

/** Starts and stops a server around each test of the file or group. */
export function useDesk({ inside = true }: { readonly inside?: boolean } = {}): DeskUnderTest {
  const desk = {} as DeskUnderTest;
  beforeEach(async () => {
    desk.filled = await fillStore();
    const { store, clock } = desk.filled;
    const describeRule = (id: string) => (id === 'stance/vote-to-end' ? 'A body votes to end <what> it had.' : null);
    desk.server = await serveReview({ store, editor: editorName, port: 0, clock, describeRule });
    desk.visitor = createVisitor(desk.server.port);
    if (inside) await desk.visitor.enter(desk.server.url);
  });
  afterEach(async () => {
    await desk.server.close();
    await desk.filled.remove();
  });
  return desk;
}

/** The id of the story's first finding whose label begins so. */
export async function findingId({ filled }: DeskUnderTest, storyId: string, label: string): Promise<string> {
  const view = await filled.store.getStory(storyId);
  const finding = view?.findings.find((candidate) => candidate.label.startsWith(label));
  if (finding === undefined) throw new Error(`no finding “${label}” in story ${storyId}`);
  return finding.id;
}
