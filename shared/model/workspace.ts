import * as z from 'zod';

/** A path inside a workspace: POSIX separators, no leading slash, `''` is the root itself. */
export const workspacePath = z.string().max(4096);

/** A folder that a person picked; only the engine knows where it is. */
export const folderReference = z.object({ folderId: z.string(), name: z.string(), display: z.string() });
export type FolderReference = z.infer<typeof folderReference>;

export const workspaceInfo = z.object({
  workspaceId: z.string(),
  name: z.string(),
  /** For display only, with the home directory shortened to `~`. */
  display: z.string(),
  readOnly: z.boolean(),
});
export type WorkspaceInfo = z.infer<typeof workspaceInfo>;

export const fileRole = z.enum(['axml', 'acss', 'js', 'json']);
export type FileRole = z.infer<typeof fileRole>;

/** The up to four files of one page or component, as `<base>.<role>` in `directory`. */
export const unit = z.object({
  kind: z.enum(['page', 'component']),
  base: z.string(),
  files: z.array(z.object({ role: fileRole, name: z.string() })),
});
export type Unit = z.infer<typeof unit>;

export const entry = z.object({
  name: z.string(),
  kind: z.enum(['file', 'folder']),
  ignored: z.boolean().optional(),
  /** `outside` links point out of the workspace and `loop` links at one of their own parents: shown, never followed. */
  link: z.enum(['inside', 'outside', 'loop', 'broken']).optional(),
  /** Set on a folder that holds exactly one page or component and nothing else, so the tree can show it as one node. */
  unit: unit.optional(),
});
export type Entry = z.infer<typeof entry>;

export const folderListing = z.object({
  path: workspacePath,
  entries: z.array(entry),
  /** Units among the files of this very folder. */
  units: z.array(unit),
});
export type FolderListing = z.infer<typeof folderListing>;

/** Changes on disk, coalesced; a folder is named when its listing must be read again. */
export const workspaceEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), folders: z.array(workspacePath), files: z.array(workspacePath) }),
  /** Too much changed at once: read everything that is shown again. */
  z.object({ type: z.literal('refresh') }),
  z.object({ type: z.literal('gone') }),
  z.object({ type: z.literal('returned') }),
]);
export type WorkspaceEvent = z.infer<typeof workspaceEvent>;

/** Which merchant a project belongs to, from `.minifoundry/instance.json`. */
export const projectBinding = z.object({
  merchantId: z.string(),
  merchantName: z.string(),
  environment: z.string().optional(),
  template: z.object({ id: z.string(), version: z.string() }).optional(),
});
export type ProjectBinding = z.infer<typeof projectBinding>;

export const projectInfo = z.object({
  kind: z.enum(['mini-program', 'folder']),
  /** Routes from `app.json`, in order, sub-packages included. */
  pages: z.array(z.string()),
  problems: z.array(z.object({ path: workspacePath, code: z.enum(['JSON_INVALID', 'INSTANCE_INVALID']), line: z.number(), column: z.number() })),
  binding: projectBinding.nullable(),
});
export type ProjectInfo = z.infer<typeof projectInfo>;

export const recentWorkspace = z.object({
  id: z.string(),
  name: z.string(),
  display: z.string(),
  openedAt: z.iso.datetime(),
  exists: z.boolean(),
  binding: projectBinding.nullable(),
});
export type RecentWorkspace = z.infer<typeof recentWorkspace>;

export const quickOpenResult = z.object({
  items: z.array(z.object({ path: workspacePath, /** Indices into `path` of the characters that matched. */ matches: z.array(z.number()) })),
  /** False while the index is still being read: ask again. */
  complete: z.boolean(),
  total: z.number(),
});
export type QuickOpenResult = z.infer<typeof quickOpenResult>;
