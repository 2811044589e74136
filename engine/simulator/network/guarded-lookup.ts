import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

/** Refused because the address belongs to this machine or its network. */
export class PrivateAddressError extends Error {
  readonly host: string;

  constructor(host: string) {
    super(`${host} is an address of this machine or its private network`);
    this.name = 'PrivateAddressError';
    this.host = host;
  }
}

type Resolve = (host: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

const systemResolve: Resolve = (host, done) => lookup(host, { all: true, verbatim: true }, done);

/**
 * A `lookup` for sockets that connects to public addresses only. The check is made on the very addresses that the
 * socket will use, so a name that changes its answer between check and connection gains nothing.
 */
export function guardedLookup(resolve: Resolve = systemResolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const found = addresses.find(({ address }) => isPrivateAddress(address));
      const first = addresses[0];
      if (found !== undefined || first === undefined) return callback(new PrivateAddressError(host), '', 0);
      if (options.all) (callback as unknown as (error: null, addresses: LookupAddress[]) => void)(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** For hosts that are addresses already, which sockets never look up, and for names that mean this machine whatever the system answers (RFC 6761). */
export function assertPublicHost(host: string): void {
  const bare = host.replace(/^\[|\]$/g, '');
  const isOwnName = /(^|\.)localhost\.?$/i.test(bare);
  if (isOwnName || (isIP(bare) !== 0 && isPrivateAddress(bare))) throw new PrivateAddressError(bare);
}
