export { type AtomicWriteOptions, atomicWrite, temporarySuffix, type WriteMethod } from './atomic-write.ts';
export { errnoOf } from './errno.ts';
export { fileError } from './file-error.ts';
export { validateName } from './file-name.ts';
export { type FileSystem, nodeFileSystem } from './file-system.ts';
export { type JsonFile, readJsonFile, writeJsonFile } from './json-file.ts';
export { KeyedQueue } from './keyed-queue.ts';
export { assertUnmoved, isContained, resolveEntry, resolveInside, toWorkspacePath, type WorkspaceRoot, workspaceSegments } from './path-policy.ts';
export { removeStaleTemporaries } from './stale-temporaries.ts';
