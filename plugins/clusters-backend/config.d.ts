export interface Config {
  /**
   * The clusters that the portal has a connection to. Each is read at the start; a key that is not known, or a value that
   * cannot be right, stops the start with a sentence that names it. How a cluster is reached is said in one of three ways:
   * by `url` with a token, by `kubeconfig`, or by `inCluster`. More clusters can be registered in the portal itself.
   */
  clusters?: Array<{
    /**
     * Name in the registry: stable, used in addresses and stored with what is put there. Lower case letters, digits and
     * hyphens, at most 63. Apply sets on a cluster that is taken out of the configuration stall until it is back.
     */
    name: string;
    /** Chinese title. */
    title: string;
    /** English title. */
    titleEn: string;
    /** Environments that namespaces on this cluster may have. */
    environments: Array<'dev' | 'test' | 'staging' | 'prod'>;
    /** Where it stands, such as a city. */
    region?: string;
    /** Address of the API server, such as `https://10.0.0.1:6443`. Only https: the token goes along with every call. */
    url?: string;
    /**
     * Certificate authority of the API server, in PEM: a file relative to the working directory of the backend. It is read
     * again whenever the connection is made anew. Without it and `caData` the system's authorities are trusted.
     */
    caFile?: string;
    /** The same, as base64 of PEM. */
    caData?: string;
    /**
     * Bearer token of the portal's service account. It never appears in logs or answers.
     * @visibility secret
     */
    token?: string;
    /** A file with the token; it is read again when it changes. */
    tokenFile?: string;
    /**
     * A context of a kubeconfig file, with a token or a client certificate. The file is read again when it changes. The
     * portal runs no command that a kubeconfig names.
     */
    kubeconfig?: { file: string; context: string };
    /** The cluster that the portal runs on, by the service account of its pod. */
    inCluster?: boolean;
  }>;
  /** What people need to register clusters in the portal. */
  clusterRegistration?: {
    /**
     * Keys that seal the tokens of registered clusters in the database (AES-256-GCM). The first seals, all of them open:
     * a key is replaced by a new one in front of it. Without a key no cluster can be registered.
     */
    encryptionKeys?: Array<{
      /** Stored with what the key sealed: letters, digits, hyphens and underscores, at most 40. */
      id: string;
      /**
       * 32 bytes in base64: `openssl rand -base64 32`.
       * @visibility secret
       */
      secret?: string;
      /** A file that holds the same. */
      secretFile?: string;
    }>;
    /**
     * Whether a cluster may be registered that answers on this machine itself. Only where that is a stand-in, as on a
     * laptop: in production it would lead people to services that listen for this machine alone.
     */
    allowLoopback?: boolean;
  };
}
