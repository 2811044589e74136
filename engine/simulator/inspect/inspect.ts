import { setTimeout as delay } from 'node:timers/promises';
import { AppError } from '#shared/model/errors.ts';
import type { PhoneRequest } from '#shared/model/phone.ts';
import type { PhoneEvent } from '#shared/model/simulator.ts';
import type { RunningPhone } from '../phones/running-phone.ts';
import type { PhoneStart, Simulator } from '../simulator.ts';
import { findChromium } from './find-chromium.ts';
import { HeadlessBrowser } from './headless-browser.ts';
import { type InspectAnswer, type InspectSnapshot, reportOf } from './inspect-answer.ts';

/** What `inspect` does to the running page, in the order given. */
export type InspectAction = { kind: 'tap'; selector: string } | { kind: 'input'; selector: string; value: string } | { kind: 'wait'; ms: number };

export interface InspectOptions {
  simulator: Simulator;
  start: Omit<PhoneStart, 'showStatusBar' | 'ephemeral'>;
  actions: readonly InspectAction[];
  /** Whether a picture of the screen is taken at the end. */
  screenshot: boolean;
  environment: NodeJS.ProcessEnv;
  signal?: AbortSignal;
}

export interface InspectResult {
  answer: InspectAnswer;
  screenshot: Buffer | null;
}

/** A page has to show within this time, in milliseconds; then it is said what there is. */
const readyWithinMs = 20_000;
const quietMs = 50;
const idleWithinMs = 5000;

/** Collects what happens on a phone and tells when something in particular has. */
class Recorder {
  readonly events: PhoneEvent[] = [];
  readonly #done: Promise<void>;

  constructor(running: RunningPhone, signal: AbortSignal) {
    this.#done = this.#record(running, signal);
  }

  readonly #settled = Promise.withResolvers<void>();

  async #record(running: RunningPhone, signal: AbortSignal): Promise<void> {
    for await (const events of running.watch(signal)) {
      this.events.push(...events);
      if (events.some(({ report }) => report.type === 'ready' || report.type === 'stopped' || (report.type === 'route' && report.stack.length === 0)))
        this.#settled.resolve();
    }
  }

  /** Resolves when the first page is ready, when there is no page to show, when the program was stopped, or when time is up. */
  async settled(withinMs: number): Promise<void> {
    const patience = new AbortController();
    await Promise.race([this.#settled.promise, delay(withinMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
  }

  async end(): Promise<void> {
    await this.#done;
  }
}

function requestFor(action: Exclude<InspectAction, { kind: 'wait' }>): PhoneRequest {
  return action.kind === 'tap' ? { kind: 'tap', selector: action.selector } : { kind: 'input', selector: action.selector, value: action.value };
}

async function waitForIdle(running: RunningPhone): Promise<void> {
  await running.phone.session.request({ kind: 'idle', quietMs, timeoutMs: idleWithinMs }, idleWithinMs + 2000).catch((error: unknown) => {
    // A program that spins is reported as stopped; the answer says so.
    if (!(error instanceof AppError)) throw error;
  });
}

async function carryOut(running: RunningPhone, actions: readonly InspectAction[]): Promise<void> {
  for (const action of actions) {
    if (running.stopped) return;
    if (action.kind === 'wait') await delay(action.ms);
    else await running.phone.session.request(requestFor(action));
    await waitForIdle(running);
  }
}

async function snapshotOf(running: RunningPhone): Promise<InspectSnapshot | null> {
  const within = running.stopped ? 2000 : 10_000;
  try {
    return (await running.phone.session.request({ kind: 'snapshot' }, within)) as InspectSnapshot;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Runs a page in the system's Chromium, does what is asked, and tells everything that can be seen. `BROWSER_MISSING`, `PHONE_REFUSED`. */
export async function inspect({ simulator, start, actions, screenshot, environment, signal }: InspectOptions): Promise<InspectResult> {
  const executable = await findChromium(environment);
  const running = await simulator.open({ ...start, showStatusBar: false, ephemeral: true });
  const recording = new AbortController();
  const recorder = new Recorder(running, recording.signal);
  const { device } = running.phone.environment;
  const browser = await HeadlessBrowser.start(executable, { width: device.width, height: device.height, pixelRatio: device.pixelRatio });
  const abort = (): void => void browser.close();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await browser.navigate(running.url);
    await recorder.settled(readyWithinMs);
    await waitForIdle(running);
    await carryOut(running, actions);
    const snapshot = await snapshotOf(running);
    const picture = screenshot && !running.stopped ? await browser.screenshot() : null;
    const { diagnostics } = await running.project.compiled();
    return { answer: reportOf(snapshot, recorder.events, diagnostics), screenshot: picture };
  } finally {
    signal?.removeEventListener('abort', abort);
    recording.abort();
    await browser.close();
    await recorder.end();
    await simulator.close(running.phone.id);
  }
}
