export { type CompiledProject, ProjectCompiler, usualLimits, writeCompiled } from './compiler/index.ts';
export { createEngine, type Engine, type EngineDependencies, type Phones } from './engine.ts';
export { EventStream } from './events/index.ts';
export { defaultDataDirectory, type Host, type HostRequest } from './host/index.ts';
export type { SecretVault } from './identity/index.ts';
export { createLogger, type Logger } from './log/index.ts';
export { closeServers, listenOnLoopback, readBody } from './loopback/index.ts';
export type { RunningPlatform } from './platform/index.ts';
export type { Connection, EngineContext } from './rpc/index.ts';
export { confOptions, createConfStore, type SettingsStore, type StoredSettings } from './settings/index.ts';
export { type InspectAction, type InspectAnswer, inspect, Simulator } from './simulator/index.ts';
export {
  type GenerateResult,
  generateProjects,
  type LoadedTemplate,
  type NumberedMerchantsFile,
  openGallery,
  type ProjectResult,
  readMerchants,
} from './templates/index.ts';
