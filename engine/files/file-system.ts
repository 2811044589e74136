import * as fs from 'node:fs/promises';

/** The part of Node's file system that saving uses; tests put failures between it and the real one. */
export type FileSystem = Pick<typeof fs, 'chmod' | 'copyFile' | 'link' | 'lstat' | 'mkdir' | 'open' | 'rename' | 'stat' | 'unlink'>;

export const nodeFileSystem: FileSystem = fs;
