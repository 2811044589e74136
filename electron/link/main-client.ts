import type { MainServices, ServiceAnswer, ServiceCall, ToMain } from './messages.ts';

/** The engine's side of {@link MainServices}: every call becomes a message, every answer settles its call. */
export interface MainClient {
  readonly services: MainServices;
  settle(id: number, answer: ServiceAnswer): void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export function createMainClient(send: (message: ToMain) => void): MainClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function call(request: ServiceCall): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send({ kind: 'call', id, call: request });
    });
  }

  function method<M extends keyof MainServices>(name: M): MainServices[M] {
    return ((input: unknown) => call({ method: name, input } as ServiceCall)) as MainServices[M];
  }

  return {
    services: {
      readSettings: method('readSettings'),
      writeSetting: method('writeSetting'),
      pickFolder: method('pickFolder'),
      pickSaveFile: method('pickSaveFile'),
      openExternal: method('openExternal'),
      reveal: method('reveal'),
      startPlatform: method('startPlatform'),
      stopPlatform: method('stopPlatform'),
    },
    settle(id, answer) {
      const call = waiting.get(id);
      waiting.delete(id);
      if (answer.kind === 'value') call?.resolve(answer.value);
      else call?.reject(Object.assign(new Error(answer.message), answer.code === undefined ? {} : { code: answer.code }));
    },
  };
}
