import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildConfigurations } from '../../../scripts/lib/build-configurations.mjs';

let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minifoundry-preload-'));
  const configuration = buildConfigurations(folder).find((candidate) => JSON.stringify(candidate.build?.rollupOptions?.input)?.includes('electron/preload'));
  await build(configuration);
  bundle = await readFile(join(folder, 'electron/preload.cjs'), 'utf8');
});

afterAll(() => rm(folder, { recursive: true }));

type Listener = (event: Record<string, unknown>) => void;

/** Runs the bundle with a fake window and a fake Electron that notes every use. */
function run({ origin = 'app://workbench', isTop = true } = {}) {
  const required: string[] = [];
  const sent: unknown[][] = [];
  const posted: unknown[][] = [];
  const touched = new Set<string>();
  const answers: Listener[] = [];
  const listeners: Listener[] = [];
  const window: Record<string, unknown> = {
    location: { origin },
    addEventListener: (type: string, listener: Listener) => void (type === 'message' && listeners.push(listener)),
    postMessage: (...input: unknown[]) => posted.push(input),
  };
  window.top = isTop ? window : {};
  const before = Object.keys(window);
  const ipcRenderer = { once: (_channel: string, listener: Listener) => answers.push(listener), send: (...input: unknown[]) => sent.push(input) };
  const electron = new Proxy({ ipcRenderer } as Record<string, unknown>, {
    get(target, name) {
      touched.add(String(name));
      return target[String(name)];
    },
  });
  const require = (name: string) => {
    required.push(name);
    return electron;
  };
  const scope = { require, window, module: {}, exports: {} };
  const globals = Object.keys(scope);
  const context = createContext(scope);
  runInContext(bundle, context);
  const ask = (overrides: Record<string, unknown> = {}) => {
    for (const listener of listeners) listener({ source: window, origin, data: 'minifoundry:port-please', ports: [], ...overrides });
  };
  const answer = (ports: unknown[]) => {
    for (const listener of answers.splice(0)) listener({ ports });
  };
  return { required, sent, posted, touched, ask, answer, added: Object.keys(window).filter((key) => !before.includes(key)), globals, scope };
}

describe('preload', () => {
  it('loads Electron only, uses ipcRenderer only, and leaves nothing on the window', () => {
    const { required, touched, added, ask } = run();
    ask();
    expect(required).toEqual(['electron']);
    expect([...touched]).toEqual(['ipcRenderer']);
    expect(added).toEqual([]);
    expect(bundle).not.toMatch(/contextBridge|exposeInMainWorld|globalThis/);
  });

  it('asks once and hands over one port, to the workbench’s own origin', () => {
    const { sent, posted, ask, answer } = run();
    expect(sent).toEqual([]);
    ask();
    ask();
    expect(sent).toEqual([['minifoundry:port']]);
    const port = { name: 'port' };
    answer([port, { name: 'another' }]);
    answer([port]);
    expect(posted).toEqual([['minifoundry:port', 'app://workbench', [port]]]);
  });

  it.each([
    ['another window', { source: {} }],
    ['another origin', { origin: 'https://evil.example' }],
    ['other words', { data: 'minifoundry:port' }],
    ['a list that prints alike', { data: ['minifoundry:port-please'] }],
  ])('does not listen to %s', (_name, overrides) => {
    const { sent, ask } = run();
    ask(overrides);
    expect(sent).toEqual([]);
  });

  it.each([{ isTop: false }, { origin: 'https://evil.example' }, { origin: 'null' }, { origin: 'app://workbench.evil' }])('does nothing in %j', (where) => {
    const { sent, ask } = run(where);
    ask();
    expect(sent).toEqual([]);
  });
});
