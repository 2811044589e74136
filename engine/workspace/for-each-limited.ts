/** Runs `task` for every item, at most `limit` at a time. Rejects with the first failure. */
export async function forEachLimited<T>(items: readonly T[], limit: number, task: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  async function work(): Promise<void> {
    while (next < items.length) {
      const item = items[next++];
      if (item !== undefined) await task(item);
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
}
