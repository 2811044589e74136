import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { type InspectAnswer, type InspectSnapshot, reportOf } from '#engine/simulator/inspect/inspect-answer.ts';
import type { RunningPhone } from '#engine/simulator/phones/running-phone.ts';
import type { PhoneReport, PhoneRequest } from '#shared/model/phone.ts';
import type { PhoneEvent } from '#shared/model/simulator.ts';

const readyWithinMs = 10_000;
const idleWithinMs = 5000;
/** Shorter than a person's `inspect` waits, because hundreds of programs run. */
const quietMs = 20;

/** A program on a phone in the browser, driven and looked at as `inspect` does. */
export class DrivenPhone {
  readonly running: RunningPhone;
  /** The phone's document. */
  readonly page: Page;

  constructor(running: RunningPhone, page: Page) {
    this.running = running;
    this.page = page;
  }

  /** Loads the document; resolves when the first page is ready or the program has been stopped. */
  async start(): Promise<void> {
    const settled = Promise.withResolvers<void>();
    const isEnd = ({ type }: PhoneReport): boolean => type === 'ready' || type === 'stopped';
    const forget = this.running.phone.session.onReports((reports) => reports.some(isEnd) && settled.resolve());
    const patience = new AbortController();
    await this.page.goto(this.running.url, { waitUntil: 'commit' });
    await Promise.race([settled.promise, delay(readyWithinMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    forget();
    await this.idle();
  }

  async idle(): Promise<void> {
    if (!this.running.stopped) await this.request({ kind: 'idle', quietMs, timeoutMs: idleWithinMs }, idleWithinMs + 2000);
  }

  request(request: PhoneRequest, withinMs?: number): Promise<unknown> {
    return this.running.phone.session.request(request, withinMs);
  }

  /** Taps what the selectors name, one after the other. */
  async tap(...selectors: string[]): Promise<void> {
    for (const selector of selectors) {
      await this.request({ kind: 'tap', selector });
      await this.idle();
    }
  }

  async input(selector: string, value: string): Promise<void> {
    await this.request({ kind: 'input', selector, value });
    await this.idle();
  }

  async back(): Promise<void> {
    await this.request({ kind: 'back' });
    await this.idle();
  }

  async appEvent(event: Extract<PhoneRequest, { kind: 'app-event' }>['event']): Promise<void> {
    await this.request({ kind: 'app-event', event });
    await this.idle();
  }

  /** Everything that can be seen now, as `inspect` answers it. */
  async look(): Promise<InspectAnswer> {
    const snapshot = this.running.stopped ? null : ((await this.request({ kind: 'snapshot' })) as InspectSnapshot);
    const { diagnostics } = await this.running.project.compiled();
    return reportOf(snapshot, await this.events(), diagnostics);
  }

  async text(): Promise<string> {
    return (await this.look()).text;
  }

  async data(): Promise<Record<string, unknown>> {
    return (await this.look()).data;
  }

  /** What the program wrote with `console`, without the lines of the phone itself. */
  async lines(): Promise<string[]> {
    return (await this.events()).flatMap(({ report }) => (report.type === 'console' && report.origin === 'program' ? [report.text] : []));
  }

  /** Lines of the phone itself: hints about unsupported calls and the like. */
  async systemLines(): Promise<string[]> {
    return (await this.events()).flatMap(({ report }) => (report.type === 'console' && report.origin === 'system' ? [report.text] : []));
  }

  async errors(): Promise<string[]> {
    return (await this.events()).flatMap(({ report }) => (report.type === 'console' && report.level === 'error' ? [report.text] : []));
  }

  /** Codes of what the compiler found. */
  async codes(): Promise<string[]> {
    return (await this.running.project.compiled()).diagnostics.map(({ code }) => code);
  }

  /** What happened on the phone so far. */
  async events(): Promise<readonly PhoneEvent[]> {
    const seen = new AbortController();
    try {
      for await (const events of this.running.watch(seen.signal)) return events;
    } finally {
      seen.abort();
    }
    return [];
  }

  /** Elements of the visible page. Selectors are CSS of the document: `a-view`, `#id`, `.class`. */
  find(selector: string): Locator {
    return this.page.locator(`mf-page:not([inert]) ${selector}`);
  }

  titleBarColor(): Promise<string> {
    return this.page.locator('.title-bar').evaluate((bar) => getComputedStyle(bar, '::before').backgroundColor);
  }

  /** A computed property of the first element that matches. */
  style(selector: string, property: string): Promise<string> {
    return this.find(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  }
}
