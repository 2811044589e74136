import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const candidates = [
  process.env.MINIFOUNDRY_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export function installedChromium() {
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

function isDebianRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function isInstalled(name) {
  return spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' }).stdout?.includes('install ok installed') ?? false;
}

function aptInstall(packages) {
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  process.stderr.write(`Installing for the tests: ${missing.join(', ')}…\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: environment };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
}

const systemPackages = ['gnome-keyring', 'dbus', 'dbus-x11', 'libsecret-1-0', 'xvfb', 'fonts-noto-cjk', 'fonts-noto-color-emoji', 'fonts-noto-core'];

/** What the tests need beside npm packages; what cannot be had is skipped later, by name. */
export function ensureTestTools() {
  if (isDebianRoot()) aptInstall(installedChromium() === null ? ['chromium', ...systemPackages] : systemPackages);
  const found = installedChromium();
  if (found !== null) return found;
  process.stderr.write('Downloading a Chromium for the tests…\n');
  spawnSync(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return null;
}
