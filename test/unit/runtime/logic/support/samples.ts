import type { DocumentMessage } from '#runtime/protocol/messages.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { AppManifest } from '#shared/model/mini-program.ts';
import type { ApiMock } from '#shared/model/phone.ts';

export const sampleEnvironment: PhoneEnvironment = {
  device: {
    id: 'sample',
    name: 'Sample phone',
    platform: 'Android',
    brand: 'Sample',
    model: 'Sample 1',
    system: '14',
    width: 360,
    height: 780,
    pixelRatio: 3,
    statusBarHeight: 24,
    titleBarHeight: 48,
    safeArea: { top: 24, right: 0, bottom: 16, left: 0 },
    notch: 'none',
    cornerRadius: 0,
  },
  orientation: 'portrait',
  colorScheme: 'light',
  fontScale: 1,
  language: 'en-US',
  network: 'wifi',
  location: { latitude: 1, longitude: 2, accuracy: 3 },
};

/** A manifest whose pages are the modules under `/pages/`. */
export function sampleManifest(modules: Record<string, string>, overrides: Partial<AppManifest> = {}): AppManifest {
  const pages = Object.keys(modules)
    .filter((path) => path.startsWith('/pages/'))
    .map((path) => path.slice(1).replace(/\.js$/, ''));
  return {
    version: '1',
    entryPagePath: pages[0] ?? 'pages/a/a',
    pages,
    tabBar: null,
    window: {},
    networkTimeout: { request: 30_000, connectSocket: 30_000, uploadFile: 60_000, downloadFile: 60_000 },
    decodeQuery: true,
    appStyles: [],
    units: {},
    ext: {},
    component2: true,
    ...overrides,
  };
}

export interface BootOptions {
  manifest: AppManifest;
  launch?: { path?: string; query?: string; scene?: string } | undefined;
  storage?: Record<string, string> | undefined;
  mocks?: ApiMock[] | undefined;
}

export function sampleBoot({ manifest, launch, storage, mocks }: BootOptions): Extract<DocumentMessage, { type: 'boot' }> {
  return {
    type: 'boot',
    manifest,
    launch: { path: '', query: '', scene: '1000', ...launch },
    environment: sampleEnvironment,
    appId: '2021000000000001',
    storage: storage ?? {},
    mocks: mocks ?? [],
    logicUrl: '/app/logic.js?v=1',
  };
}
