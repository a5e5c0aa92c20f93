import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { connect } from '../connect/connect.ts';
import { readDatabaseAddress } from '../connect/database-address.ts';
import {
  exampleAnnotation,
  exampleArticle,
  exampleText,
  extractExample,
  passage,
  saveExample,
} from '../testing/example-story.ts';
import { describeOnEachStore, type StoreUnderTest } from '../testing/with-store.ts';
import type { SearchHit } from './search.ts';

/** A saved story with a headline and one more sentence, whose findings are those of the example. */
function story(under: StoreUnderTest, slug: string, title: string, sentence: string): Promise<string> {
  const text = `${exampleText}\n${sentence}`;
  return saveExample(under.store, slug, {
    article: exampleArticle(text, { title }),
    annotation: exampleAnnotation(text),
  });
}

const marked = (hit: SearchHit | undefined, part: 'title' | 'excerpt') =>
  hit?.[part].matches.map(({ start, end }) => hit[part].text.slice(start, end));

/** SQLite compares its index with the texts, word by word; throws where they differ. */
async function checkIndex(url: string): Promise<void> {
  const address = readDatabaseAddress(url);
  if (address.dialect === 'postgres') return;
  const file = new SqliteDatabase(address.file);
  file.exec("insert into search_index (search_index, rank) values ('integrity-check', 1)");
  file.close();
}

describeOnEachStore('search', (under) => {
  const ids = async (query: string, kind?: 'story' | 'quote') =>
    (await under.store.search(query, { kind })).hits.map((hit) => hit.id);

  it('finds words and phrases in headlines and texts, without regard to case, accents and punctuation', async () => {
    const peña = await story(
      under,
      'one',
      'Peña asks for a recount',
      'The clerk, José O’Brien, said the U.S. count stands.',
    );
    const fair = await story(under, 'two', 'County fair opens', 'Of the count the clerk said nothing.');
    for (const query of [
      'pena',
      'PEÑA recount',
      '"asks for a recount"',
      'jose o’brien',
      "o'brien",
      '"u.s. count"',
      'recou*',
    ])
      expect([query, await ids(query, 'story')]).toEqual([query, [peña]]);
    expect((await ids('clerk count', 'story')).sort()).toEqual([peña, fair].sort());
    for (const query of ['"count the clerk stands"', 'recou', 'recount fair', '"recount The"'])
      expect(await ids(query)).toEqual([]);
  });

  it('shows where the words stand, by offsets into what is shown and into the text', async () => {
    const filler = 'Nothing of note was said. '.repeat(60);
    const storyId = await story(
      under,
      'one',
      'Budget vote <b>today</b>',
      `${filler}The 🚒 budget for firefighters passed. ${filler}`,
    );
    const [hit] = (await under.store.search('budget firefighters', { kind: 'story' })).hits;
    const version = (await under.store.getStory(storyId))?.version;
    expect(marked(hit, 'title')).toEqual(['Budget']);
    expect(hit?.title.text).toBe('Budget vote <b>today</b>');
    expect(marked(hit, 'excerpt')).toEqual(['budget', 'firefighters']);
    const { start = 0, text = '' } = hit?.excerpt ?? {};
    expect(version?.text.slice(start, start + text.length)).toBe(text);
    expect(text.length).toBeLessThan(400);
    expect(hit).toMatchObject({ storyId, versionId: version?.id, sourceId: 'mesa-wire', speakerName: null });
  });

  it('finds quotes of speakers, and only those in use', async () => {
    const storyId = await saveExample(under.store);
    const { hits } = await under.store.search('"hold people"', { kind: 'quote' });
    expect(hits).toMatchObject([{ kind: 'quote', storyId, speakerName: 'Ana Ruiz' }]);
    expect(marked(hits[0], 'excerpt')).toEqual(['hold people']);
    expect(await ids('"hold people"')).toHaveLength(2);
    await under.store.decide({ findingId: hits[0]?.id ?? '', editor: 'kim', verdict: 'reject' });
    expect(await ids('"hold people"', 'quote')).toEqual([]);
    expect(await ids('"hold people"')).toEqual([storyId]);
    await checkIndex(under.url);
  });

  it('knows the current version alone', async () => {
    const { store } = under;
    const storyId = await story(under, 'one', 'First headline', 'The plan is dead.');
    await store.requeue(storyId, 'fetch');
    const text = `${exampleText}\nThe plan is alive.`;

    await extractExample(store, storyId, {
      article: exampleArticle(text, { title: 'Second headline' }),
      annotation: exampleAnnotation(text),
    });
    await store.save(storyId);
    expect(await ids('dead')).toEqual([]);
    expect(await ids('first')).toEqual([]);
    expect(await ids('second alive')).toEqual([storyId]);
    await checkIndex(under.url);
  });

  it('forgets what is deleted', async () => {
    const storyId = await saveExample(under.store);
    const { db } = await connect(under.url);
    expect(await ids('"hold people"')).toHaveLength(2);
    await db.deleteFrom('quote').where('storyId', '=', storyId).execute();
    expect(await ids('"hold people"')).toEqual([storyId]);
    await db.deleteFrom('storyVersion').where('storyId', '=', storyId).execute();
    await db.deleteFrom('story').where('id', '=', storyId).execute();
    expect(await ids('"hold people"')).toEqual([]);
    await db.destroy();
    await checkIndex(under.url);
  });

  it('puts what says it in the headline first, and pages on without missing or doubling a hit', async () => {
    const { store } = under;
    for (let index = 0; index < 7; index += 1) {
      const [title, sentence] =
        index === 3 ? ['Zoning', 'It passed.'] : [`Story ${index}`, `Item ${index} was about zoning.`];
      await story(under, `${index}`, title ?? '', sentence ?? '');
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.search>> = await store.search('zoning', { after, limit: 2 });
      seen.push(...page.hits.map((hit) => hit.title.text));
      after = page.nextKey;
    } while (after !== null);
    expect(seen[0]).toBe('Zoning');
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('gives an answer to whatever is typed', async () => {
    await saveExample(under.store);
    const typed = [
      ...[
        '',
        '   ',
        '"',
        '""',
        '*',
        '**',
        '" "',
        "'",
        "';--",
        '\\',
        '%',
        '\0',
        '\0mesa',
        '\ud800',
        '\u{1f692}',
        'mesa"',
        '"mesa',
      ],
      ...[
        'AND',
        'OR',
        'NOT',
        'NEAR(mesa council)',
        'mesa AND',
        'title:mesa',
        '{title text}:mesa',
        '^mesa',
        '-mesa',
        'mesa + ruiz',
      ],
      ...[
        'mesa & !ruiz',
        'mesa | ruiz',
        'mesa <-> ruiz',
        "mesa':*",
        '(mesa',
        'mesa)',
        ':*',
        'mesa:ABC',
        '1e5',
        '12.50',
        '3/4',
      ],
      ...[
        "x' or 1=1 --",
        'search_index',
        'a'.repeat(5000),
        '"a" '.repeat(500),
        'ก็',
        'İstanbul',
        'ﬁre',
        '한국',
        'été*',
        '²',
        '١٢',
      ],
      ...[
        String.raw`\u0041`,
        '$1',
        ':x',
        '?',
        '@p',
        '{',
        '}',
        '[',
        ']',
        '#',
        '~',
        '`',
        '\u202e',
        'mesa\u200bcouncil',
        '\n\t\r',
      ],
    ];
    for (const query of typed) {
      const page = await under.store.search(query, { limit: 5 });
      expect([query, Array.isArray(page.hits)]).toEqual([query, true]);
    }
    expect(await ids('mesa"', 'story')).toHaveLength(1);
    for (const after of ['', 'x', '1_zz', "1_a' or 1=1", '9'.repeat(99), 'NaN_a', '1e999_a']) {
      expect((await under.store.search('mesa', { after, limit: 1 })).hits).toHaveLength(1);
    }
    for (const limit of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9, 0.5]) {
      expect((await under.store.search('mesa', { limit })).hits.length).toBeGreaterThan(0);
    }
  });

  it('saves a text whose every word is another one', async () => {
    const { store } = under;
    const words = Array.from(
      { length: 90_000 },
      (_, index) => String.fromCodePoint(0x20000 + (index % 42_000)) + index.toString(36),
    );
    const text = `${exampleText}\n${words.join(' ')} endword`;
    await saveExample(store, 'long', { article: exampleArticle(text), annotation: exampleAnnotation(text) });
    expect(await ids('"hold people"', 'story')).toHaveLength(1);
    expect(passage(text, 'endword').start).toBeGreaterThan(100_000);
  });
});
