const withoutBody = new Set(['GET', 'HEAD', 'OPTIONS']);

function formEncoded(data: object): string {
  const pairs = Object.entries(data).map(([name, value]): [string, string] => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
  return new URLSearchParams(pairs).toString();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** GET turns `data` into the query; other methods leave the address alone. */
export function requestUrl(address: string, method: string, data: unknown): string {
  if (!withoutBody.has(method) || !isRecord(data) || Object.keys(data).length === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${formEncoded(data)}`;
}

/** `data` serialised by the content type, which is JSON when the program names none. */
export function requestBody(method: string, headers: Record<string, string>, data: unknown): { body: Buffer | null; contentType: string | null } {
  if (withoutBody.has(method) || data === undefined || data === null) return { body: null, contentType: null };
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const contentType = named === undefined ? 'application/json' : null;
  if (typeof data === 'string') return { body: Buffer.from(data), contentType };
  const text = named?.includes('application/x-www-form-urlencoded') && isRecord(data) ? formEncoded(data) : JSON.stringify(data);
  return { body: Buffer.from(text), contentType };
}
