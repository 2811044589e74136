import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findNode, runProcess } from './node24.mjs';
import { cacheDirectory, root } from './paths.mjs';

const electronFolder = join(root, 'node_modules', 'electron');
const verdictFile = join(cacheDirectory, 'desktop.json');
const downloadMilliseconds = 120_000;
const readyMilliseconds = 20_000;

function electronVersion() {
  return JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;
}

/** The Electron binary, if it is there. */
export function electronBinary() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    const name = process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
    const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH, name);
    return existsSync(path) ? path : null;
  }
  const pathFile = join(electronFolder, 'path.txt');
  const path = existsSync(pathFile) ? join(electronFolder, 'dist', readFileSync(pathFile, 'utf8').trim()) : null;
  return path && existsSync(path) ? path : null;
}

/** Why the desktop app cannot open on this system at all, or null. Asked anew every time, because it costs nothing. */
function impediment() {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'the desktop app does not run as root.';
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display for the desktop app.';
  return null;
}

function rememberedReason() {
  if (!existsSync(verdictFile)) return null;
  const { electron, reason } = JSON.parse(readFileSync(verdictFile, 'utf8'));
  return electron === electronVersion() ? reason : null;
}

function remember(reason) {
  mkdirSync(cacheDirectory, { recursive: true });
  writeFileSync(verdictFile, JSON.stringify({ electron: electronVersion(), reason }));
}

async function download() {
  process.stderr.write('Downloading Electron (once)…\n');
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), downloadMilliseconds);
  try {
    await runProcess(findNode(), [join(electronFolder, 'install.js')], { stdio: ['ignore', process.stderr, 'ignore'], signal: controller.signal });
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  } finally {
    clearTimeout(timer);
  }
  return electronBinary();
}

/** Starts the app and waits until its window says that it is ready; kills it otherwise. */
function launch(binary, args) {
  return new Promise((resolve) => {
    const child = spawn(binary, [root, ...args], { cwd: process.cwd(), stdio: ['inherit', 'pipe', 'inherit'] });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve({ opened: false, reason: `its window was not ready within ${readyMilliseconds / 1000} seconds.` });
    }, readyMilliseconds);
    let ready = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line !== 'minifoundry:ready') return;
      ready = true;
      clearTimeout(timer);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ opened: false, reason: error.message });
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(
        ready || code === 0
          ? { opened: true, exitCode: code ?? 0 }
          : { opened: false, reason: `the desktop app ended with code ${code} before its window was ready.` },
      );
    });
  });
}

/**
 * Opens the desktop app and resolves when it has closed, or says in one sentence why it could not open.
 * A binary that cannot be had or a window that never comes up is remembered; `retry` asks again.
 */
export async function openDesktop({ retry, args }) {
  const blocked = impediment();
  if (blocked !== null) return { opened: false, reason: blocked };
  const remembered = retry ? null : rememberedReason();
  if (remembered !== null) return { opened: false, reason: `${remembered} "npm start -- --desktop" tries again.` };
  rmSync(verdictFile, { force: true });
  const binary = electronBinary() ?? (await download());
  const outcome = binary === null ? { opened: false, reason: 'the Electron binary cannot be downloaded here.' } : await launch(binary, args);
  if (!outcome.opened) remember(outcome.reason);
  return outcome;
}
