// The store as it stands when the day begins: every outlet with its feed, and the stories that its feed lists already, which
// are settled. Knows rows; runs no worker.
import { normalizeUrl } from '@civicwire/ingest';
import type { Store } from '@civicwire/store';
import { onServer } from '@civicwire/store/testing';
import { listedAt, type Outlet, storyUrl, titleOf } from './outlets.ts';

const outletsAtOnce = 40;
/** Feeds that nothing is known of are first asked spread over this time. */
const firstPollsMinutes = 30;

export async function prepareStore(
  store: Store,
  db: string,
  outlets: readonly Outlet[],
  dayStart: number,
): Promise<void> {
  for (let at = 0; at < outlets.length; at += outletsAtOnce) {
    const some = outlets.slice(at, at + outletsAtOnce);
    for (const { id, host, feedUrl } of some) {
      await store.upsertSource({
        id,
        name: host,
        home: { name: 'Mesa', state: 'AZ', geoid: '0446000' },
        national: false,
      });
      await store.upsertFeed({ sourceId: id, url: feedUrl, kind: 'feed' });
    }
    await store.discover(
      some.flatMap((outlet) =>
        listedAt(outlet, 0).map((story) => {
          const url = storyUrl(outlet, story);
          const urlKey = normalizeUrl(url)?.key ?? url;
          return { sourceId: outlet.id, url, urlKey, guid: url, title: titleOf(outlet, story) };
        }),
      ),
    );
  }
  await onServer(db, `update story set state = 'dropped', drop_reason = 'before-the-day', drop_detail = ''`);
  await onServer(
    db,
    `update feed set next_poll_at = to_char(timestamp '${new Date(dayStart).toISOString().slice(0, 19)}'
      + (('x' || substr(md5(id), 1, 7))::bit(28)::int % ${firstPollsMinutes * 60}) * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`,
  );
  await onServer(db, 'vacuum analyze');
}
