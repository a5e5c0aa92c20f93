// Who is at the desk, however he or she came in, and which roles include which. Knows no HTTP.
import type { DeskSession, UserRole } from '@civicwire/store';

/** An open session. `csrf` is the secret that everything that changes something carries; `id` names the session, opens nothing. */
export interface Session {
  readonly id: string;
  readonly csrf: string;
  /** Decisions are kept under this name. */
  readonly editor: string;
  readonly userId: string;
  readonly role: UserRole;
  /** Of somebody who signed in; null for the one who came by the one-time address. */
  readonly account: DeskSession | null;
}

const ranks: Readonly<Record<UserRole, number>> = { viewer: 0, editor: 1, admin: 2 };

/** Whether a role may do what is open to another. */
export function includesRole(role: UserRole, wanted: UserRole): boolean {
  return ranks[role] >= ranks[wanted];
}
