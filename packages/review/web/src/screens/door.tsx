// Who is nobody yet: the sign-in form, or where to find the one-time address. Knows the session's call.
import { type FormEvent, useId, useState } from 'react';
import { come } from '../desk/create-desk.ts';
import { useCore, useDesk } from '../parts/desk-context.tsx';
import { isDesk } from './pages.ts';

export function Door() {
  const { session } = useDesk();
  return (
    <main className="door">
      <div className="door-card">
        <p className="brand">
          <span className="brand-mark" aria-hidden="true" />
          Civicwire <span>desk</span>
        </p>
        {session?.mode === 'users' ? (
          <>
            <h1>Sign in</h1>
            <SignIn />
          </>
        ) : (
          <>
            <h1>Please come in by the printed address</h1>
            <p>
              The desk opens with the one-time address that <code>civicwire review</code> prints when it starts. A
              session ends after twelve hours without use: start the program again then.
            </p>
          </>
        )}
      </div>
    </main>
  );
}

/** The form alone: also over a desk whose session has ended. */
export function SignIn() {
  const core = useCore();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { name: String(form.get('name') ?? ''), password: String(form.get('password') ?? '') };
    setBusy(true);
    const answer = await core.api.call('sign_in', { body });
    setBusy(false);
    if (answer.kind === 'done') await come(core, answer.answer, isDesk(location.pathname));
    else setProblem(answer.kind === 'lost' ? 'The server does not answer. Try again.' : answer.problem.detail);
  };
  return (
    <form className="sign-in" onSubmit={(event) => void submit(event)}>
      <label htmlFor={`${id}-name`}>Name</label>
      <input id={`${id}-name`} className="input" name="name" autoComplete="username" required data-focus />
      <label htmlFor={`${id}-password`}>Password</label>
      <input
        id={`${id}-password`}
        className="input"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <p className="problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="button primary" disabled={busy}>
        {busy ? 'Signing in …' : 'Sign in'}
      </button>
    </form>
  );
}
