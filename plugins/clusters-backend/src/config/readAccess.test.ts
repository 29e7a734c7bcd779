import { renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { readClusters } from './readClusters';

const directory = createMockDirectory();
beforeEach(() => directory.clear());

const read = (access: object, variables: Record<string, string> = {}) =>
  readClusters(
    new ConfigReader({
      clusters: [
        {
          name: 'dr',
          title: '容灾集群',
          titleEn: 'Disaster recovery',
          environments: ['prod'],
          region: 'Shanghai',
          ...access,
        },
      ],
    } as never),
    { variables, serviceAccountDir: directory.path },
  )[0];

describe('a token in a file', () => {
  it('is read again when it rotates, by another text or by another link', () => {
    directory.setContent({ token: 'first\n', 'of-tomorrow': 'third' });
    const tokenFile = directory.resolve('token');
    const cluster = read({ url: 'https://10.0.0.3:6443', tokenFile });
    const token = () => cluster.readAccess().user;
    expect(token()).toEqual({ token: 'first' });
    writeFileSync(tokenFile, 'the second\n');
    expect(token()).toEqual({ token: 'the second' });
    const link = directory.resolve('link');
    symlinkSync(directory.resolve('of-tomorrow'), link);
    renameSync(link, tokenFile);
    expect(token()).toEqual({ token: 'third' });
  });
});

describe('the service account of a pod', () => {
  it('reaches the cluster of the pod', () => {
    directory.setContent({ token: 'of-the-pod', 'ca.crt': 'PEM' });
    const cluster = read(
      { inCluster: true },
      { KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '6443' },
    );
    expect(cluster).toMatchObject({ name: 'dr', region: 'Shanghai' });
    expect(cluster.readAccess()).toEqual({
      url: 'https://[fd00::1]:6443',
      ca: 'PEM',
      user: { token: 'of-the-pod' },
    });
  });

  it('says so where there is no pod', () => {
    expect(() => read({ inCluster: true }).readAccess()).toThrow(
      'the portal runs in no pod (KUBERNETES_SERVICE_HOST is not set)',
    );
  });
});

describe('a kubeconfig', () => {
  const kubeconfig = (
    cluster: object,
    user: object,
    server = 'https://10.0.0.3:6443/',
  ) =>
    directory.setContent({
      'ca.crt': 'PEM of the file',
      kubeconfig: JSON.stringify({
        clusters: [{ name: 'c', cluster: { server, ...cluster } }],
        users: [{ name: 'u', user }],
        contexts: [{ name: 'dr', context: { cluster: 'c', user: 'u' } }],
        'current-context': 'another',
      }),
    });
  const access = (context = 'dr') =>
    read({
      kubeconfig: { file: directory.resolve('kubeconfig'), context },
    }).readAccess();

  it('gives address, authority and token of the context that is named', () => {
    kubeconfig({ 'certificate-authority': 'ca.crt' }, { token: 'of-u' });
    expect(access()).toEqual({
      url: 'https://10.0.0.3:6443',
      ca: 'PEM of the file',
      user: { token: 'of-u' },
    });
  });

  it('gives a client certificate with its key', () => {
    const data = (text: string) => Buffer.from(text).toString('base64');
    kubeconfig(
      { 'certificate-authority-data': data('CA') },
      {
        'client-certificate-data': data('CERT'),
        'client-key-data': data('KEY'),
      },
    );
    expect(access()).toEqual({
      url: 'https://10.0.0.3:6443',
      ca: 'CA',
      user: { cert: 'CERT', key: 'KEY' },
    });
  });

  it.each([
    [
      'a context that is not there',
      () => {
        kubeconfig({}, { token: 'of-u' });
        return access('prod');
      },
      "the context 'prod' of '.*' is not there, .*: the file has 'dr'",
    ],
    [
      'an address without TLS',
      () => {
        kubeconfig({}, { token: 'of-u' }, 'http://10.0.0.3');
        return access();
      },
      "has the address 'http://10.0.0.3': only https is connected to",
    ],
    [
      'certificates that are not checked',
      () => {
        kubeconfig({ 'insecure-skip-tls-verify': true }, { token: 'of-u' });
        return access();
      },
      'switches the check of certificates off',
    ],
    [
      'a command',
      () => {
        kubeconfig({}, { exec: { command: 'aws' } });
        return access();
      },
      'gets its token from a command: the portal runs none',
    ],
    [
      'a user without credentials',
      () => {
        kubeconfig({}, {});
        return access();
      },
      'has neither a token nor a client certificate',
    ],
    ['a file that is not there', () => access(), 'ENOENT'],
  ])('refuses %s, with a sentence', (_what, attempt, sentence) => {
    expect(attempt).toThrow(new RegExp(sentence));
  });
});
