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
      { name: 'nonprod', environments: ['dev', 'test'], origin: 'config' },
      { name: 'prod' },
    ]);
    expect(read(NONPROD)[0].readAccess()).toEqual({
      url: 'https://10.0.0.1:6443',
      user: { token: 'secret-token' },
    });
  });

  it('reads the certificate when it is needed, so that it may come later and change', () => {
    const directory = createMockDirectory();
    const caFile = path.join(directory.path, 'ca.crt');
    const [cluster] = read({ ...NONPROD, caFile });
    expect(() => cluster.readAccess()).toThrow('ENOENT');
    writeFileSync(caFile, 'first');
    expect(cluster.readAccess().ca).toBe('first');
    writeFileSync(caFile, 'the second');
    expect(cluster.readAccess().ca).toBe('the second');

    const caData = Buffer.from('in place').toString('base64');
    expect(read({ ...NONPROD, caData })[0].readAccess().ca).toBe('in place');
    expect(read(NONPROD)[0].readAccess().ca).toBeUndefined();
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
    [
      'no address',
      { url: undefined },
      "'clusters[0]' must say how the cluster is reached, by one of 'url' with a token, 'kubeconfig' and 'inCluster'; it has none of them",
    ],
    [
      'two ways to reach it',
      { inCluster: true },
      "'clusters[0]' must say how the cluster is reached, by one of 'url' with a token, 'kubeconfig' and 'inCluster'; it has 'url' and 'inCluster'",
    ],
    [
      'a token beside a kubeconfig',
      { url: undefined, kubeconfig: { file: 'a', context: 'b' } },
      "'clusters[0]' has both 'kubeconfig' and 'token': leave 'token' out",
    ],
    [
      'a kubeconfig without a context',
      { url: undefined, token: undefined, kubeconfig: { file: 'a' } },
      'clusters[0].kubeconfig.context',
    ],
    [
      'a kubeconfig with an unknown key',
      {
        url: undefined,
        token: undefined,
        kubeconfig: { file: 'a', context: 'b', user: 'c' },
      },
      "There is no 'user' at 'clusters[0].kubeconfig': a kubeconfig has 'file' and 'context'",
    ],
    [
      'a pod that is none',
      { url: undefined, token: undefined, inCluster: false },
      "'clusters[0].inCluster' is false",
    ],
    [
      'two tokens',
      { tokenFile: 'a' },
      "'clusters[0]' has both 'tokenFile' and 'token'",
    ],
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
    [
      'no token',
      { token: undefined },
      "'clusters[0].token' is missing: write the token of the portal's service account, or 'tokenFile' where it lies",
    ],
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
