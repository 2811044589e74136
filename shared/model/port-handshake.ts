/** Where the desktop shell serves the workbench: a scheme and a host of its own. */
export const desktopScheme = 'app';
export const desktopHost = 'workbench';
export const desktopOrigin = `${desktopScheme}://${desktopHost}`;
/** The document of the desktop window. Its query says that the engine is reached over a port, not over a socket. */
export const desktopDocument = `${desktopOrigin}/?transport=port`;

/** Where the desktop shell serves phones: `phone://<id>/`, each an origin of its own. */
export const phoneScheme = 'phone';

/** Whether an address is one of a phone: a host of 128 random bits, nothing before it and no port. */
export function isPhoneAddress(url: string): boolean {
  return /^phone:\/\/[0-9a-f]{32}\//.test(url);
}

/** What the workbench says to its own window when it wants the engine's port (desktop). */
export const portRequest = 'minifoundry:port-please';
/** What the preload answers, with the port transferred; exactly once per document. */
export const portAnswer = 'minifoundry:port';
/** The one channel between preload and main process: asked once, answered once. */
export const portChannel = 'minifoundry:port';
