import { join } from 'node:path';
import { vi } from 'vitest';

type Data = Record<string, unknown>;
type Handler = (...values: unknown[]) => unknown;

/** A page with its data, as far as logic goes: `setData` with paths is not needed by the templates. */
export type PageInstance = { data: Data; setData(patch: Data): void } & Record<string, Handler | unknown>;

export interface MiniProgram {
  storage: Map<string, unknown>;
  calls: { name: string; argument: unknown }[];
  /** Runs a page's script and its lifecycle up to ready. */
  open(route: string, query?: Record<string, string>): Promise<PageInstance>;
  /** Calls a handler of the page. */
  tap(page: PageInstance, handler: string, ...values: unknown[]): void;
}

/** Runs the logic of a project's pages with an in-memory `my`. Every call to `my` is recorded; `confirm` answers yes. */
export function startMiniProgram(folder: string, ext: unknown): MiniProgram {
  const storage = new Map<string, unknown>();
  const calls: MiniProgram['calls'] = [];
  const own: Record<string, Handler> = {
    canIUse: () => true,
    getExtConfigSync: () => ext,
    getStorageSync: (options) => ({ data: structuredClone(storage.get((options as { key: string }).key)) }),
    setStorageSync: (options) => void storage.set((options as { key: string }).key, structuredClone((options as { data: unknown }).data)),
    confirm: (options) => (options as { success(result: { confirm: boolean }): void }).success({ confirm: true }),
    datePicker: (options) => (options as { success(result: { date: string }): void }).success({ date: '2000-02-29' }),
    setClipboard: (options) => (options as { success(): void }).success(),
  };
  const my = new Proxy(own, {
    get: (target, name: string) => (argument: unknown) => {
      calls.push({ name, argument });
      return target[name]?.(argument);
    },
  });
  let defined: Record<string, unknown> = {};
  vi.stubGlobal('my', my);
  vi.stubGlobal('Page', (page: Record<string, unknown>) => {
    defined = page;
  });
  return {
    storage,
    calls,
    async open(route, query = {}) {
      vi.resetModules();
      await import(join(folder, `${route}.js`));
      const page: PageInstance = {
        ...defined,
        data: structuredClone(defined.data) as Data,
        setData: (patch) => void Object.assign(page.data, JSON.parse(JSON.stringify(patch))),
      };
      for (const step of ['onLoad', 'onShow', 'onReady']) (page[step] as Handler | undefined)?.call(page, query);
      return page;
    },
    tap(page, handler, ...values) {
      (page[handler] as Handler).call(page, ...values);
    },
  };
}

/** A tap on an element with this dataset, or an input with this value. */
export function event(dataset: Record<string, unknown>, value?: string): unknown {
  return { currentTarget: { dataset }, target: { dataset }, detail: { value } };
}
