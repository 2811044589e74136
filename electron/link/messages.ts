import type { HostRequest, StoredSettings } from '#engine/index.ts';

/** What the engine process needs to know before it can start. */
export interface EngineStart {
  dataDirectory: string;
  templatesDirectory: string;
  runtimeDirectory: string;
  version: string;
  /** An absolute path, or null. */
  openOnStart: string | null;
}

/** What main does for the engine. Each takes one value and may reject with Node's errors. */
export interface MainServices {
  readSettings(input: null): Promise<StoredSettings>;
  /** `undefined` removes the key. */
  writeSetting(input: { key: string; value: unknown }): Promise<void>;
  pickFolder(input: { title: string }): Promise<string | null>;
  pickSaveFile(input: { title: string; suggestedName: string }): Promise<string | null>;
  openExternal(input: { url: string }): Promise<void>;
  reveal(input: { path: string }): Promise<void>;
  startPlatform(input: null): Promise<{ platform: number; url: string }>;
  stopPlatform(input: { platform: number }): Promise<void>;
}

export type ServiceCall = { [M in keyof MainServices]: { method: M; input: Parameters<MainServices[M]>[0] } }[keyof MainServices];

export type ServiceAnswer = { kind: 'value'; value: unknown } | { kind: 'error'; message: string; code: string | undefined };

/** From main to the engine process. */
export type ToEngine =
  | { kind: 'start'; start: EngineStart }
  /** Comes with the port of one workbench. */
  | { kind: 'connect' }
  | { kind: 'host-request'; request: HostRequest }
  | { kind: 'settings-changed' }
  | { kind: 'platform-exited'; platform: number }
  | { kind: 'answer'; id: number; answer: ServiceAnswer }
  | { kind: 'log'; level: 'info' | 'warn' | 'error'; message: string; data?: unknown }
  | { kind: 'stop' };

/** From the engine process to main. */
export type ToMain =
  | { kind: 'call'; id: number; call: ServiceCall }
  | { kind: 'workbench-ready' }
  /** The engine serves phones on this port of the loopback addresses. */
  | { kind: 'phones'; port: number };
