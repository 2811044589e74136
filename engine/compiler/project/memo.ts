/**
 * Results by key, kept as long as what they were made from stays the same. Values that were not asked for between two
 * sweeps are let go.
 */
export class Memo<T> {
  private readonly entries = new Map<string, { inputs: readonly unknown[]; value: T; used: boolean }>();

  /** The value kept for `key`, or a new one when an input is no longer identical. */
  get(key: string, inputs: readonly unknown[], make: () => T): T {
    const known = this.entries.get(key);
    if (known && known.inputs.length === inputs.length && known.inputs.every((input, index) => Object.is(input, inputs[index]))) {
      known.used = true;
      return known.value;
    }
    const value = make();
    this.entries.set(key, { inputs, value, used: true });
    return value;
  }

  sweep(): void {
    for (const [key, entry] of this.entries) {
      if (!entry.used) this.entries.delete(key);
      entry.used = false;
    }
  }
}
