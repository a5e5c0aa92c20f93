// Who holds which position on which issue, as a graph of two kinds of nodes (GraphML). Knows the view of stances; counts each
// actor's stances on each issue.
import { contentId } from '../hashing.ts';
import type { Context } from '../writing.ts';
import { datasetOf } from './datasets.ts';
import { readPages, type StoredRow } from './read-pages.ts';

const positions = ['supports', 'opposes', 'mixed', 'neutral'] as const;

interface Actor {
  readonly node: string;
  readonly label: string;
  readonly type: string;
  readonly role: string | null;
  readonly jurisdiction: string | null;
  readonly officialId: string | null;
}

interface Edge {
  readonly actor: string;
  readonly issue: string;
  readonly counts: Record<(typeof positions)[number], number>;
  published: number;
  firstSeen: string;
  lastSeen: string;
}

const keys = [
  ['node', 'kind', 'string'],
  ['node', 'label', 'string'],
  ['node', 'actor_type', 'string'],
  ['node', 'role', 'string'],
  ['node', 'jurisdiction', 'string'],
  ['node', 'official_id', 'string'],
  ['edge', 'weight', 'int'],
  ...positions.map((position) => ['edge', position, 'int'] as const),
  ['edge', 'net', 'int'],
  ['edge', 'published', 'int'],
  ['edge', 'first_seen', 'string'],
  ['edge', 'last_seen', 'string'],
] as const;

/**
 * Every actor with a stance in use, every issue, and an edge for each pair that has stances: `weight` is their number, `net` is
 * supports − opposes. Officials are one node after all merges; other holders are told apart by type and name.
 */
export async function* graphmlStream(context: Context): AsyncGenerator<string> {
  const { actors, edges } = await countEdges(context);
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...keys.map(([on, name, type]) => `<key id="${on}_${name}" for="${on}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph id="actors_by_issue" edgedefault="undirected">',
    '',
  ].join('\n');
  for (const actor of actors)
    yield element('node', `id="${actor.node}"`, {
      kind: 'actor',
      label: actor.label,
      actor_type: actor.type,
      role: actor.role,
      jurisdiction: actor.jurisdiction,
      official_id: actor.officialId,
    });
  for (const issue of [...new Set(edges.map((edge) => edge.issue))].sort())
    yield element('node', `id="${issueNode(issue)}"`, { kind: 'issue', label: issue });
  for (const { actor, issue, counts, published, firstSeen, lastSeen } of edges)
    yield element('edge', `source="${actor}" target="${issueNode(issue)}"`, {
      weight: positions.reduce((sum, position) => sum + counts[position], 0),
      ...counts,
      net: counts.supports - counts.opposes,
      published,
      first_seen: firstSeen,
      last_seen: lastSeen,
    });
  yield '</graph>\n</graphml>\n';
}

/** Ids of nodes are name tokens there: letters, digits and a few marks. Other names become a hash. */
const issueNode = (issue: string): string => `issue:${/^[\w.-]+$/.test(issue) ? issue : contentId('issue', issue)}`;

async function countEdges(
  context: Context,
): Promise<{ readonly actors: readonly Actor[]; readonly edges: readonly Edge[] }> {
  const actors = new Map<string, Actor>();
  const edges = new Map<string, Edge>();
  for await (const rows of readPages(context, datasetOf(context, 'v_stance'))) {
    for (const row of rows) {
      const actor = actorOf(row);
      if (!actors.has(actor.node)) actors.set(actor.node, actor);
      addStance(edges, actor.node, row);
    }
  }
  const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    actors: [...actors.values()].sort((a, b) => inOrder(a.node, b.node)),
    edges: [...edges.values()].sort((a, b) => inOrder(a.actor, b.actor) || inOrder(a.issue, b.issue)),
  };
}

function actorOf(row: StoredRow): Actor {
  const text = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  const officialId = text('official_id');
  const holder = String(row.holder);
  const type = String(row.holder_type);
  return {
    node: officialId === null ? `actor:${contentId(type, holder)}` : `official:${officialId}`,
    label: text('official_name') ?? holder,
    type,
    role: text('official_role'),
    jurisdiction: text('jurisdiction'),
    officialId,
  };
}

function addStance(edges: Map<string, Edge>, actor: string, row: StoredRow): void {
  const issue = String(row.issue);
  const seenOn = String(row.seen_on);
  const key = JSON.stringify([actor, issue]);
  const counts = { supports: 0, opposes: 0, mixed: 0, neutral: 0 };
  const edge = edges.get(key) ?? { actor, issue, counts, published: 0, firstSeen: seenOn, lastSeen: seenOn };
  edge.counts[row.position as (typeof positions)[number]] += 1;
  edge.published += Number(row.published);
  if (seenOn < edge.firstSeen) edge.firstSeen = seenOn;
  if (seenOn > edge.lastSeen) edge.lastSeen = seenOn;
  edges.set(key, edge);
}

function element(
  name: 'node' | 'edge',
  attributes: string,
  data: Readonly<Record<string, string | number | null>>,
): string {
  const inner = Object.entries(data).flatMap(([key, value]) =>
    value === null ? [] : [`<data key="${name}_${key}">${escapeXml(String(value))}</data>`],
  );
  return `<${name} ${attributes}>${inner.join('')}</${name}>\n`;
}

/** Text for XML 1.0, which has no way to write most control characters: they become U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
