import { create } from 'zustand';
import { runCommand } from '#renderer/client/commands/index.ts';
import { client, reportError } from '#renderer/client/index.ts';
import { closeEverything } from '#renderer/features/editor/index.ts';
import { enterWorkspace } from '#renderer/features/workspace/index.ts';
import type { GeneratedProject, MerchantRow, MerchantsFile, TemplateDetail } from '#shared/model/templates.ts';
import type { FolderReference } from '#shared/model/workspace.ts';
import { loadDetail } from './gallery-store.ts';
import type { LeftOut } from './plan-rows.ts';
import { initialTexts } from './read-field.ts';
import { fieldsOf } from './schema-fields.ts';

export type Run =
  | { kind: 'idle' }
  | { kind: 'running'; dryRun: boolean; done: number; total: number }
  | { kind: 'stopped' }
  | { kind: 'done'; dryRun: boolean; run: string; durationMs: number; projects: GeneratedProject[]; leftOut: LeftOut[] };

export type Target = 'one' | 'many';

interface GenerateState {
  /** The template whose dialog is open. */
  template: TemplateDetail | null;
  target: Target;
  /** What is in the form, by parameter. */
  texts: Record<string, string>;
  one: { merchantId: string; name: string };
  unticked: ReadonlySet<string>;
  file: { name: string; content: MerchantsFile } | null;
  folder: FolderReference | null;
  run: Run;
}

const closed: GenerateState = {
  template: null,
  target: 'many',
  texts: {},
  one: { merchantId: '', name: '' },
  unticked: new Set(),
  file: null,
  folder: null,
  run: { kind: 'idle' },
};

export const useGenerate = create<GenerateState>(() => closed);

let controller: AbortController | null = null;

/** Opens the dialog. The folder of the last time is offered again. */
export async function openGenerate(templateId: string, target: Target, one: GenerateState['one']): Promise<void> {
  const template = await loadDetail(templateId);
  const { folder } = useGenerate.getState();
  useGenerate.setState({ ...closed, template, target, one, folder, texts: initialTexts(fieldsOf(template.parameters)) });
}

/** Closes the dialog; a run that is under way stops before its next project. */
export function closeGenerate(): void {
  controller?.abort();
  const { folder } = useGenerate.getState();
  useGenerate.setState({ ...closed, folder });
}

export function stopRun(): void {
  controller?.abort();
}

async function follow(rows: MerchantRow[], leftOut: LeftOut[], dryRun: boolean, signal: AbortSignal): Promise<void> {
  const { template, folder } = useGenerate.getState();
  if (template === null || folder === null) return;
  const events = await client.templates.generate({ templateId: template.id, folderId: folder.folderId, rows, dryRun }, { signal });
  for await (const event of events) {
    if (signal.aborted) return;
    if (event.type === 'progress') useGenerate.setState({ run: { kind: 'running', dryRun, done: event.done, total: event.total } });
    else useGenerate.setState({ run: { kind: 'done', dryRun, run: event.run, durationMs: event.durationMs, projects: event.projects, leftOut } });
  }
}

/** Generates, or only says what would happen. Progress and results are in the store. */
export async function startRun(rows: MerchantRow[], leftOut: LeftOut[], dryRun: boolean): Promise<void> {
  controller?.abort();
  const mine = new AbortController();
  controller = mine;
  useGenerate.setState({ run: { kind: 'running', dryRun, done: 0, total: rows.length } });
  try {
    await follow(rows, leftOut, dryRun, mine.signal);
  } catch (error) {
    if (!mine.signal.aborted) reportError(error);
  }
  if (controller === mine && useGenerate.getState().run.kind === 'running') useGenerate.setState({ run: { kind: mine.signal.aborted ? 'stopped' : 'idle' } });
}

/** Opens a generated project in place of what is open. */
export async function openProject(run: string, merchantId: string): Promise<void> {
  if (!(await closeEverything())) return;
  await enterWorkspace(await client.templates.openGenerated({ run, merchantId }));
  closeGenerate();
  runCommand('workbench.showExplorer');
}

/** Reads a merchants file; its bad rows are named in what comes back. */
export async function readMerchantsFile(file: File): Promise<void> {
  const { template } = useGenerate.getState();
  if (template === null) return;
  const text = decodeText(await file.arrayBuffer());
  const format = /\.json$/i.test(file.name) ? 'json' : 'csv';
  const content = await client.templates.readMerchants({ templateId: template.id, format, text });
  useGenerate.setState({ file: { name: file.name, content } });
}

/** UTF-16 when a byte order mark says so (a spreadsheet's “Unicode text”), else UTF-8. */
function decodeText(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
