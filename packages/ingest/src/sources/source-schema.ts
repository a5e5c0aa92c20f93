// The shape of sources.yaml and what each field means. Knows no files and no positions.
import { z } from 'zod';
import { isAddressRange } from '../fetching/public-address.ts';
import { defaultLink, isSelector } from '../index-pages/index-page.ts';
import { isCron, isTimeZone } from '../polling/cron.ts';
import { repairUrl } from '../urls/repair-url.ts';
import { readInterval } from './read-interval.ts';
import { bodyRules, off, ruleKeys } from './source-rules.ts';

/** USPS codes of the states, the District and the inhabited territories. */
const states = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
   RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP`.split(/\s+/),
);

const text = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected });
const address = text('an http or https address').refine((value) => repairUrl(value) !== null, {
  error: 'an http or https address',
});
const listed = z.strictObject({ url: address, off: off.optional() }, { error: 'an address, or url and off' });
/** An address, or one with a switch of its own. */
const addresses = z.array(z.union([address, listed], { error: 'an http or https address, or url and off' }), {
  error: 'a list of addresses, each on a line of its own after "- "',
});
const count = (expected: string, least: number, most: number) =>
  z.number({ error: expected }).int({ error: expected }).min(least, { error: expected }).max(most, { error: expected });

const home = z.strictObject(
  {
    place: text('the name of the city or town, e.g. Fresno'),
    state: text('a two-letter state code, e.g. CA')
      .transform((value) => value.toUpperCase())
      .refine((value) => states.has(value), { error: 'a two-letter state code, e.g. CA' }),
  },
  { error: 'a place and a state, e.g. {place: Fresno, state: CA}' },
);

const politeness = z.strictObject(
  {
    gap_ms: count('milliseconds between requests to one host, 0 to 600000', 0, 600_000).optional(),
    per_host: count('requests to one host at a time, 1 to 8', 1, 8).optional(),
  },
  { error: 'gap_ms and per_host' },
);

const selector = text('a CSS selector such as "main article"').refine(isSelector, {
  error: 'a CSS selector such as "main article"',
});

const indexPage = z.strictObject(
  {
    url: address,
    list: selector,
    link: selector.default(defaultLink),
    title: selector.optional(),
    date: selector.optional(),
    off: off.optional(),
  },
  { error: 'an index page: url and list, and if need be link, title and date' },
);

const inZone = z.strictObject({
  cron: text('a cron expression').refine(isCron, { error: 'a cron expression of five fields such as "30 6 * * 1-5"' }),
  time_zone: text('a time zone').refine(isTimeZone, { error: 'a time zone such as America/Phoenix' }),
});
const scheduleWords =
  'an interval between 1m and 30d, e.g. 30m, 2h or 1d, or times of a zone, e.g. {cron: "30 6 * * 1-5", time_zone: America/Phoenix}';
const schedule = z.union(
  [z.string().refine((value) => readInterval(value) !== null, { error: scheduleWords }), inZone],
  { error: scheduleWords },
);

const source = z.strictObject(
  {
    id: text('a short name of letters, digits and hyphens')
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'a short name of lower-case letters, digits and single hyphens' })
      .optional(),
    name: text('the name of the outlet'),
    home: home.optional(),
    national: z.boolean({ error: 'true or false' }).optional(),
    feeds: addresses.optional(),
    sitemaps: addresses.optional(),
    index_pages: z.array(indexPage, { error: 'a list of index pages, each with url and list' }).optional(),
    schedule: schedule.optional(),
    politeness: politeness.optional(),
    enabled: z.boolean({ error: 'true or false' }).optional(),
    off: off.optional(),
    body_rules: bodyRules.optional(),
  },
  { error: 'a source: name, home (or national: true), feeds, sitemaps or index_pages' },
);

/** The file as written; `load-sources.ts` gives it its defaults. Unknown keys are errors. */
export const sourcesFileSchema = z.strictObject(
  {
    contact: text('an address or a page where publishers reach you').optional(),
    allow_addresses: z
      .array(
        text('an address range such as 127.0.0.0/8').refine(isAddressRange, {
          error: 'an address range such as 127.0.0.0/8',
        }),
        {
          error: 'a list of address ranges such as 127.0.0.0/8',
        },
      )
      .optional(),
    politeness: politeness.optional(),
    sources: z.array(source, { error: 'a list of sources' }),
  },
  { error: 'a sources file: contact, politeness, allow_addresses and the list sources' },
);

export type WrittenSourcesFile = z.infer<typeof sourcesFileSchema>;

/** Every key that may stand in a sources file, for the suggestion beside an unknown one. */
export const knownKeys: readonly string[] = [
  ...Object.keys(sourcesFileSchema.shape),
  ...Object.keys(source.shape),
  ...Object.keys(home.shape),
  ...Object.keys(indexPage.shape),
  ...Object.keys(politeness.shape),
  ...Object.keys(inZone.shape),
  ...ruleKeys,
];
