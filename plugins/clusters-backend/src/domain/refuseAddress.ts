import { BlockList, isIPv6 } from 'node:net';
import type { Bilingual } from '@caas/contract';

type Range = [address: string, prefix: number, family: 'ipv4' | 'ipv6'];

const listOf = (ranges: Range[]) => {
  const list = new BlockList();
  for (const [address, prefix, family] of ranges) {
    list.addSubnet(address, prefix, family);
  }
  return list;
};

const LOOPBACK = listOf([
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]);

/** Where clouds tell a machine its own secrets, beside the link-local ones. */
const METADATA = listOf([
  ['100.100.100.200', 32, 'ipv4'],
  ['192.0.0.192', 32, 'ipv4'],
  ['168.63.129.16', 32, 'ipv4'],
  ['fd00:ec2::254', 128, 'ipv6'],
]);

const NO_HOST = listOf([
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]);

/**
 * Why the portal does not connect to an IP address that somebody registered; undefined for one that it does connect to.
 *
 * Private networks are where clusters are. Not so the machine itself, its link, and the addresses at which clouds hand out
 * credentials: whoever may register a cluster may not read those through the portal.
 */
export function refuseAddress(
  address: string,
  options: { allowLoopback: boolean },
): Bilingual | undefined {
  // An IPv4 address in IPv6 clothes (::ffff:127.0.0.1) is matched by the IPv4 ranges of a BlockList.
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (LOOPBACK.check(address, family)) {
    return options.allowLoopback
      ? undefined
      : {
          'zh-CN': `“${address}”是门户所在的机器本身：请填写其他机器所用的地址`,
          en: `'${address}' is this machine itself: register the address that other machines use`,
        };
  }
  if (METADATA.check(address, family) || NO_HOST.check(address, family)) {
    return {
      'zh-CN': `“${address}”不是集群的地址：它属于机器本身或其云平台`,
      en: `'${address}' is no address of a cluster: it belongs to the machine or its cloud`,
    };
  }
  return undefined;
}
