import * as z from 'zod';
import type { Logger } from '#engine/log/index.ts';
import type { HostAnswer, HostCall } from '#shared/model/phone.ts';
import type { OutboundAnswer } from '../network/outbound-request.ts';
import { ApiFailure } from './api-failure.ts';
import { fileInfoArguments, filePathArguments, SavedFiles } from './file-calls.ts';
import {
  callDownload,
  callRequest,
  callUpload,
  downloadArguments,
  fetchResource,
  type NetworkDependencies,
  requestArguments,
  uploadArguments,
} from './network-calls.ts';
import type { ProgramStorage } from './program-storage.ts';
import { connectArguments, ProgramSocket, sendArguments } from './socket-calls.ts';

export interface PhoneHostDependencies extends NetworkDependencies {
  storage: ProgramStorage;
  log: Logger;
  push(channel: string, payload: unknown): void;
}

type Handler = (args: unknown) => unknown;

function handler<S extends z.ZodType>(schema: S, run: (args: z.output<S>) => unknown): Handler {
  return (args) => run(schema.parse(args ?? {}));
}

const key = z.string().max(1000);
const nothing = z.unknown();

/**
 * The part of `my.*` that only the engine can do. The table is the whole of what a mini program reaches here:
 * a name that is not in it, or arguments that do not fit, are refused with the documented error shape.
 */
export class PhoneHost {
  readonly #dependencies: PhoneHostDependencies;
  readonly #handlers: ReadonlyMap<string, Handler>;
  readonly #socket: ProgramSocket;

  constructor(dependencies: PhoneHostDependencies) {
    this.#dependencies = dependencies;
    const { policy, environment, push } = dependencies;
    this.#socket = new ProgramSocket({ policy, push, isOffline: () => environment().network === 'offline' });
    this.#handlers = new Map([...this.#network(), ...this.#storage(), ...this.#files()]);
  }

  /** Names of every call, for the fidelity table. */
  get names(): string[] {
    return [...this.#handlers.keys()];
  }

  #network(): [string, Handler][] {
    const dependencies = this.#dependencies;
    return [
      ['request', handler(requestArguments, (args) => callRequest(args, dependencies))],
      ['uploadFile', handler(uploadArguments, (args) => callUpload(args, dependencies))],
      ['downloadFile', handler(downloadArguments, (args) => callDownload(args, dependencies))],
      ['connectSocket', handler(connectArguments, (args) => this.#socket.connect(args))],
      ['sendSocketMessage', handler(sendArguments, (args) => this.#socket.send(args))],
      ['closeSocket', handler(nothing, () => this.#socket.close())],
    ];
  }

  #storage(): [string, Handler][] {
    const { storage } = this.#dependencies;
    return [
      ['storage.set', handler(z.object({ key, value: z.string() }), (args) => storage.set(args.key, args.value))],
      ['storage.remove', handler(z.object({ key }), (args) => storage.remove(args.key))],
      ['storage.clear', handler(nothing, () => storage.clear())],
    ];
  }

  #files(): [string, Handler][] {
    const files = new SavedFiles(this.#dependencies.temporaryFiles);
    return [
      ['saveFile', handler(filePathArguments, ({ apFilePath }) => files.save(apFilePath))],
      ['getFileInfo', handler(fileInfoArguments, (args) => files.info(args))],
      ['getSavedFileInfo', handler(filePathArguments, ({ apFilePath }) => files.savedInfo(apFilePath))],
      ['getSavedFileList', handler(nothing, () => files.list())],
      ['removeSavedFile', handler(filePathArguments, ({ apFilePath }) => files.remove(apFilePath))],
    ];
  }

  async answer({ api, args }: HostCall): Promise<HostAnswer> {
    const run = this.#handlers.get(api);
    if (!run) return { ok: false, error: { error: 1, errorMessage: `my.${api} is not supported in the simulator` } };
    try {
      return { ok: true, value: (await run(args)) ?? {} };
    } catch (error) {
      if (error instanceof ApiFailure) return { ok: false, error: error.answer };
      if (error instanceof z.ZodError) return { ok: false, error: { error: 2, errorMessage: `my.${api}: ${z.prettifyError(error)}` } };
      this.#dependencies.log.error('A call of a mini program failed', { api, error: error instanceof Error ? error.message : String(error) });
      return { ok: false, error: { error: 3, errorMessage: `my.${api} failed` } };
    }
  }

  fetchResource(address: string): Promise<OutboundAnswer | null> {
    return fetchResource(address, this.#dependencies);
  }

  dispose(): void {
    this.#socket.close();
  }
}
