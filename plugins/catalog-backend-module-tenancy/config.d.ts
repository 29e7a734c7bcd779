export interface Config {
  tenancy?: {
    projection?: {
      /** Seconds between two full projections into the catalog; 30 unless told. Changes arrive at once. */
      frequencySeconds?: number;
    };
  };
}
