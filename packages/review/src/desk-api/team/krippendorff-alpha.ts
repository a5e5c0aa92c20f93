// Agreement of any number of people who each judged some of the items. Pure.

/**
 * Krippendorff's α for nominal labels: 1 − D_o / D_e over the coincidences of labels within items. Items with one label say
 * nothing and are left out. Source: Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”, University of
 * Pennsylvania (sections A to C). Null where no item has two labels, and where all labels are the same.
 */
export function krippendorffAlpha(items: readonly (readonly string[])[]): number | null {
  const paired = items.filter((labels) => labels.length > 1);
  const totals = new Map<string, number>();
  let disagreed = 0;
  for (const labels of paired) {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    for (const [label, count] of counts) {
      totals.set(label, (totals.get(label) ?? 0) + count);
      disagreed += (count * (labels.length - count)) / (labels.length - 1);
    }
  }
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  const byChance = [...totals.values()].reduce((sum, count) => sum + count * (all - count), 0);
  return byChance === 0 ? null : 1 - ((all - 1) * disagreed) / byChance;
}
