// Keeps labels few: what a server answers must not decide how many time series there are. Knows words, no metric.

const wordMax = 40;
/** Statuses that an operator acts on one by one. */
const ownStatuses: ReadonlySet<string> = new Set(['http-401', 'http-403', 'http-404', 'http-410', 'http-429']);
/** Different reasons that one process will ever name. The program's own are about 40. */
const reasonsMax = 80;
const known = new Set<string>();

/** The reason as a label: other HTTP statuses by their hundred ("http-5xx"), anything unforeseen "other". */
export function boundedReason(reason: string): string {
  const status = /^http-(\d)\d\d$/.exec(reason);
  if (status !== null && !ownStatuses.has(reason)) return `http-${status[1]}xx`;
  if (!/^[a-z][a-z0-9-]*$/.test(reason) || reason.length > wordMax) return 'other';
  if (!known.has(reason) && known.size >= reasonsMax) return 'other';
  known.add(reason);
  return reason;
}
