import { EventStream } from '#engine/events/index.ts';
import type { Logger } from '#engine/log/index.ts';
import type { LaunchOptions, PhoneReport } from '#shared/model/phone.ts';
import type { PhoneEvent } from '#shared/model/simulator.ts';
import type { ProjectApp } from '../project/project-app.ts';
import type { RunningProject } from '../project/running-project.ts';
import { evaluationScript } from './evaluation-script.ts';
import type { Phone } from './phone.ts';

interface RunningPhoneOptions {
  phone: Phone;
  app: ProjectApp;
  project: RunningProject;
  url: string;
  log: Logger;
}

/** Events kept for a watcher that comes later. */
const keptEvents = 2000;
const pingIntervalMs = 2000;
/** A document that is silent for so long is spinning. */
const silenceLimitMs = 10_000;
/** A document that went away and did not come back for so long has crashed, or nobody shows it. */
const absenceLimitMs = 5000;

/** Of the moment only: whoever comes later must not do them again. */
const momentary: ReadonlySet<PhoneReport['type']> = new Set(['input', 'key', 'picked', 'reload']);

function systemLine(text: string): PhoneReport {
  return { type: 'console', time: Date.now(), level: 'info', origin: 'system', text, values: [text] };
}

/** A phone, the project it follows, and what happened on it so far. */
export class RunningPhone {
  readonly phone: Phone;
  readonly app: ProjectApp;
  readonly project: RunningProject;
  readonly url: string;
  readonly #log: Logger;
  readonly #streams = new Set<EventStream<PhoneEvent[]>>();
  readonly #history: PhoneEvent[] = [];
  readonly #stopFollowing: (() => void)[];
  readonly #heartbeat: NodeJS.Timeout;
  #stopped = false;

  constructor({ phone, app, project, url, log }: RunningPhoneOptions) {
    this.phone = phone;
    this.app = app;
    this.project = project;
    this.url = url;
    this.#log = log;
    this.#stopFollowing = [phone.session.onReports((reports) => this.#take(reports)), this.#followProject()];
    this.#heartbeat = setInterval(() => this.#checkPulse(), pingIntervalMs).unref();
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  #followProject(): () => void {
    return this.project.listen({
      updated: async (update) => {
        const compiled = await this.project.compiled();
        const messages = this.app.update(compiled, update);
        if (this.#stopped) this.#startAgain(update.why);
        else for (const message of messages) this.phone.update(message);
      },
      kept: (paths) => this.#take([systemLine(`Not replaced, because it does not compile: ${paths.join(', ')}`)]),
    });
  }

  /** A program that was stopped runs again once its files change. */
  #startAgain(why: string[]): void {
    this.phone.session.expectDocument();
    this.#stopped = false;
    this.#take([{ type: 'reload', why }, systemLine(`Restarted: ${why.join(', ')}`)]);
  }

  #take(reports: readonly PhoneReport[]): void {
    const events = reports.filter(({ type }) => type !== 'reply').map((report) => this.#located(report));
    if (events.length === 0) return;
    const last = events.findLast(({ report }) => report.type === 'stopped' || report.type === 'ready');
    if (last) this.#stopped = last.report.type === 'stopped';
    this.#history.push(...events.filter(({ report }) => !momentary.has(report.type)));
    if (this.#history.length > keptEvents) this.#history.splice(0, this.#history.length - keptEvents);
    for (const stream of this.#streams) stream.push(events);
  }

  #located(report: PhoneReport): PhoneEvent {
    const stack = 'stack' in report && typeof report.stack === 'string' ? report.stack : undefined;
    const source = stack === undefined ? undefined : this.app.placeOf(stack);
    return source === undefined ? { report } : { report, source };
  }

  #checkPulse(): void {
    const { session } = this.phone;
    if (session.leftAt !== null && !this.#stopped && Date.now() - session.leftAt > absenceLimitMs)
      this.#take([{ type: 'stopped', reason: 'crashed', detail: '' }]);
    if (this.#stopped || !session.connected) return;
    if (Date.now() - session.heardAt > silenceLimitMs) {
      this.#log.warn('A phone has been silent for too long', { phone: this.phone.id });
      this.#take([{ type: 'stopped', reason: 'busy', detail: `drawing, or an SJS module, after ${this.#lastPage() ?? 'the start'}` }]);
    } else session.send({ type: 'ping' });
  }

  /** The page that was on top when the document last spoke of pages. */
  #lastPage(): string | undefined {
    const route = this.#history.findLast(({ report }) => report.type === 'route')?.report;
    return route?.type === 'route' ? route.stack.at(-1)?.route : undefined;
  }

  /** What happened so far as one batch, then what happens. */
  watch(signal?: AbortSignal): EventStream<PhoneEvent[]> {
    const stream: EventStream<PhoneEvent[]> = new EventStream({
      signal,
      onEnd: () => this.#streams.delete(stream),
      coalesce: (waiting, next) => [...waiting, ...next],
    });
    if (stream.open) this.#streams.add(stream);
    stream.push([...this.#history]);
    return stream;
  }

  evaluate(source: string): Promise<unknown> {
    return this.phone.evaluate(evaluationScript(source));
  }

  /** Everything from the start; the document has to be loaded again. */
  async restart(launch: LaunchOptions | undefined, clearData: boolean): Promise<void> {
    if (launch) this.phone.setLaunch(launch);
    if (clearData) await this.phone.storage.erase();
    this.phone.session.expectDocument();
    this.#stopped = false;
    this.#history.length = 0;
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    for (const stop of this.#stopFollowing) stop();
    for (const stream of [...this.#streams]) stream.end();
    await this.phone.close();
  }
}
