export interface Config {
  /**
   * The clusters that the portal has a connection to. Each is read at the start; a key that is not known, or a value that
   * cannot be right, stops the start with a sentence that names it.
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
    /** Address of the API server, such as `https://10.0.0.1:6443`. Only https: the token goes along with every call. */
    url: string;
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
    token: string;
  }>;
}
