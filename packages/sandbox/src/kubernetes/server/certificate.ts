import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';

/** A certificate that signs itself, in PEM: what the clusters present, and what clients trust. */
export type Certificate = { key: string; cert: string };

const VALID_YEARS = 10;

/** The certificate of this sandbox; made once, and kept so that clients keep trusting it. */
export async function loadCertificate(
  directory: string | undefined,
): Promise<Certificate> {
  const certFile = directory && path.join(directory, 'ca.crt');
  const keyFile = directory && path.join(directory, 'ca.key');
  if (certFile && keyFile && existsSync(certFile) && existsSync(keyFile)) {
    return {
      cert: readFileSync(certFile, 'utf8'),
      key: readFileSync(keyFile, 'utf8'),
    };
  }
  const notAfterDate = new Date();
  notAfterDate.setFullYear(notAfterDate.getFullYear() + VALID_YEARS);
  const made = await generate([{ name: 'commonName', value: 'CaaS sandbox' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notAfterDate,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'keyUsage',
        keyCertSign: true,
        digitalSignature: true,
        critical: true,
      },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  if (certFile && keyFile) {
    writeFileSync(keyFile, made.private, { mode: 0o600 });
    writeFileSync(certFile, made.cert);
  }
  return { cert: made.cert, key: made.private };
}
