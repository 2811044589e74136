import { randomUUID } from 'node:crypto';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessageEvent, MessagePortMain } from 'electron';
import { createEngine, type Engine, type EngineContext } from '#engine/index.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import { desktopOrigin, phoneScheme } from '#shared/model/port-handshake.ts';
import { createMainClient } from '../link/main-client.ts';
import type { EngineStart, ToEngine, ToMain } from '../link/messages.ts';
import { DesktopHost } from './desktop-host.ts';
import { PlatformProcesses } from './platform-processes.ts';
import { RemoteSettings } from './remote-settings.ts';

/** The engine of the desktop: a utility process that talks to main over its parent port and to each workbench over a port of its own. */
function send(message: ToMain): void {
  process.parentPort.postMessage(message);
}

const main = createMainClient(send);
const settings = new RemoteSettings(main.services);
const platforms = new PlatformProcesses(main.services);

interface Running {
  engine: Engine;
  host: DesktopHost;
  handler: RPCHandler<EngineContext>;
}

let starting: Promise<Running> | undefined;

async function start({ dataDirectory, templatesDirectory, runtimeDirectory, version, openOnStart }: EngineStart): Promise<Running> {
  const host = new DesktopHost({ version, services: main.services, onListening: () => send({ kind: 'workbench-ready' }) });
  const engine = await createEngine({
    dataDirectory,
    templatesDirectory,
    runtimeDirectory,
    host,
    settingsStore: settings,
    startLocalPlatform: () => platforms.start(),
    phoneAddress: (id) => `${phoneScheme}://${id}/`,
  });
  engine.phones.allowFraming(desktopOrigin);
  send({ kind: 'phones', port: engine.phones.port });
  if (openOnStart !== null) host.info.openOnStart = engine.grants.grant(openOnStart).folderId;
  return { engine, host, handler: new RPCHandler<EngineContext>(engine.router) };
}

function running(): Promise<Running> {
  return starting ?? Promise.reject(new Error('The engine was not started'));
}

async function connect(port: MessagePortMain): Promise<void> {
  const { engine, handler } = await running();
  const closed = new AbortController();
  port.on('close', () => closed.abort());
  handler.upgrade(port, { context: { connection: { id: randomUUID(), closed: closed.signal }, log: engine.log } });
  port.start();
}

async function stop(): Promise<void> {
  const { engine } = await running();
  await engine.dispose();
  process.exit(0);
}

async function take(message: ToEngine, ports: MessagePortMain[]): Promise<void> {
  switch (message.kind) {
    case 'start':
      starting = start(message.start);
      await starting;
      return;
    case 'connect':
      for (const port of ports) await connect(port);
      return;
    case 'host-request':
      return (await running()).host.ask(message.request);
    case 'settings-changed':
      return settings.changed();
    case 'platform-exited':
      return platforms.exited(message.platform);
    case 'answer':
      return main.settle(message.id, message.answer);
    case 'log':
      return (await running()).engine.log.child('desktop')[message.level](message.message, message.data);
    case 'stop':
      return stop();
    default:
      return assertNever(message);
  }
}

/** An engine in an unknown state is worse than a new one: main starts it again, and unsaved text is on disk. */
function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(70);
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.parentPort.on('message', ({ data, ports }: MessageEvent) => {
  take(data as ToEngine, ports).catch(fail);
});
