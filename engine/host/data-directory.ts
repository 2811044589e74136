import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where per-user data lives: `MINIFOUNDRY_DATA`, else the system's usual place. */
export function defaultDataDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.MINIFOUNDRY_DATA) return environment.MINIFOUNDRY_DATA;
  if (process.platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Minifoundry');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Minifoundry');
  return join(environment.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'minifoundry');
}
