import type { z } from 'zod';
import {
  changedConnection,
  clusterCa,
  clusterRegistrationInput,
  clusterToken,
  clusterUrl,
  newClusterName,
  registrationRemoval,
} from './registration';

const sentenceOf = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input).error?.issues[0].message;

const given = {
  name: 'dr',
  title: '灾备集群',
  titleEn: 'Recovery',
  environments: ['prod', 'dev', 'prod'],
  url: 'https://10.0.0.1:6443/',
  token: 'a-token',
};

describe('a cluster to be registered', () => {
  it('gets its environments in order and once, and its address without a slash at the end', () => {
    expect(clusterRegistrationInput.parse(given)).toEqual({
      ...given,
      environments: ['dev', 'prod'],
      url: 'https://10.0.0.1:6443',
      ca: '',
    });
  });

  it.each([
    ['environments', [], 'Choose an environment'],
    [
      'environments',
      ['production'],
      'Choose from the environments dev, test, staging, prod',
    ],
    ['title', '  ', 'Write a title'],
    ['titleEn', 'x'.repeat(101), 'A title has at most 100 characters'],
    ['token', ' ', 'Write the token of the service account'],
    ['region', 'x'.repeat(64), 'A region has at most 63 characters'],
  ])('says what is wrong with %s: %j', (field, value, sentence) => {
    expect(
      sentenceOf(clusterRegistrationInput, { ...given, [field]: value }),
    ).toBe(sentence);
  });
});

describe('the name of a cluster', () => {
  it.each(['a', 'dr', '2nd-site', 'x'.repeat(63)])('may be %s', name => {
    expect(newClusterName.parse(name)).toBe(name);
  });

  it.each(['', '-a', 'a-', 'DR', 'a.b', 'a_b', 'a/b', '集群', 'x'.repeat(64)])(
    'may not be %j',
    name => {
      expect(newClusterName.safeParse(name).success).toBe(false);
    },
  );
});

describe('the address of an API server', () => {
  it.each([
    'https://10.0.0.1:6443',
    'https://[::1]:6443',
    'https://rancher.example/k8s/clusters/c-1',
  ])('may be %s', url => {
    expect(clusterUrl.parse(url)).toBe(url);
  });

  it.each([
    '',
    'http://10.0.0.1:6443',
    'https://',
    'https://li-wei:secret@10.0.0.1',
    'https://10.0.0.1?as=admin',
    'https://10.0.0.1/a#b',
    'https://10.0.0.1 https://10.0.0.2',
    'https://10.0.0.1:99999',
    'file:///etc/passwd',
  ])('may not be %j', url => {
    expect(sentenceOf(clusterUrl, url)).toBe(
      'Write the address of the API server, like https://10.0.0.1:6443',
    );
  });
});

describe('what the portal is to trust and to show', () => {
  it('is a certificate in PEM, or what the system trusts', () => {
    expect(clusterCa.parse(' ')).toBe('');
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
    expect(clusterCa.parse(`${pem}\n`)).toBe(pem);
    expect(sentenceOf(clusterCa, '-----BEGIN PRIVATE KEY-----\nMIIB')).toBe(
      'Write the certificate in PEM: it begins with -----BEGIN CERTIFICATE-----',
    );
  });

  it.each(['two words', 'a\r\nHost: b', '令牌', `x${'x'.repeat(10_000)}`])(
    'is a token in one word, which no sentence quotes: not %j',
    token => {
      const sentence = sentenceOf(clusterToken, token);
      expect(sentence).toMatch(/^A token /);
      expect(sentence).not.toContain(token);
    },
  );
});

describe('a cluster that changes', () => {
  it('keeps its token when none is sent', () => {
    const { url, ca, token } = changedConnection.parse({
      cluster: 'dr',
      url: given.url,
    });
    expect({ url, ca, token }).toEqual({
      url: 'https://10.0.0.1:6443',
      ca: '',
      token: '',
    });
  });

  it('is removed on the version that was seen, and not past apply sets unless told', () => {
    expect(registrationRemoval.parse({ cluster: 'dr', version: '3' })).toEqual({
      cluster: 'dr',
      version: 3,
      leaveApplySets: false,
    });
    for (const version of ['0', '-1', '1.5', 'latest', undefined]) {
      expect(
        registrationRemoval.safeParse({ cluster: 'dr', version }).success,
      ).toBe(false);
    }
  });
});
