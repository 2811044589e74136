import * as z from 'zod';
import { EventStream } from '#engine/events/index.ts';
import type { WorkspaceRoot } from '#engine/files/index.ts';
import type { Logger } from '#engine/log/index.ts';
import { AppError } from '#shared/model/errors.ts';
import type { SearchEvent, SearchHit, SearchQuery } from '#shared/model/search.ts';
import { assertRootExists } from './assert-root-exists.ts';
import { type IncludeFilter, includeFilter } from './include-globs.ts';
import { createLineSplitter } from './line-splitter.ts';
import { type RipgrepProcess, ripgrepEnd, startRipgrep } from './ripgrep.ts';
import { toSearchHit } from './search-line.ts';

/** How often hits are handed over, in milliseconds. */
const batchInterval = 50;

const textOrBytes = z.object({ text: z.string().optional(), bytes: z.string().optional() });
const beginMessage = z.object({ type: z.literal('begin'), data: z.object({ path: textOrBytes }) });
const matchMessage = z.object({
  type: z.literal('match'),
  data: z.object({ lines: textOrBytes, line_number: z.number(), submatches: z.array(z.object({ start: z.number(), end: z.number() })) }),
});

function textOf({ text, bytes }: z.infer<typeof textOrBytes>): string {
  return text ?? Buffer.from(bytes ?? '', 'base64').toString('utf8');
}

function workspacePathOf(path: string): string {
  return (process.platform === 'win32' ? path.replaceAll('\\', '/') : path).replace(/^\.\//, '');
}

function patternArguments({ pattern, regularExpression, matchCase, wholeWord }: SearchQuery): { options: string[]; pattern: string } {
  const options = [matchCase ? '--case-sensitive' : '--ignore-case', '--crlf', ...(wholeWord ? ['--word-regexp'] : [])];
  if (/\n/.test(pattern) || (regularExpression && pattern.includes('\\n'))) options.push('--multiline');
  if (regularExpression) return { options, pattern };
  if (!pattern.includes('\n')) return { options: [...options, '--fixed-strings'], pattern };
  const lines = pattern.split(/\r?\n/).map((line) => line.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return { options, pattern: lines.join('\\r?\\n') };
}

interface FileHits {
  path: string;
  hits: SearchHit[];
}

/** One running search: collects what ripgrep says and hands it over in batches of whole files. */
class TextSearch {
  readonly stream: EventStream<SearchEvent>;
  readonly #query: SearchQuery;
  readonly #include: IncludeFilter;
  readonly #startedAt = performance.now();
  #process: RipgrepProcess | null = null;
  #file: FileHits | null = null;
  #ready: FileHits[] = [];
  #hits = 0;
  #files = 0;
  #spoke = false;

  constructor(query: SearchQuery, signal: AbortSignal | undefined) {
    this.#query = query;
    this.#include = includeFilter(query.include);
    this.stream = new EventStream({ signal, onEnd: () => this.#process?.kill('SIGKILL') });
  }

  async run(root: WorkspaceRoot): Promise<void> {
    await assertRootExists(root);
    const { options, pattern } = patternArguments(this.#query);
    const ripgrep = await startRipgrep(
      root,
      ['--json', ...options, ...this.#include.options, ...this.#query.exclude.map((glob) => `--glob=!${glob}`)],
      [pattern, './'],
    );
    this.#process = ripgrep;
    if (!this.stream.open) ripgrep.kill('SIGKILL');
    const ended = ripgrepEnd(ripgrep);
    const timer = setInterval(() => this.#handOver(), batchInterval);
    ripgrep.stdout.on(
      'data',
      createLineSplitter((line) => this.#takeLine(line)),
    );
    try {
      const { code, detail } = await ended;
      if (code === 2 && !this.#spoke) throw new AppError('SEARCH_PATTERN_INVALID', { detail: detail.trim().slice(0, 1000) });
    } finally {
      clearInterval(timer);
    }
    this.#finish();
  }

  #takeLine(line: string): void {
    if (line !== '' && this.#hits < this.#query.limit) this.#take(JSON.parse(line));
  }

  #take(message: unknown): void {
    this.#spoke = true;
    const match = matchMessage.safeParse(message);
    if (match.success && this.#file) {
      const { lines, line_number: line, submatches } = match.data.data;
      const hit = toSearchHit({ line, text: textOf(lines), matches: submatches }, this.#query.limit - this.#hits);
      this.#file.hits.push(hit);
      this.#hits += hit.ranges.length;
      if (this.#hits >= this.#query.limit) this.#process?.kill('SIGKILL');
      return;
    }
    const begin = beginMessage.safeParse(message);
    if (!begin.success) return;
    this.#closeFile();
    const path = workspacePathOf(textOf(begin.data.data.path));
    if (this.#include.matches(path)) this.#file = { path, hits: [] };
  }

  #closeFile(): void {
    if (this.#file && this.#file.hits.length > 0) {
      this.#ready.push(this.#file);
      this.#files++;
    }
    this.#file = null;
  }

  #handOver(): void {
    if (this.#ready.length === 0) return;
    this.stream.push({ type: 'files', files: this.#ready });
    this.#ready = [];
  }

  #finish(): void {
    this.#closeFile();
    this.#handOver();
    const limitReached = this.#hits >= this.#query.limit;
    this.stream.push({ type: 'done', hits: this.#hits, files: this.#files, limitReached, durationMs: performance.now() - this.#startedAt });
    this.stream.end();
  }
}

/**
 * Searches the text of a workspace. Batches of files arrive as they are found, `done` at the end; ending the iteration kills
 * ripgrep. Fails with `SEARCH_PATTERN_INVALID` or `WORKSPACE_GONE`.
 */
export function searchText(root: WorkspaceRoot, query: SearchQuery, log: Logger, signal?: AbortSignal): EventStream<SearchEvent> {
  const search = new TextSearch(query, signal);
  search.run(root).catch((error: unknown) => {
    if (!(error instanceof AppError)) log.error('A search failed', { error });
    search.stream.fail(error);
  });
  return search.stream;
}
