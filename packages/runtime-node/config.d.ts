export interface Config {
  runtime?: {
    /**
     * How long requests that still run may take once the portal shuts down, after `backend.lifecycle.serverShutdownDelay`.
     * As `5s` or `{ seconds: 5 }`. Default: 6 seconds.
     */
    drainTimeout?: string | object;
    /** Where Prometheus reads the metrics. Without it no metrics are kept. */
    metrics?: {
      listen: {
        /** Default: every address. */
        host?: string;
        port: number;
      };
    };
  };
}
