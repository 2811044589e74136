/** What the workbench says to its own window when it wants the engine's port (desktop). */
export const portRequest = 'minifoundry:port-please';
/** What the preload answers, with the port transferred; exactly once per document. */
export const portAnswer = 'minifoundry:port';
