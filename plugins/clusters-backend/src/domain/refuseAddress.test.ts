import { refuseAddress } from './refuseAddress';

const refuse = (address: string, allowLoopback = false) =>
  refuseAddress(address, { allowLoopback });

describe('the addresses that clusters may have', () => {
  it.each([
    '10.0.0.1',
    '172.16.4.1',
    '192.168.1.1',
    '100.64.0.1',
    '203.0.113.9',
    'fd12::1',
    '2001:db8::1',
    '::ffff:10.0.0.1',
  ])('%s is one', address => {
    expect(refuse(address)).toBeUndefined();
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    '%s is this machine, unless that is allowed',
    address => {
      expect(refuse(address)).toEqual({
        'zh-CN': expect.stringContaining('门户所在的机器本身'),
        en: expect.stringContaining('is this machine itself'),
      });
      expect(refuse(address, true)).toBeUndefined();
    },
  );

  it.each([
    '0.0.0.0',
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'ff02::1',
    'fd00:ec2::254',
  ])('%s is none, whatever is allowed', address => {
    expect(refuse(address, true)).toEqual({
      'zh-CN': expect.stringContaining('不是集群的地址'),
      en: expect.stringContaining('is no address of a cluster'),
    });
  });
});
