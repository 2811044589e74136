/** What a browser shows after following redirects. */
export interface ShownPage {
  url: URL;
  status: number;
  html: string;
  headers: Headers;
}

/** A form of the page, as the page has it. */
export interface PageForm {
  action: string;
  fields: Record<string, string>;
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The only form of a page with its hidden fields. */
export function formOf(page: ShownPage): PageForm {
  const action = /<form[^>]* action="([^"]*)"/.exec(page.html)?.[1];
  if (action === undefined) throw new Error(`No form on ${page.url.href}: ${page.html}`);
  const hidden = [...page.html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  return { action: unescapeHtml(action), fields: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescapeHtml(value)])) };
}

/** As much of a browser as a sign-in needs: cookies by host, redirects, forms. It never follows one to an address that `stopAt` accepts. */
export class CookieBrowser {
  readonly #cookies = new Map<string, string>();
  readonly language: string;

  constructor(language = 'en') {
    this.language = language;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'Accept-Language': this.language, ...(cookie === '' ? {} : { Cookie: cookie }), ...init.headers };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  async show(url: string, init: RequestInit = {}): Promise<ShownPage> {
    const response = await this.request(url, init);
    const location = response.headers.get('location');
    if (location !== null) return this.show(new URL(location, url).href);
    return { url: new URL(url), status: response.status, html: await response.text(), headers: response.headers };
  }

  submit(page: ShownPage, extra: Record<string, string>): Promise<ShownPage> {
    return this.show(new URL(formOf(page).action, page.url).href, formInit(page, extra));
  }

  /** Submits without following the redirect: where would the browser go? */
  async submitTo(page: ShownPage, extra: Record<string, string>): Promise<Response> {
    return this.request(new URL(formOf(page).action, page.url).href, formInit(page, extra));
  }
}

export function formInit(page: ShownPage, extra: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: page.url.origin },
    body: new URLSearchParams({ ...formOf(page).fields, ...extra }).toString(),
  };
}

export const accounts = { isv: 'acc-10031', kopi: 'acc-10057', roesterei: 'acc-10084' } as const;

/** Walks the sign-in pages as a person who allows everything; the last page is the one that the client shows. */
export async function signInAs(accountId: string, authorisationUrl: string, browser = new CookieBrowser()): Promise<ShownPage> {
  const choose = await browser.show(authorisationUrl);
  const consent = await browser.submit(choose, { account: accountId });
  return browser.submit(consent, { decision: 'allow' });
}
