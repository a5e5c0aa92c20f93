// THE list of the desk's screens, and how each is reached: for the accessibility tests and for the pictures. Knows no test.
interface DeskPicture {
  readonly name: string;
  readonly path: string;
  readonly keys: readonly string[];
  /** Selector of what must be there before keys are pressed. */
  readonly ready: string;
}

/** All screens that one editor comes to; a stance stands on most of them. */
export function screens(stanceId: string): readonly DeskPicture[] {
  const stance = `/desk?item=${stanceId}`;
  const claim = { ready: '.claim-title' };
  return [
    { name: 'desk', path: stance, keys: [], ...claim },
    { name: 'edit', path: stance, keys: ['e'], ...claim },
    { name: 'reject', path: stance, keys: ['x'], ...claim },
    { name: 'whole-story', path: stance, keys: ['v'], ...claim },
    { name: 'bulk', path: '/desk?kind=city', keys: ['b'], ...claim },
    { name: 'keys', path: stance, keys: ['?'], ...claim },
    { name: 'changes', path: stance, keys: ['d'], ...claim },
    { name: 'second-opinion', path: stance, keys: ['f'], ...claim },
    { name: 'print', path: `/desk/print/${stanceId}`, keys: [], ready: '.sheet' },
    { name: 'nothing-left', path: '/desk?words=nothing-has-these-words', keys: [], ready: 'text=Nothing is left' },
    { name: 'officials', path: '/desk/officials', keys: [], ready: '.table' },
    { name: 'team', path: '/desk/team', keys: [], ready: '.part' },
    { name: 'positions', path: '/desk/dashboards/positions', keys: [], ready: '.chart' },
    { name: 'timelines', path: '/desk/dashboards/timelines', keys: [], ready: '.chart' },
    { name: 'funnel', path: '/desk/dashboards/funnel', keys: [], ready: '.chart' },
    { name: 'stories', path: '/desk/dashboards/funnel?stories=saved', keys: [], ready: '.story-list' },
    { name: 'sources', path: '/desk/dashboards/sources', keys: [], ready: '.chart' },
    { name: 'rules', path: '/desk/dashboards/rules', keys: [], ready: '.chart' },
    { name: 'coverage', path: '/desk/dashboards/coverage', keys: [], ready: '.chart' },
  ];
}
