import { join } from 'node:path';
import { app, protocol } from 'electron';
import { defaultDataDirectory } from '#engine/index.ts';
import { DesktopApp } from './desktop-app.ts';
import { createMainLog } from './link/main-log.ts';
import { appScheme } from './protocol/app-protocol.ts';
import { phoneSchemePrivileges } from './protocol/phone-protocol.ts';
import { readStartOptions } from './start-options.ts';

const log = createMainLog();
process.on('uncaughtException', (error) => log.write('error', 'Uncaught exception', error));
process.on('unhandledRejection', (reason) => log.write('error', 'Unhandled rejection', reason instanceof Error ? reason : new Error(String(reason))));

function secondFolder(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'folder' in data && typeof data.folder === 'string' ? data.folder : null;
}

async function run(dataDirectory: string, folder: string | null): Promise<void> {
  await app.whenReady();
  const desktop = new DesktopApp({ dataDirectory, openOnStart: folder, log });
  app.on('second-instance', (_event, _arguments, _directory, data) => desktop.secondStart(secondFolder(data)));
  app.on('activate', () => desktop.secondStart(null));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void desktop.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  await desktop.start();
}

const options = readStartOptions(process.argv.slice(1), { packaged: app.isPackaged, workingDirectory: process.cwd() });
const dataDirectory = options.dataDirectory ?? defaultDataDirectory();
app.setName('Minifoundry');
// Chromium's own files stay apart from ours, which the other shells share.
app.setPath('userData', join(dataDirectory, 'desktop'));
if (app.requestSingleInstanceLock({ folder: options.folder })) {
  protocol.registerSchemesAsPrivileged([appScheme, phoneSchemePrivileges]);
  run(dataDirectory, options.folder).catch((error: unknown) => {
    log.write('error', 'The desktop app could not start', error);
    app.exit(1);
  });
} else {
  app.quit();
}
