import type { EventStream as Stream } from '#engine/events/index.ts';
import { EventStream } from '#engine/events/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { type Connection, type DomainRouter, rpc } from '#engine/rpc/index.ts';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { AppError } from '#shared/model/errors.ts';
import { type MerchantCandidate, maximumPhones, type OpenedPhone, type PhoneOpening, type SimulatedProject } from '#shared/model/simulator.ts';
import type { WorkspaceEvent } from '#shared/model/workspace.ts';
import { devices } from './devices.ts';
import type { Candidate } from './merchants/merchant-candidates.ts';
import { isMockFile, readCompileModes, readMocks, writeCompileModes, writeMock } from './project/project-files.ts';
import type { Simulator } from './simulator.ts';

export interface SimulatorRouterDependencies {
  simulator: Simulator;
  log: Logger;
  /** The open folder behind an id: `WORKSPACE_NOT_OPEN`. */
  rootOf(workspaceId: string): { realPath: string };
  /** Changes on disk of an open folder. */
  watch(workspaceId: string, signal?: AbortSignal): Promise<Stream<WorkspaceEvent>>;
}

/** The merchants last shown for a project, so that a phone can be opened for one by its key. */
type Candidates = Map<string, Map<string, Candidate>>;

function shown({ document: _document, ...candidate }: Candidate): MerchantCandidate {
  return candidate;
}

/** What the files of a project say answers on its phones at once. */
async function applyMocks(simulator: Simulator, root: string, log: Logger): Promise<void> {
  const mocks = await readMocks(root, log);
  for (const running of simulator.phonesOf(root)) running.phone.setMocks(mocks);
}

/** Phones belong to the connection that opened them, and end with it. */
class PhonesOfConnections {
  readonly #owned = new Map<string, Set<string>>();
  readonly #simulator: Simulator;

  constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  /** `TOO_MANY_PHONES`. */
  assertRoom({ id }: Connection): void {
    if ((this.#owned.get(id)?.size ?? 0) >= maximumPhones) throw new AppError('TOO_MANY_PHONES', { limit: maximumPhones });
  }

  add({ id, closed }: Connection, phoneId: string): void {
    const known = this.#owned.get(id);
    const phones = known ?? new Set<string>();
    phones.add(phoneId);
    if (known) return;
    this.#owned.set(id, phones);
    closed.addEventListener('abort', () => {
      this.#owned.delete(id);
      for (const phone of phones) void this.#simulator.close(phone);
    });
  }

  remove({ id }: Connection, phoneId: string): void {
    this.#owned.get(id)?.delete(phoneId);
  }
}

/** Follows the folders that phones run from, each once, for as long as the engine runs. */
class FollowedFolders {
  readonly #followed = new Set<string>();
  readonly #dependencies: SimulatorRouterDependencies;

  constructor(dependencies: SimulatorRouterDependencies) {
    this.#dependencies = dependencies;
  }

  async follow(workspaceId: string): Promise<void> {
    if (this.#followed.has(workspaceId)) return;
    this.#followed.add(workspaceId);
    const { rootOf, watch, log } = this.#dependencies;
    const root = rootOf(workspaceId).realPath;
    const events = await watch(workspaceId);
    void this.#drain(root, events).catch((error: unknown) => log.warn('A project is no longer followed', { error: String(error) }));
  }

  async #drain(root: string, events: Stream<WorkspaceEvent>): Promise<void> {
    const { simulator } = this.#dependencies;
    for await (const event of events) {
      if (event.type === 'gone') continue;
      const files = event.type === 'changed' ? event.files : [''];
      await simulator.changed(root, files);
      if (event.type !== 'changed' || files.some(isMockFile)) await applyMocks(simulator, root, this.#dependencies.log);
    }
  }
}

async function describeProject(simulator: Simulator, root: string, log: Logger): Promise<SimulatedProject> {
  await simulator.project(root).settled();
  const [compiled, modes, mocks] = await Promise.all([simulator.project(root).compiled(), readCompileModes(root, log), readMocks(root, log)]);
  const { pages, entryPagePath, ext } = simulator.manifestOf(root, compiled);
  return { runnable: pages.length > 0, pages, entryPagePath, modes, mocks, ext };
}

function diagnosticsOf(simulator: Simulator, root: string, signal: AbortSignal | undefined): Stream<Diagnostic[]> {
  const stop = { listening: (): void => undefined };
  const stream: Stream<Diagnostic[]> = new EventStream({ signal, onEnd: () => stop.listening(), coalesce: (_waiting, next) => next });
  const project = simulator.project(root);
  stop.listening = project.listen({ diagnosed: (diagnostics) => stream.push([...diagnostics]) });
  project.compiled().then(
    ({ diagnostics }) => stream.push([...diagnostics]),
    (error: unknown) => stream.fail(error),
  );
  return stream;
}

export function createSimulatorRouter(dependencies: SimulatorRouterDependencies): DomainRouter<'simulator'> {
  const { simulator, log, rootOf } = dependencies;
  const owners = new PhonesOfConnections(simulator);
  const folders = new FollowedFolders(dependencies);
  const candidates: Candidates = new Map();

  async function merchants(workspaceId: string, file?: { format: 'csv' | 'json'; text: string }): Promise<MerchantCandidate[]> {
    const found = await simulator.merchants(rootOf(workspaceId).realPath, file);
    const known = candidates.get(workspaceId) ?? new Map<string, Candidate>();
    for (const candidate of found) known.set(candidate.key, candidate);
    candidates.set(workspaceId, known);
    return found.map(shown);
  }

  async function candidateOf(workspaceId: string, key: string): Promise<Candidate> {
    if (!candidates.get(workspaceId)?.has(key)) await merchants(workspaceId);
    const found = candidates.get(workspaceId)?.get(key);
    if (!found) throw new AppError('MERCHANT_NOT_IN_FILE', { merchantId: key.replace(/^\w+:/, '') });
    return found;
  }

  async function open({ workspaceId, launch, environment, merchantKey }: PhoneOpening, connection: Connection): Promise<OpenedPhone> {
    owners.assertRoom(connection);
    const root = rootOf(workspaceId).realPath;
    const merchant = merchantKey === undefined ? null : await candidateOf(workspaceId, merchantKey);
    await folders.follow(workspaceId);
    const running = await simulator.open({
      root,
      showStatusBar: true,
      ...(launch ? { launch } : {}),
      ...(environment ? { environment } : {}),
      ...(merchant ? { merchant } : {}),
    });
    owners.add(connection, running.phone.id);
    return { phoneId: running.phone.id, url: running.url, environment: running.phone.environment, merchant: merchant && shown(merchant) };
  }

  return rpc.simulator.router({
    devices: rpc.simulator.devices.handler(() => [...devices]),
    project: rpc.simulator.project.handler(async ({ input }) => {
      await folders.follow(input.workspaceId);
      return describeProject(simulator, rootOf(input.workspaceId).realPath, log);
    }),
    diagnostics: rpc.simulator.diagnostics.handler(async ({ input, signal }) => {
      await folders.follow(input.workspaceId);
      return diagnosticsOf(simulator, rootOf(input.workspaceId).realPath, signal);
    }),
    merchants: rpc.simulator.merchants.handler(({ input }) => merchants(input.workspaceId, input.file)),
    open: rpc.simulator.open.handler(({ input, context }) => open(input, context.connection)),
    close: rpc.simulator.close.handler(async ({ input, context }) => {
      owners.remove(context.connection, input.phoneId);
      await simulator.close(input.phoneId);
    }),
    watch: rpc.simulator.watch.handler(({ input, signal }) => simulator.get(input.phoneId).watch(signal)),
    request: rpc.simulator.request.handler(({ input }) => simulator.get(input.phoneId).phone.session.request(input.request)),
    evaluate: rpc.simulator.evaluate.handler(({ input }) => simulator.get(input.phoneId).evaluate(input.source)),
    restart: rpc.simulator.restart.handler(({ input }) => simulator.get(input.phoneId).restart(input.launch, input.clearData)),
    setEnvironment: rpc.simulator.setEnvironment.handler(({ input }) => simulator.get(input.phoneId).phone.setEnvironment(input.environment)),
    saveModes: rpc.simulator.saveModes.handler(({ input }) => writeCompileModes(rootOf(input.workspaceId).realPath, input.modes)),
    saveMock: rpc.simulator.saveMock.handler(async ({ input }) => {
      const root = rootOf(input.workspaceId).realPath;
      await writeMock(root, input.mock);
      await applyMocks(simulator, root, log);
    }),
  });
}
