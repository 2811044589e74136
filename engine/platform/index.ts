export { LocalPlatformClient } from './local-platform-client.ts';
export { LocalPlatformProcess, type LocalPlatformProcessOptions } from './local-platform-process.ts';
export type { AuthorisationServer, MiniProgramPlatform, PlatformAccount, PlatformSession, PlatformState } from './mini-program-platform.ts';
export type { RunningPlatform } from './running-platform.ts';
