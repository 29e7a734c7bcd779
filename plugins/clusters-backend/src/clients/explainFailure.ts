import type { ConnectionCheck } from '@caas/plugin-clusters-common';

/** What keeps a connection from being made. */
export type Failure = Pick<ConnectionCheck, 'id' | 'message'>;

const UNTRUSTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
];

const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at this address and port',
  ECONNRESET: 'the host closed the connection',
  EHOSTUNREACH: 'there is no way to this host from here',
  ENETUNREACH: 'there is no way to this network from here',
  ENOTFOUND: 'no name server knows this host',
  EAI_AGAIN: 'the name server does not answer',
  ETIMEDOUT: 'no answer in time',
};

/** What an error of Node's says about a connection, in a sentence for whoever gave its address. */
export function explainFailure(error: unknown): Failure {
  const { name, code = '', message } = error as Error & { code?: string };
  if (name === 'RefusedAddressError') return { id: 'address', message };
  if (name === 'TimeoutError' || name === 'AbortError') {
    return {
      id: 'connection',
      message: `The host does not answer within 10 seconds: look at the address, and at firewalls between here and there`,
    };
  }
  if (UNTRUSTED.includes(code)) {
    return {
      id: 'certificate',
      message: `The certificate of the host is not signed by the authority that you gave, or, without one, by any that this machine trusts: give the certificate authority of the cluster`,
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      id: 'certificate',
      message: `The certificate of the host is for another name: write the address by a name or number that stands in the certificate`,
    };
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return {
      id: 'certificate',
      message:
        'The certificate of the host is not valid at this time: renew it, or look at the clocks',
    };
  }
  if (code.startsWith('ERR_OSSL')) {
    return {
      id: 'certificate',
      message:
        'The certificate authority cannot be read: give it in PEM, whole, with its first and its last line',
    };
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return {
      id: 'connection',
      message:
        'The host does not speak TLS at this port: write the port of the API server',
    };
  }
  return {
    id: 'connection',
    message: `The host cannot be reached: ${UNREACHED[code] ?? (code || 'no reason given')}`,
  };
}
