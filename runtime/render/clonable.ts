/** A copy of a value that can be sent to the logic: functions and other things that cannot cross are left out. */
function clonable(value: unknown, seen: ReadonlySet<object> = new Set()): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value;
  if (seen.has(value)) return undefined;
  const inner = new Set(seen).add(value);
  if (Array.isArray(value)) return value.map((item: unknown) => clonable(item, inner));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => typeof part !== 'function' && typeof part !== 'symbol')
      .map(([name, part]) => [name, clonable(part, inner)]),
  );
}

/** Sends a message; when something in it cannot cross, without that. */
export function sendClonable<T>(message: T, send: (message: T) => void): void {
  try {
    send(message);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'DataCloneError') throw error;
    send(clonable(message) as T);
  }
}
