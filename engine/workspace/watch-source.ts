/**
 * Starts to report paths (absolute) that may have changed below a folder. `lost`: what is known is not enough, read everything
 * again. `blind`: some folders are not watched, start again and then read everything.
 */
export type WatchSource = (folder: string, report: (changed: ChangedPaths) => void) => Promise<{ stop(): Promise<void> }>;

export type ChangedPaths = { kind: 'paths'; paths: { path: string; type: 'create' | 'update' | 'delete' }[] } | { kind: 'lost' } | { kind: 'blind' };
