import { ipcRenderer } from 'electron';
import { desktopOrigin, portAnswer, portChannel, portRequest } from '#shared/model/port-handshake.ts';

/**
 * Hands the engine's port to the workbench: once, to the main frame of the workbench's own origin, and nothing else.
 * Nothing is exposed on the page's window.
 */
function handOver(): void {
  let asked = false;
  window.addEventListener('message', (event) => {
    if (asked || event.source !== window || event.origin !== desktopOrigin || event.data !== portRequest) return;
    asked = true;
    ipcRenderer.once(portChannel, ({ ports }) => {
      const [port] = ports;
      if (port !== undefined) window.postMessage(portAnswer, desktopOrigin, [port]);
    });
    ipcRenderer.send(portChannel);
  });
}

if (window === window.top && window.location.origin === desktopOrigin) handOver();
