// Which of the dropped stories somebody should look at: those at which the program, not the page, failed. Knows reasons.

/** Put aside after their tries: no process survived them, the program failed at them, or reading them did not end. */
export const quarantineReasons = [
  'worker-died',
  'worker-fault',
  'extraction-crashed',
  'unreadable-extraction',
  'timed-out',
  'no-snapshot',
] as const;

/** Stories in quarantine by reason; reasons without any are left out. */
export function quarantined(droppedByReason: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    quarantineReasons.flatMap((reason) => {
      const count = droppedByReason[reason] ?? 0;
      return count > 0 ? [[reason, count]] : [];
    }),
  );
}
