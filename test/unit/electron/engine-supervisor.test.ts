import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EngineChild, EngineSupervisor } from '#electron/engine/engine-supervisor.ts';
import { createRestartPolicy } from '#electron/engine/restart-policy.ts';
import type { MainServices, ToEngine } from '#electron/link/messages.ts';

class Child extends EventEmitter {
  readonly received: ToEngine[] = [];
  killed = false;

  postMessage(message: ToEngine): void {
    this.received.push(message);
  }

  kill(): boolean {
    this.killed = true;
    this.emit('exit', 143);
    return true;
  }
}

function setUp() {
  const children: Child[] = [];
  const events: string[] = [];
  const ports: (number | null)[] = [];
  const services = {
    readSettings: async () => ({ values: { a: 1 }, recovered: null }),
    pickFolder: async () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
  };
  const supervisor = new EngineSupervisor({
    fork: () => {
      const child = new Child();
      children.push(child);
      return child as unknown as EngineChild;
    },
    start: { dataDirectory: '/data', templatesDirectory: '/templates', runtimeDirectory: '/runtime', version: '1.0.0', openOnStart: null },
    services: services as unknown as MainServices,
    policy: createRestartPolicy(),
    onRestarted: () => events.push('restarted'),
    onGaveUp: () => events.push('gave up'),
    onWorkbenchReady: () => events.push('ready'),
    onPhones: (port) => void ports.push(port),
  });
  supervisor.start();
  const newest = () => children.at(-1) as Child;
  return { supervisor, children, events, ports, newest };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('restart policy', () => {
  it('waits longer each time and gives up after five failures within a minute', () => {
    const policy = createRestartPolicy();
    const waits = [0, 1, 2, 3, 4].map((second) => policy.failed(second * 1000));
    expect(waits.map((next) => (next.kind === 'restart' ? next.after : next.kind))).toEqual([0, 250, 1000, 2000, 4000]);
    expect(policy.failed(5000)).toEqual({ kind: 'give-up' });
  });

  it('forgets failures after a minute, and when a person asks to try again', () => {
    const policy = createRestartPolicy();
    for (let minute = 0; minute < 20; minute++) expect(policy.failed(minute * 60_000)).toEqual({ kind: 'restart', after: 0 });
    for (let index = 0; index < 5; index++) policy.failed(2_000_000);
    policy.reset();
    expect(policy.failed(2_000_000)).toEqual({ kind: 'restart', after: 0 });
  });
});

describe('engine supervisor', () => {
  it('tells a new engine first how to start', () => {
    expect(setUp().newest().received).toEqual([expect.objectContaining({ kind: 'start' })]);
  });

  it('answers what the engine asks of main, with the code of a failure', async () => {
    const { newest, events } = setUp();
    newest().emit('message', { kind: 'call', id: 7, call: { method: 'readSettings', input: null } });
    newest().emit('message', { kind: 'call', id: 8, call: { method: 'pickFolder', input: { title: '' } } });
    newest().emit('message', { kind: 'call', id: 9, call: { method: 'constructor', input: null } });
    newest().emit('message', { kind: 'workbench-ready' });
    await vi.advanceTimersByTimeAsync(0);
    const answers = newest().received.filter((message) => message.kind === 'answer');
    expect(answers.sort((a, b) => a.id - b.id)).toEqual([
      { kind: 'answer', id: 7, answer: { kind: 'value', value: { values: { a: 1 }, recovered: null } } },
      { kind: 'answer', id: 8, answer: { kind: 'error', message: 'no', code: 'EACCES' } },
      { kind: 'answer', id: 9, answer: expect.objectContaining({ kind: 'error' }) },
    ]);
    expect(events).toEqual(['ready']);
  });

  it('starts a crashed engine again, and gives up on one that keeps crashing until a person asks', async () => {
    const { supervisor, children, events, newest } = setUp();
    newest().emit('exit', 139);
    expect(supervisor.send({ kind: 'settings-changed' })).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(children).toHaveLength(2);
    expect(supervisor.send({ kind: 'settings-changed' })).toBe(true);
    for (let index = 0; index < 5; index++) {
      newest().emit('exit', 139);
      await vi.advanceTimersByTimeAsync(4000);
    }
    expect(children).toHaveLength(6);
    expect(events).toEqual([...Array(5).fill('restarted'), 'gave up']);
    supervisor.retry();
    expect(children).toHaveLength(7);
    expect(supervisor.send({ kind: 'settings-changed' })).toBe(true);
  });

  it('lets the engine end by itself, then ends it, and does not start it again', async () => {
    const { supervisor, children, newest, events } = setUp();
    const stopped = supervisor.stop();
    expect(newest().received.at(-1)).toEqual({ kind: 'stop' });
    expect(newest().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(3000);
    await stopped;
    expect(newest().killed).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect([children.length, events]).toEqual([1, []]);
  });
});

describe('phones', () => {
  it('are known by the port of the engine that runs, and by none once it has ended', () => {
    const { ports, newest } = setUp();
    newest().emit('message', { kind: 'phones', port: 4711 });
    newest().emit('exit', 1);
    expect(ports).toEqual([4711, null]);
  });
});
