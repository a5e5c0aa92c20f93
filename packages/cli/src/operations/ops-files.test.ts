// The files of ops/ against the program: every metric and label in the dashboard and in the alerts is one that it exports.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock, workKinds } from '@civicwire/shared';
import { openStore } from '@civicwire/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '../testing/run-program.ts';
import { createTally } from '../workers/tally.ts';
import { addLedgerGauges } from './ledger-gauges.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createMetrics } from './metrics.ts';
import { addQueueGauges } from './queue-gauges.ts';

const opsFolder = fileURLToPath(new URL('../../../../ops/', import.meta.url));
const read = (file: string): string => readFileSync(join(opsFolder, file), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'civicwire-ops-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Labels of each series that a process exports, by name. */
const exported = new Map<string, ReadonlySet<string>>([['up', new Set()]]);
/** Put there by Prometheus itself. */
const ownLabels = new Set(['job', 'instance']);

beforeAll(async () => {
  const store = await openStore(`sqlite:${join(folder, 'store.db')}`, { clock: systemClock });
  const { registry } = createMetrics({ role: 'run', version: '0', dialect: 'sqlite' }, createTally().snapshot);
  addLedgerGauges(registry, createLedgerReader(store, systemClock));
  addQueueGauges(registry, { depth: async () => ({ waiting: 0, delayed: 0, active: 0, regular: 0 }) });
  const metrics = await registry.getMetricsAsJSON();
  for (const { name, type } of metrics) {
    const { labelNames } = registry.getSingleMetric(name) as unknown as { labelNames: readonly string[] };
    exported.set(name, new Set(labelNames));
    if (String(type) !== 'histogram') continue;
    exported.set(`${name}_bucket`, new Set([...labelNames, 'le']));
    for (const part of ['sum', 'count']) exported.set(`${name}_${part}`, new Set(labelNames));
  }
  await store.close();
});

/** What is wrong with an expression's names; the rest of PromQL is promtool's. */
function faultsOf(expression: string): string[] {
  const faults: string[] = [];
  let depth = 0;
  for (const bracket of expression.replace(/"[^"]*"/g, '""').match(/[(){}[\]]/g) ?? []) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    if (depth < 0) break;
  }
  if (depth !== 0) faults.push(`brackets do not close: ${expression}`);
  const series = [...expression.matchAll(/\b(up|(?:civicwire|process|nodejs)_[a-z0-9_]+)(?:\{([^}]*)\})?/g)];
  if (series.length === 0) faults.push(`no metric: ${expression}`);
  const labels = new Set<string>();
  for (const [, name = '', matchers = ''] of series) {
    const known = exported.get(name);
    if (known === undefined) {
      faults.push(`${name} is not exported`);
      continue;
    }
    for (const label of known) labels.add(label);
    for (const [, label = ''] of matchers.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)/g))
      if (!known.has(label) && !ownLabels.has(label)) faults.push(`${name} has no label ${label}`);
  }
  for (const [, names = ''] of expression.matchAll(/\b(?:by|on|without|ignoring)\s*\(([^)]*)\)/g))
    for (const label of names.split(',').map((word) => word.trim()))
      if (!labels.has(label) && !ownLabels.has(label)) faults.push(`nothing has the label ${label}: ${expression}`);
  return faults;
}

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string };
}

test('every alert asks for series that are exported, and says what to do', () => {
  const { groups } = parse(read('prometheus/alerts.yml')) as { groups: { rules: Alert[] }[] };
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.length).toBeGreaterThan(10);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { alert, expr, labels, annotations, for: duration } of rules) {
    expect([alert, faultsOf(expr)]).toEqual([alert, []]);
    expect(['critical', 'warning', 'info']).toContain(labels.severity);
    expect(annotations.summary.length * annotations.description.length).toBeGreaterThan(0);
    if (duration !== undefined) expect(duration).toMatch(/^\d+[smh]$/);
  }
});

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

test('every panel of the dashboard asks for series that are exported, and none lies on another', () => {
  const { panels } = JSON.parse(read('grafana/dashboards/civicwire.json')) as { panels: Panel[] };
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  const taken = new Set<string>();
  for (const { title, type, gridPos, targets = [] } of panels) {
    expect([title, targets.length > 0]).toEqual([title, type !== 'row']);
    for (const { expr, legendFormat } of targets) {
      expect([title, faultsOf(expr)]).toEqual([title, []]);
      for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g))
        expect(`${expr} by instance`).toContain(label);
    }
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect([title, x < 24 && !taken.has(`${x},${y}`)]).toEqual([title, true]);
        taken.add(`${x},${y}`);
      }
  }
});

/** Flags and variables that the program's help names for a command. */
async function helpOf(...command: readonly string[]): Promise<string> {
  const { code, stdout } = await runProgram([...command, '--help']);
  expect(code).toBe(0);
  return stdout;
}

interface Service {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

test('the compose file runs each worker with flags and variables that there are, and opens nothing to the world', async () => {
  const { services } = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
  const help = await helpOf('worker');
  const ours = Object.entries(services).filter(([, { image }]) => image === 'civicwire');
  expect(ours.map(([name]) => name)).toEqual([...workKinds]);
  for (const [name, { command, environment, networks, read_only: isReadOnly, cap_drop: dropped }] of ours) {
    expect(command.slice(0, 2)).toEqual(['worker', name]);
    for (const word of command.filter((one) => one.startsWith('--'))) expect(help).toContain(`${word} `);
    for (const variable of Object.keys(environment)) expect(help).toContain(variable);
    // Those who ask the web have a way to it; those who read what came from there have none.
    expect([name, networks.includes('web')]).toEqual([name, name === 'poll' || name === 'fetch']);
    expect([isReadOnly, dropped]).toEqual([true, ['ALL']]);
  }
  for (const { ports = [] } of Object.values(services))
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  expect(services.redis?.command.join(' ')).toContain('--appendonly yes');
  expect(services.redis?.command.join(' ')).toContain('--maxmemory-policy noeviction');
});

test('the systemd units start the program by flags that there are, as nobody in particular, and shut the rest off', async () => {
  for (const [file, command] of [
    ['systemd/civicwire-run.service', 'run'],
    ['systemd/civicwire-worker@.service', 'worker'],
  ] as const) {
    const unit = read(file);
    const start = /^ExecStart=\S+ packages\/cli\/bin\/civicwire\.mjs (\w+)(.*)$/m.exec(unit);
    expect([file, start?.[1]]).toEqual([file, command]);
    const help = await helpOf(command);
    for (const [flag] of (start?.[2] ?? '').matchAll(/--[a-z-]+/g)) expect(help).toContain(`${flag} `);
    for (const line of ['User=civicwire', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet='])
      expect(unit.split('\n')).toContain(line);
  }
  const help = await helpOf('worker');
  for (const [, variable = ''] of read('systemd/civicwire.env.example').matchAll(/^([A-Z_]+)=/gm))
    expect(help).toContain(variable);
});

test('a name that is not exported, a foreign label and an open bracket are found', () => {
  expect(faultsOf('sum(civicwire_no_such_total)')).toEqual(['civicwire_no_such_total is not exported']);
  expect(faultsOf('civicwire_stories{stage="fetch"}')).toEqual(['civicwire_stories has no label stage']);
  expect(faultsOf('max by (reason) (civicwire_store_up)')).toEqual([expect.stringContaining('the label reason')]);
  expect(faultsOf('sum(up')).toEqual([expect.stringContaining('brackets')]);
});

test('metrics are named by the conventions, with their unit, and their labels are few', () => {
  for (const [name, labels] of exported) {
    if (!name.startsWith('civicwire_')) continue;
    expect(name).toMatch(/^civicwire_[a-z_]+$/);
    expect([name, /_(?:ms|millis|minutes|hours|mb|kb|percent)(?:_|$)/.test(name)]).toEqual([name, false]);
    for (const label of labels)
      expect([name, ['url', 'host', 'source', 'story', 'feed'].includes(label)]).toEqual([name, false]);
  }
});
