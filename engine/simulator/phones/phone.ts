import type { Logger } from '#engine/log/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { ApiMock, AppUpdate, LaunchOptions, PhoneBoot } from '#shared/model/phone.ts';
import { PhoneHost } from '../host-calls/phone-host.ts';
import type { ProgramStorage } from '../host-calls/program-storage.ts';
import type { NetworkPolicy } from '../network/outbound-request.ts';
import type { PhoneApp } from './phone-app.ts';
import { PhoneSession } from './phone-session.ts';
import { TemporaryFiles } from './temporary-files.ts';

export interface PhoneOptions {
  app: PhoneApp;
  launch: LaunchOptions;
  environment: PhoneEnvironment;
  appId: string;
  storage: ProgramStorage;
  mocks: readonly ApiMock[];
  policy: NetworkPolicy;
  log: Logger;
  showStatusBar: boolean;
}

function inForce(mocks: readonly ApiMock[]): ApiMock[] {
  return mocks.filter(({ off }) => !off);
}

/** One running mini program: what it runs, what it may ask, and the line to its document. */
export class Phone {
  readonly session = new PhoneSession();
  readonly temporaryFiles = new TemporaryFiles();
  readonly app: PhoneApp;
  readonly host: PhoneHost;
  readonly storage: ProgramStorage;
  readonly #options: PhoneOptions;
  readonly #evaluations = new Map<string, string>();
  readonly #closed = new AbortController();
  #environment: PhoneEnvironment;
  #launch: LaunchOptions;
  #mocks: readonly ApiMock[];
  #lastEvaluation = 0;

  constructor(options: PhoneOptions) {
    this.#options = options;
    this.app = options.app;
    this.storage = options.storage;
    this.#environment = options.environment;
    this.#launch = options.launch;
    this.#mocks = inForce(options.mocks);
    this.host = new PhoneHost({
      policy: options.policy,
      storage: options.storage,
      log: options.log,
      temporaryFiles: this.temporaryFiles,
      signal: this.#closed.signal,
      environment: () => this.#environment,
      push: (channel, payload) => this.session.send({ type: 'push', channel, payload }),
    });
  }

  get id(): string {
    return this.session.id;
  }

  get environment(): PhoneEnvironment {
    return this.#environment;
  }

  async boot(): Promise<PhoneBoot> {
    const { app, appId, storage, showStatusBar } = this.#options;
    this.session.forgetChanges();
    return {
      manifest: app.manifest(),
      launch: this.#launch,
      environment: this.#environment,
      appId,
      storage: await storage.all(),
      mocks: [...this.#mocks],
      logicUrl: app.logicUrl(),
      showStatusBar,
    };
  }

  setLaunch(launch: LaunchOptions): void {
    this.#launch = launch;
  }

  setEnvironment(environment: PhoneEnvironment): void {
    this.#environment = environment;
    this.session.send({ type: 'environment', environment });
  }

  /** From now on these answer, except for those that are switched off. */
  setMocks(mocks: readonly ApiMock[]): void {
    this.#mocks = inForce(mocks);
    this.session.send({ type: 'mocks', mocks: [...this.#mocks] });
  }

  update(update: AppUpdate): void {
    this.session.send({ type: 'update', update });
  }

  /** Runs source text in the logic worker as a script of the phone's origin; resolves to a preview of its value. */
  evaluate(source: string): Promise<unknown> {
    const url = `/app/evaluate/${++this.#lastEvaluation}.js`;
    this.#evaluations.set(url, source);
    return this.session.request({ kind: 'evaluate', url });
  }

  /** The script of one evaluation, handed out once. */
  evaluation(url: string): string | null {
    const source = this.#evaluations.get(url);
    this.#evaluations.delete(url);
    return source ?? null;
  }

  async close(): Promise<void> {
    this.#closed.abort();
    this.host.dispose();
    this.session.close();
    await this.storage.flush();
  }
}
