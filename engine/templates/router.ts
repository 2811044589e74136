import { displayPath, type FolderGrants } from '#engine/host/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { type DomainRouter, rpc } from '#engine/rpc/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { GenerateEvent } from '#shared/model/templates.ts';
import type { WorkspaceInfo } from '#shared/model/workspace.ts';
import { detail, openGallery, summarise } from './gallery.ts';
import { type GenerateOptions, type GenerateResult, generateProjects } from './generate/generate-projects.ts';
import { checkRows } from './merchants/check-rows.ts';
import { readMerchants } from './merchants/read-merchants.ts';

export interface TemplatesDependencies {
  templatesDirectory: string;
  grants: FolderGrants;
  log: Logger;
  /** Opens a folder on this machine as a workspace. */
  openWorkspace(path: string): Promise<WorkspaceInfo>;
}

const progressIntervalMs = 100;
const rememberedRuns = 50;

function doneEvent({ run, durationMs, projects }: GenerateResult, dryRun: boolean): GenerateEvent {
  return { type: 'done', run, dryRun, durationMs, projects: projects.map(({ path, ...project }) => ({ ...project, display: displayPath(path) })) };
}

/** Runs a generation and tells how far it is, at most ten times a second. Ending the iterator stops before the next project. */
async function* streamGeneration(options: GenerateOptions, remember: (result: GenerateResult) => void): AsyncGenerator<GenerateEvent, void> {
  const stopped = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stopped.signal]) : stopped.signal;
  let done = 0;
  const result = generateProjects({ ...options, signal, onProgress: (count) => (done = count) });
  result.catch(() => undefined);
  try {
    const total = options.rows.length;
    for (let shown = -1; ; ) {
      const finished = await Promise.race([result, new Promise<null>((tick) => setTimeout(tick, progressIntervalMs, null))]);
      if (finished !== null) {
        remember(finished);
        yield { type: 'progress', done: total, total };
        yield doneEvent(finished, options.dryRun);
        return;
      }
      if (done !== shown) yield { type: 'progress', done, total };
      shown = done;
    }
  } finally {
    stopped.abort();
    await result.catch(() => undefined);
  }
}

/** Where the projects of the latest runs are, so that one can be opened by its merchant. */
function createRunMemory(): { remember(result: GenerateResult): void; pathOf(run: string, merchantId: string): string } {
  const runs = new Map<string, Map<string, string>>();
  return {
    remember({ run, projects }) {
      runs.set(run, new Map(projects.filter(({ status }) => status !== 'failed').map(({ merchantId, path }) => [merchantId, path])));
      const oldest = runs.keys().next().value;
      if (runs.size > rememberedRuns && oldest !== undefined) runs.delete(oldest);
    },
    pathOf(run, merchantId) {
      const path = runs.get(run)?.get(merchantId);
      if (path === undefined) throw new AppError('NOT_FOUND', { path: merchantId });
      return path;
    },
  };
}

export function createTemplatesRouter({ templatesDirectory, grants, log, openWorkspace }: TemplatesDependencies): DomainRouter<'templates'> {
  const gallery = openGallery({
    directory: templatesDirectory,
    onInvalid: ({ parameters }) => log.warn('A template cannot be used', parameters),
  });
  const memory = createRunMemory();

  return rpc.templates.router({
    list: rpc.templates.list.handler(async () => (await gallery.list()).map(summarise)),
    get: rpc.templates.get.handler(async ({ input }) => detail(await gallery.get(input.templateId))),
    readMerchants: rpc.templates.readMerchants.handler(async ({ input }) =>
      readMerchants(input.text, input.format, (await gallery.get(input.templateId)).parameters),
    ),
    checkRows: rpc.templates.checkRows.handler(async ({ input }) => {
      const { parameters } = await gallery.get(input.templateId);
      return checkRows(
        input.rows.map((row, index) => ({ line: index + 1, row })),
        parameters,
      ).problems;
    }),
    generate: rpc.templates.generate.handler(async function* ({ input, signal }) {
      const template = await gallery.get(input.templateId);
      const outDirectory = grants.pathOf(input.folderId);
      const remember = input.dryRun ? () => undefined : memory.remember;
      yield* streamGeneration({ template, rows: input.rows, outDirectory, dryRun: input.dryRun, ...(signal ? { signal } : {}) }, remember);
    }),
    openGenerated: rpc.templates.openGenerated.handler(({ input }) => openWorkspace(memory.pathOf(input.run, input.merchantId))),
  });
}
