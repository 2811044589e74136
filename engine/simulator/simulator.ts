import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CompiledProject } from '#engine/compiler/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { type Gallery, type LoadedTemplate, loadTemplate } from '#engine/templates/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import { AppError } from '#shared/model/errors.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import type { LaunchOptions } from '#shared/model/phone.ts';
import { defaultEnvironment } from './devices.ts';
import { ProgramStorage } from './host-calls/program-storage.ts';
import type { Candidate } from './merchants/merchant-candidates.ts';
import { fileCandidates, projectCandidates, templateOf } from './merchants/merchant-candidates.ts';
import type { NetworkPolicy } from './network/outbound-request.ts';
import { Phone } from './phones/phone.ts';
import { PhoneListener } from './phones/phone-listener.ts';
import { RunningPhone } from './phones/running-phone.ts';
import { type ExtDocument, ProjectApp } from './project/project-app.ts';
import { readMocks } from './project/project-files.ts';
import { RunningProject } from './project/running-project.ts';

export interface SimulatorOptions {
  /** Holds the built runtime: `phone.js` and `logic.js`. */
  runtimeDirectory: string;
  /** Where programs keep their storage. */
  dataDirectory: string;
  gallery: Gallery;
  policy: NetworkPolicy;
  log: Logger;
  /** Where a phone's document is; `http://<id>.localhost:<port>/` when absent. */
  phoneAddress?(id: string): string;
}

export interface PhoneStart {
  root: string;
  launch?: LaunchOptions;
  environment?: PhoneEnvironment;
  merchant?: { key: string; document: ExtDocument };
  showStatusBar: boolean;
  /** Keeps nothing after the phone: for runs without a person. */
  ephemeral?: boolean;
}

/** Programs that run, the phones they run on, and the listener that serves them. */
export class Simulator {
  readonly #options: SimulatorOptions;
  readonly #listener: PhoneListener;
  readonly #projects = new Map<string, RunningProject>();
  readonly #phones = new Map<string, RunningPhone>();
  readonly #frameAncestors = new Set<string>();

  constructor(options: SimulatorOptions) {
    this.#options = options;
    this.#listener = new PhoneListener({
      runtimeDirectory: options.runtimeDirectory,
      log: options.log,
      phoneOf: (id) => this.#phones.get(id)?.phone,
      frameAncestors: () => [...this.#frameAncestors],
    });
  }

  /** Lets pages of an origin show phones in frames. */
  allowFraming(origin: string): void {
    this.#frameAncestors.add(origin);
  }

  /** The port that phones are served on; it never changes while the engine runs. */
  port(): Promise<number> {
    return this.#listener.port();
  }

  project(root: string): RunningProject {
    const known = this.#projects.get(root) ?? new RunningProject(root, this.#options.log);
    this.#projects.set(root, known);
    return known;
  }

  /** The manifest of a project with its own `ext.json`. */
  manifestOf(root: string, compiled: CompiledProject): AppManifest {
    return new ProjectApp(root, compiled, null).manifest();
  }

  /** Tells whoever runs the project that files were written; paths are POSIX, below the root. */
  async changed(root: string, paths: readonly string[]): Promise<void> {
    await this.#projects.get(root)?.changed(paths);
  }

  #template(root: string): Promise<LoadedTemplate | null> {
    return templateOf(root, this.#options.gallery, loadTemplate);
  }

  /** Everybody the project can be run as. */
  async merchants(root: string, file?: { format: 'csv' | 'json'; text: string }): Promise<Candidate[]> {
    const template = await this.#template(root);
    const own = await projectCandidates(root, template);
    return file ? [...own, ...(await fileCandidates(root, template, file))] : own;
  }

  #storageFor(root: string, merchantKey: string | undefined, ephemeral: boolean): ProgramStorage {
    const name = createHash('sha256')
      .update(`${root}\0${merchantKey ?? ''}`)
      .digest('hex')
      .slice(0, 32);
    return new ProgramStorage(ephemeral ? null : join(this.#options.dataDirectory, 'simulator', `${name}.json`), this.#options.log);
  }

  async open({ root, launch, environment, merchant, showStatusBar, ephemeral = false }: PhoneStart): Promise<RunningPhone> {
    const { log, policy } = this.#options;
    const project = this.project(root);
    const app = new ProjectApp(root, await project.compiled(), merchant?.document ?? null);
    const phone = new Phone({
      app,
      launch: { query: '', scene: '1000', ...launch, path: launch?.path || app.manifest().entryPagePath },
      environment: environment ?? defaultEnvironment(),
      appId: `mf${createHash('sha256').update(root).digest('hex').slice(0, 14)}`,
      storage: this.#storageFor(root, merchant?.key, ephemeral),
      mocks: await readMocks(root, log),
      policy,
      log,
      showStatusBar,
    });
    const running = new RunningPhone({ phone, app, project, url: await this.#addressOf(phone.id), log });
    this.#phones.set(phone.id, running);
    return running;
  }

  async #addressOf(id: string): Promise<string> {
    const port = await this.port();
    return this.#options.phoneAddress?.(id) ?? `http://${id}.localhost:${port}/`;
  }

  /** `PHONE_UNKNOWN`. */
  get(phoneId: string): RunningPhone {
    const running = this.#phones.get(phoneId);
    if (!running) throw new AppError('PHONE_UNKNOWN', {});
    return running;
  }

  phonesOf(root: string): RunningPhone[] {
    return [...this.#phones.values()].filter((running) => running.project.root === root);
  }

  async close(phoneId: string): Promise<void> {
    const running = this.#phones.get(phoneId);
    this.#phones.delete(phoneId);
    await running?.close();
  }

  async dispose(): Promise<void> {
    await Promise.all([...this.#phones.keys()].map((id) => this.close(id)));
    await this.#listener.close();
  }
}
