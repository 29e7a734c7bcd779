import type { Authenticator } from '../access/Authenticator';
import { invalid } from '../api/ApiError';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { timestamp } from '../storage/timestamp';

const HOUR_SECONDS = 3600;
const SHORTEST_SECONDS = 600;

/** The answer to a `TokenRequest`: a token for the service account, for the time that was asked. */
export function answerToken(
  authenticator: Authenticator,
  account: KubernetesObject,
  body: any, // what a client sent: nothing of it is known yet
) {
  const seconds = body?.spec?.expirationSeconds ?? HOUR_SECONDS;
  if (seconds < SHORTEST_SECONDS) {
    const kind = {
      group: 'authentication.k8s.io',
      kind: 'TokenRequest',
      plural: 'tokenrequests',
    };
    throw invalid(kind, account.metadata.name, [
      {
        field: 'spec.expirationSeconds',
        message: `Invalid value: ${seconds}: may not specify a duration less than 10 minutes`,
      },
    ]);
  }
  const { token, expires } = authenticator.issue(account, seconds);
  const { name, namespace } = account.metadata;
  return {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { name, namespace, creationTimestamp: null },
    spec: { ...body?.spec, expirationSeconds: seconds },
    status: { token, expirationTimestamp: timestamp(expires) },
  };
}
