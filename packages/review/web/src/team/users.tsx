// Who may sign in, as what; and one's own password. Knows the users' calls.
import { type FormEvent, useId, useState } from 'react';
import type { DeskAnswer, DeskBody } from '../../../src/desk-api/contract.ts';
import { Moment } from '../parts/badges.tsx';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { Part, problemWords, useLoaded } from '../parts/loaded.tsx';

type User = DeskAnswer<'list_users'>[number];
type Role = User['role'];

const roles: readonly Role[] = ['viewer', 'editor', 'admin'];
const passwordMin = 12;

export function Users() {
  const core = useCore();
  const users = useLoaded(() => core.api.call('list_users', {}), [core]);
  const [problem, setProblem] = useState<string | null>(null);
  const change = async (id: string, body: DeskBody<'change_user'>) => {
    const answer = await core.api.call('change_user', { id, body });
    setProblem(answer.kind === 'done' ? null : problemWords(answer));
    users.again();
  };
  return (
    <Part title="Users" loaded={users}>
      {(all) => (
        <>
          <div className="scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Role</th>
                  <th scope="col">Last seen</th>
                  <th scope="col">May come in</th>
                </tr>
              </thead>
              <tbody>
                {all.map((user) => (
                  <UserRow key={user.id} user={user} change={(body) => void change(user.id, body)} />
                ))}
              </tbody>
            </table>
          </div>
          <p className="problem" role="alert">
            {problem}
          </p>
          <AddUser added={users.again} />
        </>
      )}
    </Part>
  );
}

interface UserRowProps {
  readonly user: User;
  readonly change: (body: DeskBody<'change_user'>) => void;
}

function UserRow({ user, change }: UserRowProps) {
  const { session } = useDesk();
  const { id, name, role, disabled, last_seen_at } = user;
  const isSelf = session?.user?.id === id;
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td>
        <select
          className="input narrow"
          aria-label={`Role of ${name}`}
          value={role}
          disabled={isSelf}
          onChange={(event) => change({ role: event.target.value as Role })}
        >
          {roles.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </td>
      <td>{last_seen_at === null ? 'never' : <Moment time={last_seen_at} />}</td>
      <td>
        <label className="option-line">
          <input
            type="checkbox"
            checked={!disabled}
            disabled={isSelf}
            aria-label={`${name} may come in`}
            onChange={() => change({ disabled: !disabled })}
          />
          {disabled ? 'no' : 'yes'}
        </label>
      </td>
    </tr>
  );
}

function AddUser({ added }: { readonly added: () => void }) {
  const core = useCore();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const words = (name: string) => String(data.get(name) ?? '');
    const answer = await core.api.call('add_user', {
      body: { name: words('name'), password: words('password'), role: words('role') as Role },
    });
    setProblem(answer.kind === 'done' ? null : problemWords(answer));
    if (answer.kind !== 'done') return;
    form.reset();
    added();
  };
  return (
    <form className="line-form" onSubmit={(event) => void submit(event)} aria-label="Add a user">
      <label htmlFor={`${id}-name`}>
        New user
        <input id={`${id}-name`} className="input" name="name" required maxLength={100} autoComplete="off" />
      </label>
      <label htmlFor={`${id}-password`}>
        First password ({passwordMin} characters or more)
        <input
          id={`${id}-password`}
          className="input"
          name="password"
          type="password"
          required
          minLength={passwordMin}
          autoComplete="new-password"
        />
      </label>
      <label htmlFor={`${id}-role`}>
        Role
        <select id={`${id}-role`} className="input" name="role" defaultValue="editor">
          {roles.map((role) => (
            <option key={role}>{role}</option>
          ))}
        </select>
      </label>
      <button type="submit" className="button primary">
        Add
      </button>
      <p className="problem" role="alert">
        {problem}
      </p>
    </form>
  );
}

/** One's own password; other sessions of oneself end. */
export function OwnPassword() {
  const core = useCore();
  const id = useId();
  const [words, setWords] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const answer = await core.api.call('set_own_password', {
      body: { old_password: String(data.get('old') ?? ''), new_password: String(data.get('new') ?? '') },
    });
    setWords(
      answer.kind === 'done' ? 'Your password is changed; your other sessions have ended.' : problemWords(answer),
    );
    if (answer.kind === 'done') form.reset();
  };
  return (
    <section className="part">
      <h2>Your password</h2>
      <form className="line-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor={`${id}-old`}>
          Old password
          <input
            id={`${id}-old`}
            className="input"
            name="old"
            type="password"
            required
            autoComplete="current-password"
          />
        </label>
        <label htmlFor={`${id}-new`}>
          New password
          <input
            id={`${id}-new`}
            className="input"
            name="new"
            type="password"
            required
            minLength={passwordMin}
            autoComplete="new-password"
          />
        </label>
        <button type="submit" className="button">
          Change
        </button>
        <p role="status">{words}</p>
      </form>
    </section>
  );
}
