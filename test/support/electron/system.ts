import { fork } from 'node:child_process';
import type { ForkOptions, utilityProcess as realUtilityProcess, Screen } from 'electron';
import { UtilityProcessDouble } from './utility-process.ts';

const workArea = { x: 0, y: 0, width: 1920, height: 1040 };

export const screen = {
  getAllDisplays: () => [{ workArea } as Electron.Display],
} satisfies Pick<Screen, 'getAllDisplays'>;

const register = new URL('./utility-register.ts', import.meta.url).href;

export const utilityProcess = {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}): UtilityProcessDouble {
    const output = options.stdio === 'pipe' ? 'pipe' : 'inherit';
    const child = fork(modulePath, args, { execArgv: ['--import', register], serialization: 'advanced', stdio: ['ignore', output, output, 'ipc'] });
    return new UtilityProcessDouble(child, options.serviceName ?? modulePath);
  },
} satisfies { fork: (...input: Parameters<(typeof realUtilityProcess)['fork']>) => UtilityProcessDouble };
