// Rule scorecards: found, judged, accepted, precision with its interval, drift. Knows what is asked and drawn.
import { useCore } from '../../parts/desk-context.tsx';
import { useLoaded } from '../../parts/loaded.tsx';
import { countWords, kinds, kindWords, numberWords } from '../../text/words.ts';
import { Figure } from '../chart/figure.tsx';
import type { Cell, TableData } from '../chart/table-data.ts';
import { counted, numberColumn, textColumn } from '../chart/table-data.ts';
import { LoadedBoard } from '../loaded-board.tsx';
import { type Search, useSearch } from '../use-search.ts';
import { ForestChart } from './forest-chart.tsx';
import { compareRules, driftWords, orders, precisionWords, type RuleCard, type RuleOrder } from './rule-words.ts';

const rulesInChart = 60;

export function RulesBoard() {
  const core = useCore();
  const search = useSearch();
  const loaded = useLoaded(() => core.api.call('get_rules', {}), [core]);
  return <LoadedBoard loaded={loaded}>{({ rules }) => <Rules rules={rules} search={search} />}</LoadedBoard>;
}

function Rules({ rules, search }: { readonly rules: readonly RuleCard[]; readonly search: Search }) {
  const kind = search.get('kind');
  const words = search.get('words')?.toLowerCase() ?? '';
  const given = search.get('order');
  const order: RuleOrder = given !== null && given in orders ? (given as RuleOrder) : 'found';
  const shown = rules
    .filter((card) => (kind === null || card.kind === kind) && card.rule.toLowerCase().includes(words))
    .sort(compareRules(order));
  const judged = shown.filter(({ precision }) => precision !== null);
  const worse = shown.filter(({ drift }) => drift === 'down');
  return (
    <>
      <div className="line-form board-choices">
        <label>
          Kind
          <select className="input" value={kind ?? ''} onChange={(event) => search.set({ kind: event.target.value })}>
            <option value="">All kinds</option>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {kindWords[one].many}
              </option>
            ))}
          </select>
        </label>
        <label>
          Order
          <select className="input" value={order} onChange={(event) => search.set({ order: event.target.value })}>
            {(Object.keys(orders) as RuleOrder[]).map((one) => (
              <option key={one} value={one}>
                {orders[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Letters of the rule’s name
          <input
            className="input"
            type="search"
            autoComplete="off"
            value={search.get('words') ?? ''}
            onChange={(event) => search.set({ words: event.target.value })}
          />
        </label>
      </div>
      <Figure
        title="Rule scorecards"
        note={
          <>
            {countWords(shown.length, 'rule')}, {numberWords(judged.length)} judged by editors
            {worse.length > 0 && (
              <strong className="bad-words">; worse lately: {worse.map(({ rule }) => rule).join(', ')}</strong>
            )}
            . ▲ ▼ only where the two 95 % intervals do not meet.
            {shown.length > rulesInChart && ` The first ${rulesInChart} are drawn.`}
          </>
        }
        table={ruleTable(shown)}
        none="No rule fits this choice."
      >
        {(width) => <ForestChart rules={shown.slice(0, rulesInChart)} width={width} />}
      </Figure>
    </>
  );
}

function ruleTable(rules: readonly RuleCard[]): TableData {
  const share = (precision: RuleCard['precision']): Cell =>
    precision === null
      ? { value: null }
      : { value: Math.round(precision.share * 1000) / 1000, words: precisionWords(precision) };
  return {
    columns: [
      ...[textColumn('Rule'), textColumn('Kind')],
      ...['Found', 'To review', 'Accepted', 'Edited', 'Rejected', 'Reopened'].map(numberColumn),
      ...['Precision', 'Last 30 days', 'Before'].map(numberColumn),
      ...[textColumn('Drift'), textColumn('What it reads')],
    ],
    rows: rules.map((card) => {
      const { rule, kind, reads, found, precision, recent, earlier, drift } = card;
      const of = { ...found.filter, kind };
      return [
        { value: rule },
        { value: kind },
        counted(found.count, of),
        ...(['pending', 'accepted', 'edited', 'rejected', 'reopened'] as const).map((show) =>
          counted(card[show], { ...of, show }),
        ),
        ...[precision, recent, earlier].map(share),
        { value: drift === null ? null : driftWords[drift].words },
        { value: reads },
      ];
    }),
  };
}
