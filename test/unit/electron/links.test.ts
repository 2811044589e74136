import { describe, expect, it } from 'vitest';
import { createMainClient } from '#electron/link/main-client.ts';
import { createMainLog } from '#electron/link/main-log.ts';
import type { ToMain } from '#electron/link/messages.ts';

describe('main client', () => {
  it('settles each call with its own answer', async () => {
    const sent: ToMain[] = [];
    const client = createMainClient((message) => sent.push(message));
    const first = client.services.pickFolder({ title: 'a' });
    const second = client.services.writeSetting({ key: 'k', value: 1 });
    const [a, b] = sent.map((message) => (message.kind === 'call' ? message.id : 0)) as [number, number];
    client.settle(b, { kind: 'error', message: 'disk', code: 'ENOSPC' });
    client.settle(a, { kind: 'value', value: '/folder' });
    client.settle(99, { kind: 'value', value: 'nobody asked' });
    await expect(first).resolves.toBe('/folder');
    await expect(second).rejects.toMatchObject({ message: 'disk', code: 'ENOSPC' });
  });
});

describe('main log', () => {
  it('keeps entries until the engine takes them, in order, and again while it is away', () => {
    const taken: string[] = [];
    let away = false;
    const log = createMainLog();
    log.write('info', 'one');
    log.write('warn', 'two', new Error('cause'));
    log.connect(({ message }) => !away && taken.push(message) > 0);
    away = true;
    log.write('info', 'three');
    expect(taken).toEqual(['one', 'two']);
    away = false;
    log.write('info', 'four');
    expect(taken).toEqual(['one', 'two', 'three', 'four']);
  });
});
