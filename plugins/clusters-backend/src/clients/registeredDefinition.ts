import { placeOfToken, type RegistrationRecord } from '../domain/registration';
import type { ClusterDefinition } from '../domain/ClusterDefinition';
import type { RegistrationConfig } from '../config/readRegistration';
import { assertHost, guardedLookup } from './guardedLookup';
import { ClusterUnavailableError } from './KubernetesClient';

/** A registered cluster, and how to reach it. Its token is opened for each call, and kept by nobody. */
export function registeredDefinition(
  record: RegistrationRecord,
  config: RegistrationConfig,
): ClusterDefinition {
  const { name, title, titleEn, environments, region, url, ca } = record;
  return {
    name,
    title,
    titleEn,
    environments,
    region,
    origin: 'portal',
    lookup: guardedLookup(config),
    readAccess() {
      assertHost(url, config);
      return {
        url,
        ca: ca || undefined,
        user: { token: openToken(record, config) },
      };
    },
  };
}

/** @throws ClusterUnavailableError with a sentence for whoever looks at the cluster. */
export function openToken(
  { name, sealedToken }: RegistrationRecord,
  config: RegistrationConfig,
): string {
  try {
    return config.readKeys().open(sealedToken, placeOfToken(name));
  } catch (error) {
    throw new ClusterUnavailableError(
      `The stored token of cluster '${name}' cannot be opened: ${(error as Error).message}. Bring the key back, or write the token again`,
      { kind: 'token' },
    );
  }
}
