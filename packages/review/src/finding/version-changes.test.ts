// Tests of what an editor sees of other printings, corrections and changed words, over real HTTP and a real database.
import { expect, test } from 'vitest';
import { useDesk } from '../testing/desk-under-test.ts';
import { saveStory } from '../testing/filled-store.ts';

const desk = useDesk();

async function councilStory() {
  const view = await desk.filled.store.getStory(desk.filled.councilId);
  if (view?.version == null) throw new Error('expected the council’s story');
  const { title, byline, section, publishedAt, modifiedAt, text, methods } = view.version;
  return {
    url: view.story.url,
    article: { title, byline, section, publishedAt, modifiedAt, canonicalUrl: null, text, methods },
  };
}
const nothing = { cities: [], places: [], people: [], officials: [], quotes: [], stances: [], notes: [] };

test('a story names where else it was printed, with titles as text', async () => {
  const { article } = await councilStory();
  const title = '<b onclick="x()">Jail pact ends</b>';
  const url = 'https://desert-wire.example/again';
  const copyId = await saveStory(desk.filled.store, url, { ...article, title }, nothing);
  const copy = (await desk.visitor.get(`/stories/${copyId}`)).body;
  expect(copy).toContain('Also printed by The Desert Wire &lt;i&gt;');
  expect(copy).toMatch(/<a href="\/stories\/\w+">Council ends jail agreement, 4-3<\/a>, [^(]*\(seen first\)/);
  const answer = await desk.visitor.get(`/stories/${desk.filled.councilId}`);
  const original = (await desk.visitor.get(String(answer.headers.location))).body;
  expect(original).toMatch(/&lt;b onclick=&quot;x\(\)&quot;&gt;Jail pact ends&lt;\/b&gt;<\/a>, [^(]*\(word for word\)/);
  expect(original).not.toContain('<b onclick');
});

test('a new version shows what changed and what the outlet corrected, as text', async () => {
  const { url, article } = await councilStory();
  const notice = 'Correction: The vote was 5-2 <img src=x onerror=alert(1)>.';
  const text = `${article.text.replace('voted 4-3', 'voted 5-2')}\n${notice}`;
  const title = 'Council ends jail agreement, 5-2';
  await saveStory(desk.filled.store, url, { ...article, title, text }, nothing, 'rules-2');
  const view = await desk.filled.store.getStory(desk.filled.councilId);
  expect(view?.version).toMatchObject({ correction: notice, correctionFrom: 'text' });
  const { body } = await desk.visitor.get(`/stories/${desk.filled.councilId}`);
  expect(body).toContain('Corrected by the outlet');
  expect(body).toContain('<p dir="auto">Correction: The vote was 5-2 &lt;img src=x onerror=alert(1)&gt;.</p>');
  expect(body).toContain('voted <del>4-3</del><ins>5-2</ins> on Monday');
  expect(body).toContain(
    'title: <del>Council ends jail agreement, 4-3</del> <ins>Council ends jail agreement, 5-2</ins>',
  );
  expect(body).not.toContain('<img');
});
