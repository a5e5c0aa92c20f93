// Tests of what the pages show and what a decision does, over real HTTP and a real database.
import { describe, expect, test } from 'vitest';
import { type DeskUnderTest, findingId, useDesk } from './testing/desk-under-test.ts';
import { manyCities, saveStory } from './testing/filled-store.ts';
import { hiddenField } from './testing/visitor.ts';

const desk = useDesk();

/** Opens a finding and sends its form. */
async function decide(under: DeskUnderTest, id: string, form: Record<string, string>, query = '') {
  const page = (await under.visitor.get(`/findings/${id}${query}`)).body;
  const hidden = { csrf: hiddenField(page, 'csrf'), seen: hiddenField(page, 'seen') };
  return under.visitor.post(`/findings/${id}/decisions${query}`, { ...hidden, ...form });
}

describe('the queue', () => {
  test('shows each finding under its story with outlet, rule, confidence and status', async () => {
    const { body } = await desk.visitor.get('/');
    expect(body).toContain('Council ends jail agreement, 4-3');
    expect(body).toContain('Ana Ruiz opposes local-immigration-enforcement');
    expect(body).toContain('<code>stance/vote-to-end</code>');
    expect(body).toContain('83 %');
    expect(body).toContain('To review');
    expect(body.match(/data-row/g)).toHaveLength(10);
  });

  test('is narrowed by kind, status and story, and says how many each choice has', async () => {
    const rows = async (query: string) => (await desk.visitor.get(`/${query}`)).body.match(/data-row/g)?.length ?? 0;
    expect(await rows('?kind=stance')).toBe(3);
    expect(await rows(`?kind=stance&story=${desk.filled.harborId}`)).toBe(1);
    expect(await rows('?show=accepted')).toBe(0);
    await decide(desk, await findingId(desk, desk.filled.councilId, 'Tom Adler'), { verdict: 'accept' });
    expect(await rows('?show=accepted')).toBe(1);
    expect(await rows('?show=all')).toBe(10);
    expect((await desk.visitor.get('/')).body).toContain('Needs review <span class="count">9</span>');
  });

  test('goes on by key from page to page without losing or doubling a finding', async () => {
    const { store } = desk.filled;
    const { story, annotation } = manyCities(120);
    await saveStory(store, 'https://desert-wire.example/many', story, annotation);
    const seen: string[] = [];
    let path: string | undefined = '/?show=all';
    while (path !== undefined) {
      const { body } = await desk.visitor.get(path);
      seen.push(...[...body.matchAll(/class="row-link" href="\/findings\/(\w+)/g)].map((match) => match[1] ?? ''));
      path = /href="([^"]+)" data-key="n"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
  });
});

describe('a finding', () => {
  test('shows the story’s text with the chosen words marked, the claim, the rule’s sentence and the trace', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Ana Ruiz opposes');
    const { body } = await desk.visitor.get(`/findings/${id}`);
    expect(body).toMatch(
      /<mark><a class="mark chosen chosen-stance [^>]*id="chosen">We will not hold people for somebody else<\/a><\/mark>/,
    );
    expect(body).toContain('A body votes to end &lt;what&gt; it had.');
    expect(body).toContain('will not (−1) × hold people for federal agents (+1) = −1: opposes');
    expect(body).toContain('href="https://desert-wire.example/council-ends-agreement" rel="noopener noreferrer"');
    expect(body).toContain('4 March 2026');
    expect(body).toContain('Nobody has decided yet.');
  });

  test('marks without the kinds’ words in between: the text reads as it was', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const { body } = await desk.visitor.get(`/findings/${id}`);
    const text = body.split('class="story-text">')[1]?.split('</div>')[0] ?? '';
    expect(text.replaceAll(/<[^>]+>/g, '')).toContain(
      '“We will not hold people for somebody else,” Councilwoman Ana Ruiz said after the vote.',
    );
  });

  test('a story’s address leads to its first finding that needs review', async () => {
    const first = await findingId(desk, desk.filled.councilId, 'Mesquite');
    const answer = await desk.visitor.get(`/stories/${desk.filled.councilId}`);
    expect([answer.status, answer.headers.location]).toEqual([303, `/findings/${first}`]);
  });

  test('a dropped story says why', async () => {
    const { status, body } = await desk.visitor.get(`/stories/${desk.filled.droppedId}`);
    expect(status).toBe(200);
    expect(body).toContain('This story was dropped as bot-wall: the page asks to prove that one is human');
  });

  test('hostile titles, texts, names and addresses come out as text and never as markup or links', async () => {
    const { harborId } = desk.filled;
    const labels = ['Lena Ortiz "', 'Lena Ortiz, ', 'Port Alden'];
    const ids = await Promise.all(labels.map((label) => findingId(desk, harborId, label)));
    for (const path of ['/', '/overview', `/?story=${harborId}`, ...ids.map((id) => `/findings/${id}`)]) {
      const { body } = await desk.visitor.get(path);
      const own = '<script src="/assets/desk.js" defer></script>';
      expect(body.split(own)).toHaveLength(2);
      expect(body.replace(own, '')).not.toMatch(/<script|<img|<svg onload|<b>|<i>|href="javascript/i);
    }
    const { body } = await desk.visitor.get(`/findings/${ids[0]}`);
    expect(body).toContain('&lt;script&gt;document.title = &quot;owned&quot;&lt;/script&gt;');
    expect(body).toContain('&lt;b&gt;Workers&lt;/b&gt;');
    expect(body).toContain('javascript:alert(5)');
  });
});

describe('a decision', () => {
  test('is kept under the editor’s name with its reason, and leads to the next that needs review', async () => {
    const { store, councilId } = desk.filled;
    const id = await findingId(desk, councilId, 'Ana Ruiz opposes');
    const answer = await decide(
      desk,
      id,
      { verdict: 'reject', picked: '2', words: 'she only describes it' },
      '?kind=stance',
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toMatch(/^\/findings\/\w+\?kind=stance&done=\w+&from=\w+$/);
    const view = await store.getFinding(id);
    expect(view?.finding.status).toBe('rejected');
    expect(view?.decisions.map(({ editor, verdict, reason }) => [editor, verdict, reason])).toEqual([
      ['Kim <b>Editor</b>', 'reject', 'takes no position: she only describes it'],
    ]);
    const next = await desk.visitor.get(answer.headers.location as string);
    expect(next.body).toContain('Rejected: <span dir="auto">Ana Ruiz opposes');
  });

  test('on one that was decided before leads to what needs review, not to others that were decided', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Tom Adler');
    await decide(desk, id, { verdict: 'accept' });
    const answer = await decide(desk, id, { verdict: 'reject' }, '?show=accepted&kind=official');
    expect(answer.headers.location).toMatch(/^\/findings\/\w+\?kind=official&done=/);
  });

  test('is never overwritten: a second one stands beside the first in the history', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Tom Adler');
    await decide(desk, id, { verdict: 'reject', words: 'retired' });
    await decide(desk, id, { verdict: 'accept' });
    const view = await desk.filled.store.getFinding(id);
    expect(view?.decisions.map(({ verdict }) => verdict)).toEqual(['reject', 'accept']);
    const { body } = await desk.visitor.get(`/findings/${id}`);
    expect(body).toMatch(
      /<strong>Rejected<\/strong> by <span dir="auto">Kim &lt;b&gt;Editor[\s\S]*retired[\s\S]*<strong>Accepted<\/strong>/,
    );
  });

  test('sent twice is one decision', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Cedar Bend');
    await decide(desk, id, { verdict: 'accept' });
    await decide(desk, id, { verdict: 'accept' });
    expect((await desk.filled.store.getFinding(id))?.decisions).toHaveLength(1);
  });

  test('after the last one the queue says that nothing is left', async () => {
    const { store } = desk.filled;
    let path = '';
    for (let left = 10; left > 0; left -= 1) {
      const [first] = (await store.listFindings({ needsReview: true, limit: 1 })).findings;
      path = (await decide(desk, first?.id ?? '', { verdict: 'accept' })).headers.location as string;
    }
    expect(path).toMatch(/^\/\?done=/);
    expect((await desk.visitor.get(path)).body).toContain('Nothing needs review');
  });

  test('on a finding that was read anew in between is not taken', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Tom Adler');
    const page = (await desk.visitor.get(`/findings/${id}`)).body;
    await desk.filled.readAgain();
    const form = { verdict: 'accept', csrf: hiddenField(page, 'csrf'), seen: hiddenField(page, 'seen') };
    const answer = await desk.visitor.post(`/findings/${id}/decisions`, form);
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('This finding has changed');
    expect((await desk.filled.store.getFinding(id))?.decisions).toEqual([]);
  });

  test('with which the machine comes to disagree stands, and is shown for review again with both sides', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Tom Adler');
    await decide(desk, id, { verdict: 'accept' });
    await desk.filled.readAgain();
    const { body } = await desk.visitor.get(`/findings/${id}`);
    expect(body).toContain('Your word stands until you change it.');
    expect(body).toMatch(/Mayor <span class="small">\(the machine: Vice Mayor\)<\/span>/);
    expect((await desk.visitor.get('/')).body).toContain('Reopened');
  });

  test('that is not one of the form’s is refused with a way back', async () => {
    const id = await findingId(desk, desk.filled.councilId, 'Mesquite');
    for (const form of [
      { verdict: 'edit' },
      { verdict: 'reject', picked: '77' },
      { words: 'a'.repeat(1001), verdict: 'reject' },
      {},
    ]) {
      const answer = await decide(desk, id, form as Record<string, string>);
      expect(answer.status).toBe(400);
      expect(answer.body).toContain('Look at the finding again');
    }
  });
});

describe('the overview', () => {
  test('adds up: found is saved, dropped and waiting; feeds show their health', async () => {
    const { body } = await desk.visitor.get('/overview');
    expect(body).toContain('3 found = 2 saved + 1 dropped + 0 waiting');
    expect(body).toContain('bot-wall');
    expect(body).toContain('HTTP 404; expected 200');
    expect(body).toContain('4 failed in a row');
    expect(body).toContain('1 oddity in the last body');
  });
});
