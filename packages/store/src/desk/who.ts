// Who does something at the desk: the name that decisions are kept under, and the session that holds items. Knows no rights.
export interface DeskWho {
  readonly editor: string;
  /** Hash of the session's secret: names the session, opens nothing. */
  readonly sessionId: string;
}
