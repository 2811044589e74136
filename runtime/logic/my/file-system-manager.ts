import { isObject, type ProgramObject } from '../core/types.ts';
import type { ApiCalls } from './api-calls.ts';
import type { ApiDispatcher, ApiHandler } from './api-dispatcher.ts';
import type { MemoryFiles } from './memory-files.ts';
import { apiByName } from './table.ts';

type FileCall = (args: ProgramObject) => unknown;

function fileCalls(files: MemoryFiles): Record<string, FileCall> {
  const pathOf = (args: ProgramObject) => args.filePath ?? args.path ?? args.dirPath;
  const done = (run: () => void): ProgramObject => {
    run();
    return { success: true };
  };
  return {
    access: (args) => done(() => files.access(pathOf(args))),
    appendFile: (args) => done(() => files.append(args.filePath, args.data)),
    copyFile: (args) => done(() => files.copy(args.srcPath, args.destPath)),
    mkdir: (args) => done(() => files.makeFolder(args.dirPath, args.recursive === true)),
    readFile: (args) => ({ data: files.read(args.filePath, args.encoding), success: true }),
    readdir: (args) => ({ files: files.list(args.dirPath), success: true }),
    rename: (args) => done(() => files.move(args.oldPath, args.newPath)),
    rmdir: (args) => done(() => files.removeFolder(args.dirPath, args.recursive === true)),
    saveFile: (args) => {
      files.copy(args.tempFilePath, args.filePath);
      return { savedFilePath: args.filePath, success: true };
    },
    stat: (args) => ({ stats: files.stat(pathOf(args)), success: true }),
    unlink: (args) => done(() => files.remove(args.filePath)),
    writeFile: (args) => done(() => files.write(args.filePath, args.data, args.encoding)),
    getFileInfo: (args) => ({ size: files.stat(args.filePath).size, digest: '', success: true }),
    getSavedFileList: () => ({ fileList: files.saved(), success: true }),
    removeSavedFile: (args) => done(() => files.remove(args.filePath)),
  };
}

/** Handlers for `FileSystemManager.…`; the object's methods are made of them. */
export function fileHandlers(files: MemoryFiles): [string, ApiHandler][] {
  return Object.entries(fileCalls(files)).map(([name, run]) => [`FileSystemManager.${name}`, run]);
}

/** What `my.getFileSystemManager()` returns. `…Sync` methods return what their twins give to `success`. */
export function createFileSystemManager(files: MemoryFiles, dispatcher: ApiDispatcher, calls: ApiCalls): ProgramObject {
  const manager: ProgramObject = {};
  const positions: Record<string, string[]> = {
    readFile: ['filePath', 'encoding'],
    writeFile: ['filePath', 'data', 'encoding'],
    appendFile: ['filePath', 'data'],
    mkdir: ['dirPath', 'recursive'],
    rmdir: ['dirPath', 'recursive'],
    readdir: ['dirPath'],
    copyFile: ['srcPath', 'destPath'],
    rename: ['oldPath', 'newPath'],
    saveFile: ['tempFilePath', 'filePath'],
  };
  for (const [name, run] of Object.entries(fileCalls(files))) {
    const entry = apiByName.get(`FileSystemManager.${name}`);
    if (entry) manager[name] = (options: unknown) => dispatcher.run(entry, options);
    const names = positions[name] ?? ['filePath'];
    manager[name === 'getSavedFileList' ? 'getSavedFileListSync' : `${name}Sync`] = (...given: unknown[]) => {
      const args = isObject(given[0]) ? given[0] : Object.fromEntries(names.map((argument, index) => [argument, given[index]]));
      return calls.runSync(`FileSystemManager.${name}Sync`, args, () => run(args));
    };
  }
  for (const name of ['unzip', 'zip']) {
    const entry = apiByName.get(`FileSystemManager.${name}`);
    if (entry) manager[name] = (options: unknown) => dispatcher.run(entry, options);
  }
  return manager;
}
