import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { create } from 'zustand';
import type { Contract } from '#shared/contract/index.ts';
import { openTransport, type Transport } from './transport.ts';

export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'lost';

/** Whether the engine can be reached. `generation` counts the connections there have been. */
export const useConnection = create<{ state: ConnectionState; generation: number }>(() => ({ state: 'connecting', generation: 0 }));

const retryDelays = [100, 250, 500, 1000, 2000, 2000, 2000, 4000, 4000, 4000];
let current: Transport | undefined;

/** The engine, typed by the contract. Calls made while it is away are rejected at once. */
export const client: ContractRouterClient<Contract> = createORPCClient({
  call(path, input, options) {
    if (current === undefined) return Promise.reject(new Error('The engine is not connected'));
    return current.link.call(path, input, options);
  },
});

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function reconnect(): Promise<void> {
  useConnection.setState({ state: 'reconnecting' });
  for (const delay of retryDelays) {
    await wait(delay);
    try {
      return await connect();
    } catch {
      // The engine is still away: the next, longer delay follows.
    }
  }
  useConnection.setState({ state: 'lost' });
}

/** Connects, and from then on reconnects by itself until the engine stays away for about twenty seconds. */
export async function connect(): Promise<void> {
  const transport = await openTransport();
  current = transport;
  useConnection.setState(({ generation }) => ({ state: 'connected', generation: generation + 1 }));
  void transport.closed.then(() => {
    current = undefined;
    void reconnect();
  });
}
