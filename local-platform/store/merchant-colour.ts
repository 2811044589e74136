/** Merchant colours are numbered 1 to this. */
export const merchantColours = 12;

/**
 * The colour for the next merchant of a list: the one used least so far, the lowest number among equals,
 * and never that of a neighbour in the list.
 */
export function pickColour(used: readonly number[], neighbours: readonly number[]): number {
  const uses = Array.from({ length: merchantColours }, () => 0);
  for (const colour of used) uses[colour - 1] = (uses[colour - 1] ?? 0) + 1;
  const free = uses.map((count, index) => ({ colour: index + 1, count })).filter(({ colour }) => !neighbours.includes(colour));
  return free.reduce((best, candidate) => (candidate.count < best.count ? candidate : best)).colour;
}
