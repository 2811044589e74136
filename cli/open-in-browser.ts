import { spawn } from 'node:child_process';

function openerFor(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}

/** Whether this system has a desktop session to open things in. */
export function canOpen(): boolean {
  return openerFor(process.platform, process.env) !== null;
}

/** Opens an address or a folder with the system's own program for it; resolves to false when there is none. */
export function openInBrowser(url: string): Promise<boolean> {
  const opener = openerFor(process.platform, process.env);
  if (opener === null) return Promise.resolve(false);
  const [program, ...args] = opener;
  return new Promise((resolve) => {
    const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
