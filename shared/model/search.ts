import * as z from 'zod';
import { workspacePath } from './workspace.ts';

export const searchQuery = z.object({
  workspaceId: z.string(),
  pattern: z.string().min(1).max(10_000),
  regularExpression: z.boolean(),
  matchCase: z.boolean(),
  wholeWord: z.boolean(),
  include: z.array(z.string()),
  exclude: z.array(z.string()),
  limit: z.number().int().positive().max(20_000),
});
export type SearchQuery = z.infer<typeof searchQuery>;

export const searchHit = z.object({
  /** 1-based. */
  line: z.number(),
  /** The line's text, cut around the first match when it is long. */
  text: z.string(),
  /** 1-based columns in the file, in UTF-16 units, and where the match starts in `text` (0-based). */
  ranges: z.array(z.object({ column: z.number(), endColumn: z.number(), offset: z.number(), length: z.number() })),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('files'), files: z.array(z.object({ path: workspacePath, hits: z.array(searchHit) })) }),
  z.object({ type: z.literal('done'), hits: z.number(), files: z.number(), limitReached: z.boolean(), durationMs: z.number() }),
]);
export type SearchEvent = z.infer<typeof searchEvent>;
