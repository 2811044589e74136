export { createEngine, type Engine, type EngineDependencies } from './engine.ts';
export type { Host } from './host/index.ts';
export { createLogger, type Logger } from './log/index.ts';
export type { Connection, EngineContext } from './rpc/index.ts';
export type { SettingsStore, StoredSettings } from './settings/index.ts';
