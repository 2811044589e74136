import { EventStream, type Host, type HostRequest } from '#engine/index.ts';
import type { HostInfo } from '#shared/model/host.ts';
import type { MainServices } from '../link/messages.ts';

interface DesktopHostOptions {
  version: string;
  services: MainServices;
  /** A workbench is drawn and takes requests from now on. */
  onListening(): void;
}

/** What the desktop lends the engine: native dialogs, the system browser and file manager, the menu. */
export class DesktopHost implements Host {
  readonly info: HostInfo;
  readonly #services: MainServices;
  readonly #onListening: () => void;
  readonly #streams = new Set<EventStream<HostRequest>>();

  constructor({ version, services, onListening }: DesktopHostOptions) {
    this.info = { kind: 'desktop', folderPicker: 'native', platform: process.platform as HostInfo['platform'], version, openOnStart: null };
    this.#services = services;
    this.#onListening = onListening;
  }

  pickFolder(title: string): Promise<string | null> {
    return this.#services.pickFolder({ title });
  }

  pickSaveFile(options: { title: string; suggestedName: string }): Promise<string | null> {
    return this.#services.pickSaveFile(options);
  }

  openExternal(url: string): Promise<void> {
    return this.#services.openExternal({ url });
  }

  reveal(path: string): Promise<void> {
    return this.#services.reveal({ path });
  }

  requests(signal: AbortSignal | undefined): EventStream<HostRequest> {
    const stream: EventStream<HostRequest> = new EventStream({ signal, onEnd: () => this.#streams.delete(stream) });
    if (stream.open) {
      this.#streams.add(stream);
      this.#onListening();
    }
    return stream;
  }

  /** Asks every workbench that listens; there is one per window. */
  ask(request: HostRequest): void {
    for (const stream of this.#streams) stream.push(request);
  }
}
