import { describe, expect, it } from 'vitest';
import { createLogger } from '#engine/log/index.ts';
import { LocalPlatformProcess, type PlatformState, type RunningPlatform } from '#engine/platform/index.ts';

const log = createLogger('test', () => undefined);

/** A start function whose outcomes are decided by the test. */
function starter() {
  const started: (RunningPlatform & { die: () => void; disposed: boolean })[] = [];
  const attempts: number[] = [];
  const behaviour = { failing: false };
  async function start(): Promise<RunningPlatform> {
    attempts.push(attempts.length);
    if (behaviour.failing) throw new Error('It does not start');
    const { promise: exited, resolve: die } = Promise.withResolvers<void>();
    const platform = {
      url: `http://127.0.0.1:${4000 + started.length}`,
      exited,
      die,
      disposed: false,
      dispose: async () => {
        platform.disposed = true;
      },
    };
    started.push(platform);
    return platform;
  }
  return { start, started, attempts, behaviour };
}

function whenState(platform: LocalPlatformProcess, state: PlatformState): Promise<void> {
  return new Promise((resolve) => {
    if (platform.state === state) resolve();
    const stop = platform.onStateChange(() => {
      if (platform.state !== state) return;
      stop();
      resolve();
    });
  });
}

describe('the local platform’s process', () => {
  it('is started by the first who needs it, once for all who ask at the same time', async () => {
    const { start, attempts } = starter();
    const platform = new LocalPlatformProcess({ start, log });
    expect([platform.state, attempts.length]).toEqual(['not-started', 0]);
    const urls = await Promise.all([platform.url(), platform.url(), platform.url()]);
    expect([new Set(urls).size, attempts.length, platform.state]).toEqual([1, 1, 'reachable']);
    await platform.dispose();
  });

  it('is started again when it dies, and who asks meanwhile waits for that', async () => {
    const { start, started } = starter();
    const platform = new LocalPlatformProcess({ start, log, backOff: () => 1 });
    const first = await platform.url();
    started[0]?.die();
    await whenState(platform, 'unreachable');
    expect(await platform.url()).not.toBe(first);
    expect(platform.state).toBe('reachable');
    await platform.dispose();
  });

  it('ends and replaces a process that no longer takes connections', async () => {
    const { start, started } = starter();
    const platform = new LocalPlatformProcess({ start, log, backOff: () => 1 });
    const url = await platform.url();
    platform.connectionFailed('http://127.0.0.1:1');
    expect(started[0]?.disposed).toBe(false);
    platform.connectionFailed(url);
    expect(started[0]?.disposed).toBe(true);
    expect(await platform.url()).not.toBe(url);
    await platform.dispose();
  });

  it('waits longer after each failure, stops trying in the end, and tries again when asked', async () => {
    const { start, attempts, behaviour } = starter();
    const waits: number[] = [];
    const backOff = (failures: number): number => {
      waits.push(failures);
      return 1;
    };
    const platform = new LocalPlatformProcess({ start, log, backOff });
    behaviour.failing = true;
    await expect(platform.url()).rejects.toMatchObject({ code: 'PLATFORM_UNREACHABLE' });
    await expect.poll(() => attempts.length).toBe(7);
    expect(waits).toEqual([1, 2, 3, 4, 5, 6]);
    behaviour.failing = false;
    expect(await platform.url()).toContain('http://127.0.0.1:');
    await platform.dispose();
  });

  it('ends the process with the engine, also one that is still starting', async () => {
    const { start, started } = starter();
    const platform = new LocalPlatformProcess({ start, log });
    const url = platform.url();
    await Promise.all([platform.dispose(), expect(url).rejects.toMatchObject({ code: 'PLATFORM_UNREACHABLE' })]);
    expect(started.map(({ disposed }) => disposed)).toEqual([true]);
    await expect(platform.url()).rejects.toMatchObject({ code: 'PLATFORM_UNREACHABLE' });
  });
});
