/**
 * Indexes of a longest increasing subsequence of `values`; entries below 0 are left out.
 * Rows in it keep their place, so that the fewest possible move.
 */
export function longestIncreasing(values: ArrayLike<number>): number[] {
  const before = new Int32Array(values.length);
  /** Of each length, the index of the smallest value that ends a subsequence so long. */
  const ends: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? -1;
    if (value < 0) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const result = new Array<number>(ends.length);
  for (let at = ends.length - 1, index = ends.at(-1) ?? -1; at >= 0; at--) {
    result[at] = index;
    index = before[index] ?? -1;
  }
  return result;
}
