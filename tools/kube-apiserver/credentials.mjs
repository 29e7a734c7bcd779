import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** The keys of service accounts and the token of an administrator, as files that a control plane reads. */
export function writeCredentials(folder) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const write = (name, text) => {
    const file = path.join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  const token = randomBytes(24).toString('hex');
  return {
    token,
    tokenFile: write('tokens.csv', `${token},admin,admin,"system:masters"\n`),
    privateKeyFile: write('service-accounts.key', privateKey),
    publicKeyFile: write('service-accounts.pub', publicKey),
  };
}

/** A kubeconfig with one context, in JSON, which is YAML. */
export function writeKubeconfig(file, { server, ca, token }) {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [
      {
        name: 'test',
        cluster: {
          server,
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        },
      },
    ],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'admin' } }],
  };
  writeFileSync(file, JSON.stringify(config, null, 2), { mode: 0o600 });
}
