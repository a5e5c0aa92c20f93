// Views of stories and their versions, and of how fresh everything is. Knows the ledger's tables.
import { dayOfStory, inUse } from './fragments.ts';
import type { View } from './view.ts';

const countOf = (kind: string) =>
  `(select count(*) from finding f where f.story_id = s.id and f.kind = '${kind}' and ${inUse('f')})`;

const story: View = {
  name: 'v_story',
  parts: (d) => ({
    about: 'Every story that was discovered, as it stands: its current words, its way, and how many claims are in use.',
    columns: {
      id: ['The story.', 's.id'],
      source_id: ['Outlet.', 's.source_id'],
      source_name: ['Name of the outlet.', 'o.name'],
      url: ['Address as the feed gives it.', 's.url'],
      canonical_url: ['Address that the page itself calls canonical.', 's.canonical_url'],
      state: ['discovered, fetched, extracted (on its way), saved, dropped (both final).', 's.state'],
      drop_reason: ['Why it went no further; null unless dropped.', 's.drop_reason'],
      duplicate_of: ['Story that is the same and is kept instead; null for an original.', 's.duplicate_of'],
      copy_of: [
        'Story that this one prints again, of all printings the first one; null when it is no copy. Both keep their claims.',
        'l.original_id',
      ],
      copy_kind: ['What kind of copy: same-text, edited, shortened or extended.', 'l.kind'],
      version_id: ['Current version; null until saved.', 's.version_id'],
      title: ['Headline on the page, else in the feed.', 'coalesce(v.title, s.feed_title)'],
      byline: ['Author line on the page.', 'v.byline'],
      section: ['Section of the paper in the outlet’s words; null when the page names none.', 'v.section'],
      published_at: [
        'Publication as the page says, else as the feed says.',
        'coalesce(v.published_at, s.feed_published_at)',
      ],
      modified_at: ['Last change according to the page.', 'v.modified_at'],
      seen_on: [
        'Date of the story (YYYY-MM-DD): as its page says, else as its feed says, else when discovered.',
        dayOfStory(d, 's', 'v'),
      ],
      discovered_at: ['When the feed named it first.', 's.discovered_at'],
      fetched_at: ['When its bytes were fetched last.', 's.fetched_at'],
      saved_at: ['When it was last saved.', 's.saved_at'],
      cities: ['Cities in use: findings, one for each city of the story.', countOf('city')],
      officials: ['Officials in use: findings, one for each official of the story.', countOf('official')],
      quotes: ['Quotes in use.', countOf('quote')],
      stances: ['Stances in use.', countOf('stance')],
      published_claims: [
        'Claims of every kind that a person accepted or edited.',
        "(select count(*) from finding f where f.story_id = s.id and f.status in ('accepted', 'edited'))",
      ],
    },
    from: `story s join source o on o.id = s.source_id
  left join story_version v on v.id = s.version_id
  left join story_link l on l.story_id = s.id`,
  }),
};

const storyVersion: View = {
  name: 'v_story_version',
  parts: (d) => ({
    about: 'Every version of every story, with its text.',
    columns: {
      id: ['The version.', 'v.id'],
      story_id: ['Story that it belongs to.', 'v.story_id'],
      source_id: ['Outlet.', 's.source_id'],
      is_current: ['1: the current version of its story.', 'case when s.version_id = v.id then 1 else 0 end'],
      previous_version: ['Version before this one; null for the first.', 'v.previous_version'],
      title: ['Headline.', 'v.title'],
      byline: ['Author line.', 'v.byline'],
      section: ['Section of the paper in the outlet’s words; null when the page names none.', 'v.section'],
      published_at: ['Publication, as precise as the page gives it.', 'v.published_at'],
      modified_at: ['Last change according to the page.', 'v.modified_at'],
      seen_on: ['Date of the story (YYYY-MM-DD) by this version.', dayOfStory(d, 's', 'v')],
      text: ['The text. All offsets of its claims point into it.', 'v.text'],
      correction: ['Words of a correction that it carries; null for none.', 'v.correction'],
      text_hash: ['SHA-256 of the text.', 'v.text_hash'],
      snapshot_id: ['SHA-256 of the bytes that it was read from.', 'v.snapshot_id'],
      rules_version: ['Rules and packs that read it last.', 'v.rules_version'],
      created_at: ['When it was written.', 'v.created_at'],
    },
    from: 'story_version v join story s on s.id = v.story_id',
  }),
};

const freshness: View = {
  name: 'v_freshness',
  parts: () => ({
    about: 'One row: when each step last did something, and what still waits.',
    columns: {
      last_polled_at: ['When a feed was last asked; null when none was.', '(select max(last_polled_at) from feed)'],
      last_discovered_at: ['When a story was last discovered.', '(select max(discovered_at) from story)'],
      last_fetched_at: ['When bytes were last fetched.', '(select max(fetched_at) from story)'],
      last_saved_at: ['When a story was last saved.', '(select max(saved_at) from story)'],
      last_decision_at: ['When a person last decided on a finding.', '(select max(decided_at) from decision)'],
      last_change_seq: [
        'Number of the last change; 0 when there is none.',
        '(select value from sequencer where id = 1)',
      ],
      last_change_at: [
        'When that was.',
        '(select at from change where seq = (select value from sequencer where id = 1))',
      ],
      stories_waiting: [
        'Stories on their way: discovered, fetched or extracted.',
        "(select count(*) from story where state in ('discovered', 'fetched', 'extracted'))",
      ],
      claims_pending: [
        'Claims that no person has decided on.',
        "(select count(*) from finding where status = 'pending')",
      ],
      sources_alarmed: [
        'Sources with an alarm (silence, stories without text or findings).',
        '(select count(*) from source where alarmed_at is not null)',
      ],
    },
    from: '(select 1 as one) as single',
  }),
};

/** In the order of the pipeline. */
export const storyViews: readonly View[] = [story, storyVersion];
export const freshnessViews: readonly View[] = [freshness];
