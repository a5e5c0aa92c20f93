// The fields of a claim with what an editor may choose for each: names that the story has, words of fixed lists. Knows kinds and
// their values; runs no query.
import { holderTypes, officialTenures, positions, quoteKinds } from '@civicwire/shared';
import type { Finding, FindingKind } from '@civicwire/store';
import type { DeskItem } from '../contract.ts';
import type { PlacesNamed } from '../handlers.ts';

type Field = DeskItem['fields'][number];
type Candidate = Field['candidates'][number];
type Value = Readonly<Record<string, unknown>>;

/** What candidates are drawn from. */
export interface FieldSources {
  readonly finding: Finding;
  /** Of the same story, those that stand. */
  readonly others: readonly Finding[];
  readonly issues: readonly string[];
  readonly placesNamed: PlacesNamed;
  /** What an issue proposes; null when it is unknown. */
  readonly describeIssue: (issue: string) => string | null;
}

interface FieldForm {
  readonly name: string;
  readonly label: string;
  readonly type: Field['type'];
  readonly nullable?: boolean;
  readonly candidates?: (sources: FieldSources) => readonly Candidate[];
}

const candidatesMax = 30;

function plain(name: string, value: unknown, label: string, why: string | null = null, at?: Finding): Candidate {
  return { label, why, patch: { [name]: value }, start: at?.start ?? null, end: at?.end ?? null };
}

/** One candidate for each word of a fixed list: those are all there are. */
function listed(name: string, words: readonly string[]): () => Candidate[] {
  return () => words.map((word) => plain(name, word, word));
}

const settledOf = (finding: Finding): Value => finding.decidedValue ?? finding.value;
const textOf = (value: Value, name: string): string | null => {
  const found = value[name];
  return typeof found === 'string' && found !== '' ? found : null;
};

/** Names of people and bodies in the story, each once, with what the story says they are. */
function names({ others }: FieldSources): { name: string; why: string; type: string; at: Finding }[] {
  const found = others.flatMap((finding) => {
    const value = settledOf(finding);
    const entry = (name: string | null, why: string, type: string) =>
      name === null ? [] : [{ name, why, type, at: finding }];
    if (finding.kind === 'official') {
      const office = textOf(value, 'title') ?? textOf(value, 'role');
      return [
        ...entry(textOf(value, 'name'), office ?? 'official of this story', 'official'),
        ...entry(textOf(value, 'organization'), 'organization of this story', 'organization'),
      ];
    }
    if (finding.kind === 'quote') return entry(textOf(value, 'speaker_name'), 'is quoted', 'person');
    if (finding.kind === 'stance') {
      return entry(textOf(value, 'holder'), 'holds a stance', textOf(value, 'holder_type') ?? 'person');
    }
    return [];
  });
  const byName = new Map<string, (typeof found)[number]>();
  for (const one of found) if (!byName.has(one.name)) byName.set(one.name, one);
  return [...byName.values()];
}

function named(name: string, also: (type: string) => Value = () => ({})): (sources: FieldSources) => Candidate[] {
  return (sources) =>
    names(sources).map(({ name: value, why, type, at }) => ({
      ...plain(name, value, value, why, at),
      patch: { [name]: value, ...also(type) },
    }));
}

/** What other findings of the same kind in this story say in this field. */
function elsewhere(name: string): (sources: FieldSources) => Candidate[] {
  return ({ others, finding }) => {
    const found = others.flatMap((other) => {
      const value = other.kind === finding.kind ? textOf(settledOf(other), name) : null;
      return value === null ? [] : [plain(name, value, value, other.label)];
    });
    return [...new Map(found.map((candidate) => [candidate.label, candidate])).values()];
  };
}

function places({ finding, others, placesNamed }: FieldSources): Candidate[] {
  const name = textOf(settledOf(finding), 'name') ?? finding.text;
  const ofName = [...new Set([name, finding.text])].flatMap((one) => placesNamed(one));
  const known = ofName.map(({ name: city, state, geoid, lat, lon }) => ({
    label: `${city}, ${state}`,
    why: 'a place of this name',
    patch: { name: city, state, geoid, lat, lon },
    ...{ start: null, end: null },
  }));
  const inStory = others.flatMap((other): Candidate[] => {
    if (other.kind !== 'city') return [];
    const { name: city, state, geoid, lat, lon } = settledOf(other);
    const label = typeof state === 'string' ? `${city}, ${state}` : String(city);
    return [
      {
        label,
        why: 'named in this story',
        patch: { name: city, state, geoid, lat, lon },
        start: other.start,
        end: other.end,
      },
    ];
  });
  return [...new Map([...known, ...inStory].map((one) => [one.label, one])).values()];
}

const bases = ['position', 'practice'] as const;

const forms: Readonly<Record<FindingKind, readonly FieldForm[]>> = {
  city: [
    { name: 'name', label: 'City', type: 'text', candidates: places },
    { name: 'state', label: 'State', type: 'text', nullable: true },
    { name: 'focus', label: 'The story is about it', type: 'flag' },
    { name: 'geoid', label: 'Census GEOID', type: 'text', nullable: true },
    { name: 'lat', label: 'Latitude', type: 'number', nullable: true },
    { name: 'lon', label: 'Longitude', type: 'number', nullable: true },
  ],
  official: [
    { name: 'name', label: 'Name', type: 'text', nullable: true, candidates: named('name') },
    { name: 'title', label: 'Title', type: 'text', nullable: true, candidates: elsewhere('title') },
    { name: 'role', label: 'Role', type: 'text', nullable: true, candidates: elsewhere('role') },
    {
      name: 'organization',
      label: 'Organization',
      type: 'text',
      nullable: true,
      candidates: elsewhere('organization'),
    },
    {
      name: 'jurisdiction',
      label: 'Jurisdiction',
      type: 'text',
      nullable: true,
      candidates: elsewhere('jurisdiction'),
    },
    {
      name: 'jurisdiction_id',
      label: 'OCD division id',
      type: 'text',
      nullable: true,
      candidates: elsewhere('jurisdiction_id'),
    },
    { name: 'tenure', label: 'Tenure', type: 'choice', candidates: listed('tenure', officialTenures) },
  ],
  quote: [
    { name: 'speaker_name', label: 'Speaker', type: 'text', nullable: true, candidates: named('speaker_name') },
    { name: 'kind', label: 'Kind', type: 'choice', candidates: listed('kind', quoteKinds) },
  ],
  stance: [
    { name: 'holder', label: 'Holder', type: 'text', candidates: named('holder', (type) => ({ holder_type: type })) },
    { name: 'holder_type', label: 'Holder is', type: 'choice', candidates: listed('holder_type', holderTypes) },
    {
      name: 'issue',
      label: 'Issue',
      type: 'text',
      candidates: ({ issues, describeIssue }) =>
        issues.map((issue) => plain('issue', issue, issue, describeIssue(issue))),
    },
    { name: 'position', label: 'Position', type: 'choice', candidates: listed('position', positions) },
    { name: 'basis', label: 'Basis', type: 'choice', candidates: listed('basis', bases) },
    { name: 'target', label: 'Directed at', type: 'text', nullable: true, candidates: named('target') },
    { name: 'attributed_by', label: 'According to', type: 'text', nullable: true, candidates: named('attributed_by') },
    { name: 'act', label: 'Act', type: 'text', candidates: elsewhere('act') },
    { name: 'modality', label: 'Modality', type: 'text', candidates: elsewhere('modality') },
  ],
};

/** The fields in the order of work. */
export function fieldsOf(sources: FieldSources): Field[] {
  const { finding } = sources;
  const [value, machine]: Value[] = [settledOf(finding), finding.value];
  return forms[finding.kind].map(({ name, label, type, nullable = false, candidates }) => ({
    name,
    label,
    type,
    nullable,
    value: value?.[name] ?? null,
    machine_value: machine?.[name] ?? null,
    candidates: (candidates?.(sources) ?? []).slice(0, candidatesMax),
  }));
}
