import { useConnection } from './connection.ts';
import { reportError } from './report-error.ts';

/**
 * Follows an event stream of the engine until the returned function is called, opening it again after
 * every reconnection. `open` is given the signal that ends it.
 */
export function subscribe<Event>(open: (signal: AbortSignal) => Promise<AsyncIterable<Event>>, onEvent: (event: Event) => void): () => void {
  let ended = false;
  let controller = new AbortController();

  async function follow(): Promise<void> {
    controller = new AbortController();
    const { signal } = controller;
    try {
      for await (const event of await open(signal)) {
        if (ended) return;
        onEvent(event);
      }
    } catch (error) {
      if (!ended && !signal.aborted && useConnection.getState().state === 'connected') reportError(error);
    }
  }

  void follow();
  const stopWatching = useConnection.subscribe((now, before) => {
    if (now.generation === before.generation) return;
    controller.abort();
    void follow();
  });
  return () => {
    ended = true;
    stopWatching();
    controller.abort();
  };
}
