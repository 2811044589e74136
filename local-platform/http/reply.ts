export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

const always = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return { status, headers: { ...always, 'Content-Type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) };
}

export function plain(status: number, text: string): Reply {
  return { status, headers: { ...always, 'Content-Type': 'text/plain; charset=utf-8' }, body: `${text}\n` };
}

/** 303: whatever the method was, the next request is a GET. */
export function seeOther(location: string, cookie: string | null = null): Reply {
  return {
    status: 303,
    headers: { ...always, Location: location, 'Referrer-Policy': 'no-referrer', ...(cookie === null ? {} : { 'Set-Cookie': cookie }) },
    body: '',
  };
}
