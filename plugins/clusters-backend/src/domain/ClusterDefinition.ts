import type { LookupFunction } from 'node:net';

/** How a cluster is reached at this moment. */
export type ClusterAccess = {
  url: string;
  /** Certificate authority in PEM; without it the system's authorities are trusted. */
  ca?: string;
  /** A bearer token, or a client certificate with its key, in PEM. */
  user: { token: string } | { cert: string; key: string };
};

/** A cluster of the registry, and how to reach it. */
export type ClusterDefinition = {
  name: string;
  title: string;
  titleEn: string;
  environments: string[];
  region?: string;
  /** Where it stands: in the configuration, or in the portal's own table. */
  origin: 'config' | 'portal';
  /**
   * Read afresh for each call, so that a certificate may come later and a token may change.
   *
   * @throws Error with a sentence that says what is missing, and no secret.
   */
  readAccess(): ClusterAccess;
  /** Looks names up for new connections, and refuses addresses that the portal must not connect to. */
  lookup?: LookupFunction;
};
