export interface Config {
  tenancy?: {
    projection?: {
      /** Seconds between two full projections into the catalog; 30 unless told. Changes arrive at once. */
      frequencySeconds?: number;
      /** Group that owns the clusters in the catalog; group:default/platform unless told. */
      clusterOwner?: string;
    };
  };
}
