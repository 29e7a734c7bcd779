import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { withChinese } from '@caas/contract';
import { refuseAddress } from '../domain/refuseAddress';

/** The address of a cluster is one that the portal does not connect to. */
export class RefusedAddressError extends Error {
  override name = 'RefusedAddressError';
}

/** What a host name leads to is refused when any of its addresses is: which one is taken is chance. */
export function guardedLookup(options: {
  allowLoopback: boolean;
}): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    lookUp(hostname, { ...lookupOptions, all: true }, (error, found) => {
      if (error) {
        callback(error, []);
        return;
      }
      try {
        for (const { address } of found) assertAddress(address, options);
      } catch (refusal) {
        callback(refusal as NodeJS.ErrnoException, []);
        return;
      }
      const [first] = found as [LookupAddress, ...LookupAddress[]];
      if (lookupOptions.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

/**
 * For addresses that are written as numbers: no name is looked up for those.
 *
 * @throws RefusedAddressError
 */
export function assertHost(
  url: string,
  options: { allowLoopback: boolean },
): void {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) assertAddress(host, options);
}

function assertAddress(
  address: string,
  options: { allowLoopback: boolean },
): void {
  const refusal = refuseAddress(address, options);
  if (!refusal) return;
  throw withChinese(new RefusedAddressError(refusal.en), refusal['zh-CN']);
}
