import { create } from 'zustand';
import { client, explainError, useSettings } from '#renderer/client/index.ts';
import { currentWorkspaceId, useWorkspace } from '#renderer/features/workspace/index.ts';
import type { SearchEvent, SearchHit } from '#shared/model/search.ts';

export interface SearchOptions {
  pattern: string;
  regularExpression: boolean;
  matchCase: boolean;
  wholeWord: boolean;
  include: string;
  exclude: string;
}

export type SearchProgress =
  | { kind: 'idle' }
  | { kind: 'running' }
  | { kind: 'done'; hits: number; files: number; limitReached: boolean }
  | { kind: 'failed'; reason: string };

interface SearchState {
  options: SearchOptions;
  progress: SearchProgress;
  files: { path: string; hits: SearchHit[] }[];
  collapsed: ReadonlySet<string>;
}

const blank: SearchOptions = { pattern: '', regularExpression: false, matchCase: false, wholeWord: false, include: '', exclude: '' };
export const useSearch = create<SearchState>(() => ({ options: blank, progress: { kind: 'idle' }, files: [], collapsed: new Set() }));

let running: AbortController | null = null;
let searchedFor: SearchOptions = blank;

/** The globs of a list separated by commas; those inside braces belong to a glob. */
export function globs(text: string): string[] {
  const found = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}') depth = Math.max(0, depth - 1);
    if (character === ',' && depth === 0) found.push('');
    else found.push(`${found.pop() ?? ''}${character}`);
  }
  return found.map((glob) => glob.trim()).filter(Boolean);
}

function take(event: SearchEvent): void {
  if (event.type === 'files') useSearch.setState(({ files }) => ({ files: [...files, ...event.files] }));
  else useSearch.setState({ progress: { kind: 'done', hits: event.hits, files: event.files, limitReached: event.limitReached } });
}

/** Starts the search again with the options as they are; the one before is stopped. */
export async function runSearch(): Promise<void> {
  stopSearch();
  const { options } = useSearch.getState();
  searchedFor = options;
  useSearch.setState({ files: [], collapsed: new Set(), progress: { kind: options.pattern === '' ? 'idle' : 'running' } });
  if (options.pattern === '') return;
  const controller = new AbortController();
  running = controller;
  try {
    const { include, exclude, ...rest } = options;
    const query = {
      ...rest,
      workspaceId: currentWorkspaceId(),
      include: globs(include),
      exclude: globs(exclude),
      limit: useSettings.getState().values['search.limit'],
    };
    for await (const event of await client.search.text(query, { signal: controller.signal })) {
      if (controller.signal.aborted) return;
      take(event);
    }
  } catch (error) {
    if (!controller.signal.aborted) useSearch.setState({ progress: { kind: 'failed', reason: explainError(error) } });
  } finally {
    if (running === controller) running = null;
  }
}

/** Searches unless that was done for these very options, as after the Enter key. */
export async function searchIfChanged(): Promise<void> {
  if (useSearch.getState().options !== searchedFor) await runSearch();
}

export function stopSearch(): void {
  running?.abort();
  running = null;
  const { progress, files } = useSearch.getState();
  if (progress.kind === 'running')
    useSearch.setState({ progress: { kind: 'done', hits: files.reduce((sum, file) => sum + file.hits.length, 0), files: files.length, limitReached: false } });
}

export function changeOptions(change: Partial<SearchOptions>): void {
  useSearch.setState(({ options }) => ({ options: { ...options, ...change } }));
}

export function toggleFile(path: string): void {
  useSearch.setState(({ collapsed }) => {
    const next = new Set(collapsed);
    if (!next.delete(path)) next.add(path);
    return { collapsed: next };
  });
}

/** Results belong to one folder: another one starts without any. */
export function followWorkspace(): () => void {
  return useWorkspace.subscribe((now, before) => {
    if (now.workspace?.workspaceId === before.workspace?.workspaceId) return;
    stopSearch();
    useSearch.setState({ progress: { kind: 'idle' }, files: [], collapsed: new Set() });
  });
}
