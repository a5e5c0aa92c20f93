// The demo's invented newspapers: name, home, page template, and how each delivers its stories. Knows no story and no address.

type OutletId = 'old-pueblo' | 'front-range' | 'common-record' | 'bay-observer' | 'county-line';
export type TemplateName = 'broadsheet' | 'magazine' | 'classic';
export type Delivery = 'rss' | 'atom' | 'news-sitemap' | 'broken-rss';

export interface Outlet {
  readonly id: OutletId;
  readonly name: string;
  /** null for a paper that belongs to no town. */
  readonly home: { readonly place: string; readonly state: string } | null;
  readonly template: TemplateName;
  readonly delivery: Delivery;
  /** Path of the feed or sitemap on the wire's server. */
  readonly deliveryPath: string;
  /** What every story's path ends with. */
  readonly pathSuffix: string;
}

export const outlets: readonly Outlet[] = [
  {
    id: 'old-pueblo',
    name: 'Old Pueblo Dispatch',
    home: { place: 'Tucson', state: 'AZ' },
    template: 'broadsheet',
    delivery: 'rss',
    deliveryPath: '/old-pueblo/feed.xml',
    pathSuffix: '',
  },
  {
    id: 'front-range',
    name: 'Front Range Courier',
    home: { place: 'Aurora', state: 'CO' },
    template: 'magazine',
    delivery: 'atom',
    deliveryPath: '/front-range/atom.xml',
    pathSuffix: '/',
  },
  {
    id: 'common-record',
    name: 'Worcester Common Record',
    home: { place: 'Worcester', state: 'MA' },
    template: 'classic',
    delivery: 'news-sitemap',
    deliveryPath: '/common-record/news-sitemap.xml',
    pathSuffix: '.html',
  },
  {
    id: 'bay-observer',
    name: 'Commencement Bay Observer',
    home: { place: 'Tacoma', state: 'WA' },
    template: 'classic',
    delivery: 'broken-rss',
    deliveryPath: '/bay-observer/rss',
    pathSuffix: '.html',
  },
  {
    id: 'county-line',
    name: 'The County Line',
    home: null,
    template: 'broadsheet',
    delivery: 'rss',
    deliveryPath: '/county-line/rss.xml',
    pathSuffix: '',
  },
];

/** The outlet of that id. Throws for an id that is none: the stories are ours, so that is a slip of ours. */
export function outletById(id: string): Outlet {
  const outlet = outlets.find((candidate) => candidate.id === id);
  if (outlet === undefined) throw new Error(`no outlet "${id}"; expected ${outlets.map((o) => o.id).join(', ')}`);
  return outlet;
}
