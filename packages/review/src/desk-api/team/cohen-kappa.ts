// Agreement of two people beyond chance. Pure.

/**
 * Cohen's κ for nominal labels: (p_o − p_e) / (1 − p_e), where p_e is what chance gives two people with these shares of labels.
 * Source: Cohen 1960, “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20(1), 37–46.
 * Null for no item, and where both always say one and the same label: chance alone would give that.
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | null {
  if (pairs.length === 0) return null;
  const count = (side: 0 | 1, label: string) => pairs.filter((pair) => pair[side] === label).length;
  const agreed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const labels = new Set(pairs.flat());
  const byChance = [...labels].reduce((sum, label) => sum + count(0, label) * count(1, label), 0) / pairs.length ** 2;
  return byChance === 1 ? null : (agreed - byChance) / (1 - byChance);
}
