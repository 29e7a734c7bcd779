export interface Config {
  /** The clusters that the portal has a connection to. */
  clusters?: Array<{
    /** Name in the registry: stable, used in addresses and stored with what is put there. */
    name: string;
    /** Chinese title. */
    title: string;
    /** English title. */
    titleEn: string;
    /** Environments that namespaces on this cluster may have. */
    environments: string[];
    /** Address of the API server, such as `https://10.0.0.1:6443`. */
    url: string;
    /** Certificate authority of the API server, in PEM: a file relative to the working directory of the backend. */
    caFile?: string;
    /** The same, as base64 of PEM. */
    caData?: string;
    /**
     * Bearer token of the portal's service account.
     * @visibility secret
     */
    token: string;
  }>;
}
