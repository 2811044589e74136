import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, nodeFileSystem } from '#engine/files/index.ts';

export interface FaultyFileSystem {
  fileSystem: FileSystem;
  /** The calls made so far, such as `open` or `handle.writeFile`. */
  calls: string[];
}

export interface Fault {
  /** The call that fails, counted from 1 over all calls. */
  at: number;
  errno: string;
  /** A write that fails stores half of its bytes first, as a full disk does. */
  torn?: boolean;
}

/** The real file system, with one call that fails. */
export function faultyFileSystem(fault: Fault): FaultyFileSystem {
  const calls: string[] = [];

  function failing(name: string): boolean {
    calls.push(name);
    return calls.length === fault.at;
  }

  function failure(name: string): Error {
    return Object.assign(new Error(`${fault.errno}: ${name}`), { code: fault.errno });
  }

  function wrapHandle(handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key, target);
        if (typeof member !== 'function') return member;
        const name = `handle.${String(key)}`;
        return async (...parameters: unknown[]) => {
          if (!failing(name)) return member.apply(target, parameters);
          if (fault.torn && name === 'handle.writeFile') await target.writeFile((parameters[0] as Uint8Array).subarray(0, 3));
          if (fault.torn && name === 'handle.write') await target.write(parameters[0] as Uint8Array, 0, 3, 0);
          if (name === 'handle.close') await target.close();
          throw failure(name);
        };
      },
    });
  }

  const fileSystem = new Proxy(nodeFileSystem, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== 'function') return member;
      return async (...parameters: unknown[]) => {
        if (failing(String(key))) throw failure(String(key));
        const result: unknown = await member.apply(target, parameters);
        return key === 'open' ? wrapHandle(result as FileHandle) : result;
      };
    },
  });
  return { fileSystem, calls };
}
