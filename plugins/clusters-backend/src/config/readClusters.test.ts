import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readClusters } from './readClusters';

const NONPROD = {
  name: 'nonprod',
  title: '非生产集群',
  titleEn: 'Non-production',
  environments: ['dev', 'test'],
  url: 'https://10.0.0.1:6443/',
  token: 'secret-token',
};
const read = (...clusters: object[]) =>
  readClusters(new ConfigReader({ clusters } as never));

describe('readClusters', () => {
  it('reads what is there, and nothing from a configuration without clusters', () => {
    expect(readClusters(new ConfigReader({}))).toEqual([]);
    expect(read(NONPROD, { ...NONPROD, name: 'prod' })).toMatchObject([
      { name: 'nonprod', environments: ['dev', 'test'], token: 'secret-token' },
      { name: 'prod', url: 'https://10.0.0.1:6443' },
    ]);
  });

  it('reads the certificate when it is needed, so that it may come later and change', () => {
    const directory = createMockDirectory();
    const caFile = path.join(directory.path, 'ca.crt');
    const [cluster] = read({ ...NONPROD, caFile });
    expect(() => cluster.readCa()).toThrow('ENOENT');
    writeFileSync(caFile, 'first');
    expect(cluster.readCa()).toBe('first');
    writeFileSync(caFile, 'second');
    expect(cluster.readCa()).toBe('second');

    const caData = Buffer.from('in place').toString('base64');
    expect(read({ ...NONPROD, caData })[0].readCa()).toBe('in place');
    expect(read(NONPROD)[0].readCa()).toBeUndefined();
  });

  it.each([
    [
      'an unknown key',
      { context: 'x' },
      "There is no 'context' at 'clusters[0]': a cluster has 'name', 'title'",
    ],
    ['no name', { name: undefined }, 'clusters[0].name'],
    [
      'a name that is none',
      { name: 'Non Prod' },
      "'Non Prod' at 'clusters[0].name' is not a name of a cluster",
    ],
    ['no title', { title: undefined }, 'clusters[0].title'],
    ['no address', { url: undefined }, 'clusters[0].url'],
    [
      'an address without TLS',
      { url: 'http://10.0.0.1:8080' },
      "'http://10.0.0.1:8080' at 'clusters[0].url' is not the address of an API server: write it like https://",
    ],
    [
      'an address that is none',
      { url: 'https://a b' },
      "'https://a b' at 'clusters[0].url'",
    ],
    ['no token', { token: undefined }, 'clusters[0].token'],
    ['an empty token', { token: '' }, 'clusters[0].token'],
    [
      'no environment',
      { environments: [] },
      "'clusters[0].environments' is not an environment: write one or more of dev, test, staging, prod",
    ],
    [
      'an unknown environment',
      { environments: ['dev', 'uat'] },
      "'uat' at 'clusters[0].environments' is not an environment",
    ],
    [
      'two certificates',
      { caFile: 'a', caData: 'b' },
      "'clusters[0]' has both 'caFile' and 'caData'",
    ],
  ])('refuses %s, and says where', (_, changes, sentence) => {
    expect(() => read({ ...NONPROD, ...changes })).toThrow(sentence);
  });

  it('never quotes the token', () => {
    expect(() => read({ ...NONPROD, url: 'x' })).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('secret-token'),
      }),
    );
  });

  it('refuses two clusters of one name', () => {
    expect(() => read(NONPROD, NONPROD)).toThrow(
      "The configuration names the cluster 'nonprod' twice under 'clusters': give each a name of its own",
    );
  });
});
