// Where the story comes from: headline, outlet, day, version, corrections, other printings. Knows the item's story.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { KeyHint } from '../parts/key-hint.tsx';
import { root } from '../screens/pages.ts';
import type { Change } from '../screens/screen-state.ts';
import { dayWords, plainWords } from '../text/words.ts';

interface StoryHeadProps {
  readonly item: DeskItem;
  readonly change: Change;
  readonly print: () => void;
}

export function StoryHead({ item, change, print }: StoryHeadProps) {
  const { story } = item;
  const { version, link, url, byline, section, published_at, modified_at, correction, printings } = story;
  return (
    <header className="story-head">
      <h2 className="headline" dir="auto">
        {story.title ?? 'Story without a title'}
      </h2>
      <ul className="story-facts">
        <li dir="auto">
          <strong>{story.source?.name ?? 'Unknown outlet'}</strong>
        </li>
        {byline !== null && <li dir="auto">{byline}</li>}
        {section !== null && <li dir="auto">{section}</li>}
        {published_at !== null && (
          <li>
            <time dateTime={published_at}>{dayWords(published_at)}</time>
          </li>
        )}
        {modified_at !== null && modified_at !== published_at && (
          <li>
            changed <time dateTime={modified_at}>{dayWords(modified_at)}</time>
          </li>
        )}
        <li>
          {version.of > 1 ? (
            <button
              type="button"
              className={version.is_current ? 'badge link' : 'badge link warn'}
              onClick={() => change({ dialog: { name: 'diff' } })}
            >
              Version {version.number} of {version.of} <KeyHint action="diff" />
            </button>
          ) : (
            <span className="badge">Only version</span>
          )}
        </li>
        <li>
          {link === null ? (
            <span dir="auto">{url}</span>
          ) : (
            <a href={link} rel="noopener noreferrer" target="_blank">
              Original<span className="hidden"> story (opens a new tab)</span> ↗
            </a>
          )}
        </li>
        <li>
          <button type="button" className="link-button" onClick={print}>
            For print <KeyHint action="print" />
          </button>
        </li>
      </ul>
      {!version.is_current && (
        <p className="warning">
          The outlet has changed the story since: this claim rests on words of an earlier version.
        </p>
      )}
      {correction !== null && (
        <p className="warning" dir="auto">
          <strong>Corrected by the outlet.</strong> {correction}
        </p>
      )}
      {printings.length > 0 && (
        <details className="printings">
          <summary>
            Also printed by {[...new Set(printings.map(({ source_name }) => source_name))].slice(0, 3).join(', ')}
            {printings.length > 3 && ' and others'}
          </summary>
          <ul>
            {printings.map(({ story_id, title, source_name, kind }) => (
              <li key={story_id} dir="auto">
                <a href={`${root}?show=all&story_id=${story_id}`}>{title ?? 'Story without a title'}</a>, {source_name}{' '}
                ({plainWords(kind)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}
