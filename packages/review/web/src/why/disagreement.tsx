// Both sides, when the machine has come to say something else than a person decided. Knows one item's disagreement.
import type { DeskItem } from '../../../src/desk-api/contract.ts';
import { Moment } from '../parts/badges.tsx';
import { plainWords, valueWords, verdictWords } from '../text/words.ts';

interface DisagreementProps {
  readonly item: DeskItem;
  readonly disagreement: NonNullable<DeskItem['disagreement']>;
}

export function Disagreement({ item, disagreement }: DisagreementProps) {
  const { editor, decided_at, verdict, person, machine, differing } = disagreement;
  const names = differing.length > 0 ? differing : Object.keys(person ?? machine ?? {});
  const labelOf = (name: string) => item.fields.find((field) => field.name === name)?.label ?? plainWords(name);
  const side = (value: Readonly<Record<string, unknown>> | null, none: string, name: string) =>
    value === null ? none : (valueWords(value[name]) ?? '–');
  return (
    <section className="reason both-sides">
      <h3>The machine now says otherwise</h3>
      <p className="small">
        {verdictWords[verdict]} by <span dir="auto">{editor}</span>, <Moment time={decided_at} />. That word stands
        until a person changes it.
      </p>
      {machine === null ? (
        <p>The latest reading does not find this any more.</p>
      ) : (
        <table className="sides">
          <thead>
            <tr>
              <td />
              <th scope="col">Person</th>
              <th scope="col">Machine now</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <tr key={name}>
                <th scope="row">{labelOf(name)}</th>
                <td dir="auto">{side(person, 'rejected', name)}</td>
                <td dir="auto">{side(machine, 'not found', name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
